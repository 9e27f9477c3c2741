using FlowConfigs.Core.Phones;

namespace FlowConfigs.Core.Lists;

/// <summary>What several entries, sent at once, would do to a list (rule R25). Nothing is written here.</summary>
public static class Paste
{
    /// <summary>Most entries that are sent at once.</summary>
    public const int MaxEntries = 5000;

    private static readonly Problem NotAnInstant = new(
        "expires", "Is not an instant such as 2026-12-31T17:00:00Z or 2026-12-31T17:00:00-05:00.");

    /// <summary>Says for each draft what it would do.</summary>
    /// <param name="list">The list.</param>
    /// <param name="drafts">What was sent.</param>
    /// <param name="existing">The list's entries under the drafts' keys (<see cref="EntryKey.Places"/>), by key.</param>
    /// <param name="phones">Reads phone numbers.</param>
    public static IReadOnlyList<PasteLine> Plan(
        ListHead list, IReadOnlyList<EntryDraft> drafts, IReadOnlyDictionary<string, ListEntry> existing, IPhoneReader phones)
    {
        var lines = drafts.Select(draft => PlanOne(list, draft, existing, phones)).ToList();
        var byKey = lines.Index().Where(line => line.Item.After is not null).GroupBy(line => EntryKey.Same(list, line.Item.After!.Key));
        foreach (var same in byKey.Where(same => same.Skip(1).Any()))
        {
            var first = same.First();
            foreach (var (index, line) in same.Skip(1).Where(line => Values(line.Item) == Values(first.Item)))
                lines[index] = line with { Outcome = PasteOutcome.Repeated };
            // The product cannot tell which of them is right.
            if (same.FirstOrDefault(line => Values(line.Item) != Values(first.Item)).Item is not { } other)
                continue;
            foreach (var (index, line) in same)
                lines[index] = Twice(line, Values(line) == Values(first.Item) ? other : first.Item);
        }

        return lines;
    }

    private static PasteLine PlanOne(
        ListHead list, EntryDraft draft, IReadOnlyDictionary<string, ListEntry> existing, IPhoneReader phones)
    {
        if (draft.Problem is { } unread)
            return PasteLine.Refused(draft, new Problem("", unread));
        // What the list has can be changed, whatever it would be today.
        var before = EntryKey.Places(list, phones, draft.Key).Select(existing.GetValueOrDefault).FirstOrDefault(entry => entry is not null);
        var key = before?.Key;
        if (key is null && EntryKey.Withheld(list, draft.Key) is { } nobody)
            return PasteLine.Refused(draft, nobody);
        if (key is null && !EntryKey.TryParse(list, phones, draft.Key, out key, out var problem))
            return PasteLine.Refused(draft, new Problem("key", problem));

        var expires = before?.Expires;
        if (draft.Expires is not null && !TryParseExpires(draft.Expires, out expires))
            return PasteLine.Refused(draft, NotAnInstant);

        var after = new ListEntry
        {
            Key = key,
            Note = draft.Note?.Trim() ?? before?.Note ?? "",
            Owner = draft.Owner?.Trim() ?? before?.Owner ?? "",
            Expires = expires,
        };
        Problem[] problems = [.. ListRules.Problems(after)];
        if (problems.Length > 0)
            return PasteLine.Refused(draft, problems);
        var outcome = before is null ? PasteOutcome.Added : before == after ? PasteOutcome.Unchanged : PasteOutcome.Changed;
        return new(draft, outcome, before, after, []);
    }

    private static bool TryParseExpires(string text, out DateTimeOffset? expires)
    {
        var isInstant = ListRules.TryParseInstant(text.Trim(), out var instant);
        expires = isInstant ? instant : null;
        return isInstant || string.IsNullOrWhiteSpace(text);
    }

    private static ListEntry Values(PasteLine line) => line.After! with { Key = "" };

    private static PasteLine Twice(PasteLine line, PasteLine other) =>
        PasteLine.Refused(line.Draft, new Problem("key", $"Is also at {other.Draft.Path}, with different values. Remove one of them."));
}

/// <summary>What one of several entries would do.</summary>
/// <param name="Draft">As it was sent.</param>
/// <param name="Outcome">What it would do.</param>
/// <param name="Before">The entry that the list has; null for none.</param>
/// <param name="After">The entry as it would be; null when refused.</param>
/// <param name="Problems">Why it is refused; each with the path of its field below the draft's own.</param>
public sealed record PasteLine(EntryDraft Draft, PasteOutcome Outcome, ListEntry? Before, ListEntry? After, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether it would write anything.</summary>
    public bool Writes => Outcome is PasteOutcome.Added or PasteOutcome.Changed;

    /// <summary>The same line, where another user has changed the entry meanwhile: the entry stays as that user left it.</summary>
    internal PasteLine Overtaken() => this with { Outcome = PasteOutcome.Conflict };

    internal static PasteLine Refused(EntryDraft draft, params IReadOnlyList<Problem> problems) => new(
        draft,
        PasteOutcome.Refused,
        null,
        null,
        [.. problems.Select(p => p with { Path = draft.PathOf(p.Path) })]);
}
