using FlowConfigs.Core;
using FlowConfigs.Core.Lists;

namespace FlowConfigs.Api.Lists;

/// <summary>Several entries that are sent at once.</summary>
public sealed record PasteBody
{
    public required IReadOnlyList<PasteEntry> Entries { get; init; }

    internal IReadOnlyList<EntryDraft> ToDrafts()
    {
        if (Entries.Count > Paste.MaxEntries)
            throw new InvalidConfigException([new("entries", $"More than {Paste.MaxEntries:N0} are too many. Send them in parts.")]);
        var nulls = Entries.Index().Where(entry => entry.Item is null);
        Problem[] missing = [.. nulls.Select(entry => new Problem($"entries[{entry.Index}]", "Must not be null."))];
        return missing.Length == 0
            ? [.. Entries.Select((e, i) => new EntryDraft(i + 1, $"entries[{i}]", e.Key, e.Note, e.Owner, e.Expires))]
            : throw new InvalidConfigException(missing);
    }
}

/// <summary>One of them. What is left out stays as the list has it; an empty text empties it.</summary>
public sealed record PasteEntry
{
    public required string Key { get; init; }

    public string? Note { get; init; }

    public string? Owner { get; init; }

    /// <summary>ISO 8601 with a time and Z or an offset.</summary>
    public string? Expires { get; init; }
}

/// <summary>What several entries would do, or did.</summary>
public sealed record PasteResponse
{
    /// <summary>Most lines of an answer; Lambda's may have 6 MB.</summary>
    public const int MaxLines = 1000;

    /// <summary>Whether nothing was written.</summary>
    public required bool DryRun { get; init; }

    public required int Added { get; init; }

    public required int Changed { get; init; }

    public required int Unchanged { get; init; }

    /// <summary>How many are the same as one before them.</summary>
    public required int Repeated { get; init; }

    public required int Refused { get; init; }

    /// <summary>How many entries another user has changed meanwhile: those changes stay, and these lines were not written.</summary>
    public required int Conflict { get; init; }

    /// <summary>The first 1,000, those that are refused before all others, then those that change an entry.</summary>
    public required IReadOnlyList<PasteLineResponse> Lines { get; init; }

    /// <summary>How many more lines there are.</summary>
    public required int More { get; init; }

    internal static PasteResponse Of(IReadOnlyList<PasteLine> lines, bool dryRun)
    {
        return new()
        {
            DryRun = dryRun,
            Added = Count(PasteOutcome.Added),
            Changed = Count(PasteOutcome.Changed),
            Unchanged = Count(PasteOutcome.Unchanged),
            Repeated = Count(PasteOutcome.Repeated),
            Refused = Count(PasteOutcome.Refused),
            Conflict = Count(PasteOutcome.Conflict),
            Lines = [.. lines.OrderBy(line => line.Outcome).Take(MaxLines).Select(PasteLineResponse.Of)],
            More = Math.Max(0, lines.Count - MaxLines),
        };

        int Count(PasteOutcome outcome) => lines.Count(line => line.Outcome == outcome);
    }
}

/// <summary>What one of them would do, or did.</summary>
/// <param name="Line">Its line in the CSV, or its place in the JSON, from 1.</param>
/// <param name="Key">Its key as it is stored; as it was sent where it is refused.</param>
/// <param name="Outcome">What it would do.</param>
/// <param name="Before">The entry that the list has, where it is changed.</param>
/// <param name="After">The entry as it would be, where it is added or changed.</param>
/// <param name="Problems">Why it is refused.</param>
public sealed record PasteLineResponse(
    int Line, string? Key, PasteOutcome Outcome, ListEntry? Before, ListEntry? After, IReadOnlyList<Problem>? Problems)
{
    internal static PasteLineResponse Of(PasteLine line) => new(
        line.Draft.Line,
        line.After?.Key ?? line.Draft.Key,
        line.Outcome,
        line.Outcome == PasteOutcome.Changed ? line.Before : null,
        line.Writes ? line.After : null,
        line.Outcome == PasteOutcome.Refused ? line.Problems : null);
}
