using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Aliases;

/// <summary>
/// An alias as items of the table: those of <see cref="Documents{T}"/>, and a link beside its config, so that a config knows at
/// once, and not only when the index has followed, which aliases point at it.
/// </summary>
internal static class AliasItem
{
    public const string Kind = "alias";

    /// <summary>The links' sort keys begin with it.</summary>
    public const string LinkPrefix = "ALIAS#";

    /// <summary>Most items that a save writes: the alias, its version, and the link, taken from one config and given to another.</summary>
    public const int ItemsOfSave = 4;

    /// <summary>Items that a deletion writes.</summary>
    public const int ItemsOfDeletion = 3;

    public static string Partition(ConfigId id) => $"ALIAS#{id}";

    public static Dictionary<string, AttributeValue> CurrentKey(ConfigId id) => Item.Key(Partition(id), Item.Current);

    public static Dictionary<string, AttributeValue> LinkKey(ConfigId target, ConfigId alias) =>
        Item.Key(ConfigItem.Partition(target), LinkPrefix + alias);

    public static ConfigId Target(string body) => JsonSerializer.Deserialize(body, CoreJson.Default.Alias)!.Target;
}
