using System.Globalization;

namespace FlowConfigs.Core.Table;

/// <summary>What all items of the table have in common: the names of their attributes, and how their keys are made.</summary>
internal static class Item
{
    /// <summary>Most bytes of an item, by DynamoDB's own counting
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html).</summary>
    public const int MaxBytes = 400 * 1024;

    public const string Pk = "pk";
    public const string Sk = "sk";
    public const string Version = "version";
    public const string Body = "body";

    /// <summary>Who saved a thing that is not a config, when and why.</summary>
    public const string Saved = "saved";

    /// <summary>Items with these three are in the index: what is current, by id, and audit entries, by time.</summary>
    public const string Listed = "listed";
    public const string Id = "id";
    public const string Summary = "summary";

    /// <summary>True on the version that a deletion leaves.</summary>
    public const string Deleted = "deleted";

    /// <summary>When the table deletes the item by itself, in seconds since 1970; absent on what stays.</summary>
    public const string Expires = "expires";

    /// <summary>The time until which only the holder of the item writes to it, in milliseconds since 1970; absent on a free item.</summary>
    public const string Held = "held";

    public const string Current = "CURRENT";
    public const string VersionPrefix = "V#";

    /// <summary>Where the items of a thing are: its kind in capitals, and its id; the kind alone where there is only one.</summary>
    public static string Partition(string kind, string id) => id == "" ? kind.ToUpperInvariant() : $"{kind.ToUpperInvariant()}#{id}";

    /// <summary>
    /// The sort key of a version. The mark after the number keeps two saves apart that made the same version in two Regions:
    /// with the number alone, the later one would take the place of the earlier one, and that would be lost unseen.
    /// </summary>
    public static string VersionSort(int version, string? mark) => mark is null ? VersionSort(version) : $"{VersionSort(version)}#{mark}";

    public static string VersionSort(int version) => string.Create(CultureInfo.InvariantCulture, $"{VersionPrefix}{version:D10}");

    /// <summary>A mark for a save that no other save has.</summary>
    public static string NewMark() => Guid.NewGuid().ToString("N")[..12];
}

/// <summary>The kinds of things in the table, as keys, the audit and conflicts name them.</summary>
internal static class Kinds
{
    public const string Config = "config";
    public const string Alias = "alias";
    public const string Scenario = "scenario";
    public const string Settings = "settings";
    public const string List = "list";
}
