using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Storage;

/// <summary>
/// A config as items of the table. The whole config is one JSON text in <see cref="Body"/>; beside it stand only the
/// attributes that DynamoDB itself must see. docs/decisions/0002 says why.
/// </summary>
internal static class ConfigItem
{
    public const string Pk = "pk";
    public const string Sk = "sk";
    public const string Version = "version";
    public const string Body = "body";

    /// <summary>Only current items have these two, so the index that they key holds no history.</summary>
    public const string Listed = "listed";
    public const string Id = "id";
    public const string Summary = "summary";

    /// <summary>True on the history item that a deletion leaves.</summary>
    public const string Deleted = "deleted";

    public const string ListedConfig = "CONFIG";
    private const string Current = "CURRENT";

    public static Dictionary<string, AttributeValue> CurrentKey(ConfigId id) => Key(id, Current);

    public static Dictionary<string, AttributeValue> VersionKey(ConfigId id, int version) =>
        Key(id, string.Create(CultureInfo.InvariantCulture, $"{VersionPrefix}{version:D10}"));

    public const string VersionPrefix = "V#";

    public static string Partition(ConfigId id) => $"CONFIG#{id}";

    public static Dictionary<string, AttributeValue> CurrentOf(Config config) => new(Common(config, CurrentKey(config.Id)))
    {
        [Listed] = new(ListedConfig),
        [Id] = new(config.Id.Value),
        [Summary] = new(JsonSerializer.Serialize(ConfigSummary.Of(config), CoreJson.Relaxed.ConfigSummary)),
    };

    public static Dictionary<string, AttributeValue> VersionOf(Config config) => Common(config, VersionKey(config.Id, config.Version));

    public static Dictionary<string, AttributeValue> DeletionOf(Config config) =>
        new(VersionOf(config)) { [Deleted] = new() { BOOL = true } };

    public static Config Read(Dictionary<string, AttributeValue> item) =>
        JsonSerializer.Deserialize(item[Body].S, CoreJson.Default.Config)!;

    public static ConfigSummary ReadSummary(Dictionary<string, AttributeValue> item) =>
        JsonSerializer.Deserialize(item[Summary].S, CoreJson.Default.ConfigSummary)!;

    /// <summary>
    /// Bytes of an item whose attributes are texts, as DynamoDB counts them: names and values in UTF-8
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html). A number counts as
    /// its digits here, which is never less than what DynamoDB counts but for one byte.
    /// </summary>
    public static int Size(Dictionary<string, AttributeValue> item) =>
        item.Sum(a => Encoding.UTF8.GetByteCount(a.Key) + Encoding.UTF8.GetByteCount(a.Value.S ?? a.Value.N ?? "1") + (a.Value.N is null ? 0 : 1));

    private static Dictionary<string, AttributeValue> Common(Config config, Dictionary<string, AttributeValue> key) => new(key)
    {
        [Version] = Number(config.Version),
        [Body] = new(JsonSerializer.Serialize(config, CoreJson.Relaxed.Config)),
    };

    public static AttributeValue Number(int number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    private static Dictionary<string, AttributeValue> Key(ConfigId id, string sort) =>
        new() { [Pk] = new(Partition(id)), [Sk] = new(sort) };
}
