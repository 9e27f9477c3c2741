using FlowConfigs.Core.Access;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Scenarios;

namespace FlowConfigs.Core.Exchange;

/// <summary>What an export contains: what was asked for, as far as the person may see it.</summary>
/// <param name="Path">The config to export with everything below it; null for all.</param>
/// <param name="Configs">Where the person may view configs, and with them their aliases.</param>
/// <param name="Scenarios">Where they may view scenarios.</param>
/// <param name="Lists">Where they may view lists.</param>
public sealed record ExportRange(ConfigId? Path, AccessScope Configs, AccessScope Scenarios, AccessScope Lists)
{
    /// <summary>Everything.</summary>
    public static ExportRange Everything { get; } = new(null, AccessScope.Everything, AccessScope.Everything, AccessScope.Everything);

    /// <summary>Whether lists are wanted. They belong to no path, so usually only a whole environment has them.</summary>
    public bool WithLists { get; init; } = Path is null;

    /// <summary>Whether the person may see callers' numbers. Otherwise the keys of lists of phone numbers are masked.</summary>
    public bool SeesNumbers { get; init; } = true;

    internal bool Includes(ConfigId config) => Configs.Includes(config) && IsInPath(config);

    // Wholly inside: what it gave to configs in an earlier run counts for the right to see it, as everywhere.
    internal bool Includes(ConfigId id, Scenario scenario) =>
        Scenarios.Includes(id) && scenario.Reached().All(Configs.Includes) && scenario.Values.Keys.All(IsInPath);

    internal ExportedList Of(ConfigId id, ListHead head, IEnumerable<ListEntry> entries)
    {
        var masked = Masks(head);
        return new()
        {
            Id = id,
            Description = head.Description,
            Keys = head.Keys,
            Country = head.Country,
            Masked = masked,
            Entries = [.. entries.Select(entry => ExportedEntry.Of(entry, masked))],
        };
    }

    internal bool Masks(ListHead list) => list.Keys == KeyKind.Phone && !SeesNumbers;

    private bool IsInPath(ConfigId config) => Path is null || config == Path || config.IsBelow(Path);
}
