using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Scenarios;

namespace FlowConfigs.Core.Exchange;

/// <summary>An alias as a file contains it.</summary>
public sealed record ExportedAlias
{
    /// <summary>The id under which flows find the config, such as a dialled number.</summary>
    public required ConfigId Id { get; init; }

    /// <summary>The config.</summary>
    public required ConfigId Target { get; init; }
}

/// <summary>A scenario as a file contains it: what it would do, without its runs.</summary>
public sealed record ExportedScenario
{
    /// <summary>Its id.</summary>
    public required ConfigId Id { get; init; }

    /// <inheritdoc cref="Scenario.Description"/>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <inheritdoc cref="Scenario.Values"/>
    public required IReadOnlyDictionary<ConfigId, IReadOnlyDictionary<string, Override>> Values { get; init; }

    /// <summary>Whether it was switched on when it was exported. An import never switches it on.</summary>
    public bool WasOn { get; init; }
}

/// <summary>A list as a file contains it, with its entries or a range of them.</summary>
public sealed record ExportedList
{
    /// <summary>Its id.</summary>
    public required ConfigId Id { get; init; }

    /// <inheritdoc cref="ListHead.Description"/>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <inheritdoc cref="ListHead.Keys"/>
    public required KeyKind Keys { get; init; }

    /// <inheritdoc cref="ListHead.Country"/>
    public string? Country { get; init; }

    /// <summary>Whether the numbers are masked, because the person who exported the list may not see them. It cannot be imported.</summary>
    public bool Masked { get; init; }

    /// <summary>The entries in the order of their keys.</summary>
    public IReadOnlyList<ExportedEntry> Entries { get; init => field = value ?? []; } = [];

    internal ListHead ToHead() => new() { Description = Description, Keys = Keys, Country = Country };
}

/// <summary>An entry of a list as a file contains it; what is left out is empty.</summary>
public sealed record ExportedEntry
{
    private const char Hidden = '•';
    private const int ShownAtBeginning = 2;
    private const int ShownAtEnd = 2;

    /// <inheritdoc cref="ListEntry.Key"/>
    public required string Key { get; init; }

    /// <inheritdoc cref="ListEntry.Note"/>
    public string? Note { get; init; }

    /// <inheritdoc cref="ListEntry.Owner"/>
    public string? Owner { get; init; }

    /// <inheritdoc cref="ListEntry.Expires"/>
    public DateTimeOffset? Expires { get; init; }

    internal static ExportedEntry Of(ListEntry entry, bool masked) => new()
    {
        Key = masked ? Mask(entry.Key) : entry.Key,
        Note = entry.Note is "" ? null : entry.Note,
        Owner = entry.Owner is "" ? null : entry.Owner,
        Expires = entry.Expires,
    };

    internal EntryDraft ToDraft(int index) =>
        new(index + 1, $"entries[{index}]", Key, Note ?? "", Owner ?? "", ListDiff.Instant(Expires) ?? "");

    // As the API masks callers' numbers. No rule for phone numbers (R22) accepts the dots.
    private static string Mask(string number) =>
        number[..ShownAtBeginning] + new string(Hidden, number.Length - ShownAtBeginning - ShownAtEnd) + number[^ShownAtEnd..];
}
