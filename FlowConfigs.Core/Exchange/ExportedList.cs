using FlowConfigs.Core.Lists;

namespace FlowConfigs.Core.Exchange;

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
