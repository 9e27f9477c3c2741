using System.Globalization;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Phones;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Api.Lists;

/// <summary>Which entries of a list are asked for, and whether their numbers are masked.</summary>
internal sealed record EntrySearch
{
    private const int DefaultLimit = 100;

    // A masked page tells how many entries came before it, because the last key would be a number.
    private const char Place = '#';

    public EntrySearch(Stored<ListHead> list, string? prefix, string? after, int? limit, bool isMasked)
    {
        if (limit is < 1 or > ListStore.MaxPage)
            throw new InvalidConfigException([new("limit", $"Must be 1–{ListStore.MaxPage}.")]);
        Id = ConfigId.Parse(list.Id);
        // A search by the first digits would find out the others.
        if (isMasked && !string.IsNullOrEmpty(prefix))
            throw new AccessDeniedException(Right.SeeNumbers, AccessResource.Root);
        IsMasked = isMasked;
        Prefix = EntryKey.ParsePrefix(list.Value, prefix);
        After = string.IsNullOrEmpty(after) ? null : after;
        if (isMasked && After is not null && PlaceOf(After) is null)
            throw new InvalidConfigException([new("after", "Must be the value of next on the previous page.")]);
        if (!isMasked && (After?.StartsWith(Prefix, StringComparison.Ordinal) == false || After?.Length > EntryKey.MaxLength))
            throw new InvalidConfigException([new("after", "Must be the last key of the previous page, with + written as %2B.")]);
        Limit = limit;
    }

    public ConfigId Id { get; }

    public string Prefix { get; }

    public string? After { get; init; }

    /// <summary>Null when none was given.</summary>
    public int? Limit { get; }

    /// <summary>Whether the keys are phone numbers that the caller may not see.</summary>
    public bool IsMasked { get; }

    // The key behind a place, while one request reads page after page: only the first page has to count.
    private string? KeyAtPlace { get; init; }

    /// <summary>Reads a page, and returns the search for the one that follows.</summary>
    /// <param name="store">The lists.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="size">Most entries where no limit was given.</param>
    public async Task<(ListPage Page, EntrySearch Following)> PageAsync(
        ListStore store, CancellationToken cancellationToken, int size = DefaultLimit)
    {
        var place = IsMasked && After is not null ? PlaceOf(After) ?? 0 : 0;
        var after = IsMasked ? KeyAtPlace ?? await store.KeyAtAsync(Id, place, cancellationToken) : After;
        var page = await store.PageAsync(Id, Prefix, after, Limit ?? size, cancellationToken);
        var shown = !IsMasked ? page : new ListPage(
            [.. page.Items.Select(Masked)],
            page.Next is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Place}{place + page.Items.Count}"));
        return (shown, this with { After = shown.Next, KeyAtPlace = page.Next });
    }

    private static Stored<ListEntry> Masked(Stored<ListEntry> entry)
    {
        var key = MaskedNumber.Of(entry.Id);
        return entry with { Id = key, Value = entry.Value with { Key = key } };
    }

    // No list has more entries than an int counts.
    private static int? PlaceOf(string after) =>
        after[0] == Place && int.TryParse(after.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
}
