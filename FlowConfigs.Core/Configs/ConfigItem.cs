using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// A config as items of the table. The whole config is one JSON text in <see cref="Item.Body"/>; beside it stand only the
/// attributes that DynamoDB itself must see. docs/decisions/0002 says why.
/// </summary>
internal static class ConfigItem
{
    public const string Kind = "config";
    public const string Listed = "CONFIG";

    public static string Partition(ConfigId id) => $"CONFIG#{id}";

    public static Dictionary<string, AttributeValue> CurrentKey(ConfigId id) => Item.Key(Partition(id), Item.Current);

    public static Dictionary<string, AttributeValue> CurrentOf(Config config) => new(Common(config, Item.Current))
    {
        [Item.Listed] = new(Listed),
        [Item.Id] = new(config.Id.Value),
        [Item.Summary] = new(JsonSerializer.Serialize(ConfigSummary.Of(config), CoreJson.Relaxed.ConfigSummary)),
    };

    /// <summary>Finds a config that the table would not store, before anything is written.</summary>
    /// <exception cref="ConfigTooLargeException">It is above 400 KB.</exception>
    public static void RefuseTooLarge(Config config, Config? before, Author author, DateTimeOffset now)
    {
        var saved = new Saved(author.By, now, author.Comment)
        {
            Action = author.Action ?? SaveAction.Saved,
            Mark = Item.NewMark(),
            BasedOn = before?.Saved?.Mark,
        };
        var next = config with { Version = (before?.Version ?? 0) + 1, Saved = saved };
        if (Math.Max(Item.Size(CurrentOf(next)), Item.Size(VersionOf(next, before))) is > ConfigStore.MaxItemBytes and var bytes)
            throw ConfigTooLargeException.Item(config, bytes);
    }

    /// <summary>The version's own item, which is also its entry in the audit.</summary>
    public static Dictionary<string, AttributeValue> VersionOf(Config config, Config? before, bool deleted = false)
    {
        var item = Common(config, Item.VersionSort(config.Version, config.Saved!.Mark));
        if (deleted)
            item[Item.Deleted] = new() { BOOL = true };
        return AuditItem.On(item, AuditEntry.Of(Kind, config.Id.Value, config.Version, config.Saved, Changes(config, before, deleted)));
    }

    private static IReadOnlyList<FieldChange> Changes(Config config, Config? before, bool deleted) => config switch
    {
        { Saved.MovedTo: { } to } => [new("id", config.Id.Value, to.Value)],
        _ when deleted => [],
        // A move changes nothing but the id.
        { Saved.Action: SaveAction.Moved, MovedFrom: [var from, ..] } when before is null => [new("id", from.Id.Value, config.Id.Value)],
        _ => ConfigDiff.Of(before, config),
    };

    /// <summary>Bytes that the two items of a change take, but for the few that the save itself adds.</summary>
    public static int SizeOf(ConfigWrite change) =>
        Item.Size(CurrentOf(change.After!)) + Item.Size(VersionOf(change.After!, change.Before));

    public static Config Read(Dictionary<string, AttributeValue> item) =>
        JsonSerializer.Deserialize(item[Item.Body].S, CoreJson.Default.Config)!;

    /// <summary>Reads the config with this id and its parents, nearest first; empty unless the config itself is among them.</summary>
    public static IReadOnlyList<StoredConfig> ReadChain(
        ConfigId id, IReadOnlyDictionary<string, string> bodies, IReadOnlyList<StoredConfig> known)
    {
        return bodies.ContainsKey(Partition(id))
            ? [.. id.Path.Where(part => bodies.ContainsKey(Partition(part))).Select(part => Read(part, bodies[Partition(part)]))]
            : [];

        StoredConfig Read(ConfigId part, string body) => known.FirstOrDefault(stored => stored.Config.Id == part) is { } same && same.Body == body
            ? same
            : new(JsonSerializer.Deserialize(body, CoreJson.Default.Config)!, body);
    }

    public static ConfigSummary ReadSummary(Dictionary<string, AttributeValue> item) =>
        JsonSerializer.Deserialize(item[Item.Summary].S, CoreJson.Default.ConfigSummary)!;

    private static Dictionary<string, AttributeValue> Common(Config config, string sort) => new(Item.Key(Partition(config.Id), sort))
    {
        [Item.Version] = Item.Number(config.Version),
        [Item.Body] = new(JsonSerializer.Serialize(config, CoreJson.Relaxed.Config)),
    };
}
