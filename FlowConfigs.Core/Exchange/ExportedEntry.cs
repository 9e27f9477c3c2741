using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Phones;

namespace FlowConfigs.Core.Exchange;

/// <summary>An entry of a list as a file contains it; what is left out is empty.</summary>
public sealed record ExportedEntry
{
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
        Key = masked ? MaskedNumber.Of(entry.Key) : entry.Key,
        Note = entry.Note is "" ? null : entry.Note,
        Owner = entry.Owner is "" ? null : entry.Owner,
        Expires = entry.Expires,
    };

    internal EntryDraft ToDraft(int index) =>
        new(index + 1, $"entries[{index}]", Key, Note ?? "", Owner ?? "", ListDiff.Instant(Expires) ?? "");
}
