using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.History;

/// <summary>Everything that was ever changed, by time; from the index, which follows a change within moments.</summary>
public sealed class AuditLog(DynamoTable table, TimeProvider time)
{
    /// <summary>There is nothing from before.</summary>
    private const int FirstYear = 2026;

    /// <summary>Entries that one request looks at: a rare filter ends in time, and goes on with the next page.</summary>
    private const int MaxLookedAt = 5000;

    /// <summary>Lists entries, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="before">Where the page before ended (<see cref="AuditPage.Next"/>); null begins with the newest.</param>
    /// <param name="limit">Most entries, 1–1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<AuditPage> ListAsync(AuditFilter filter, TimeCursor? before, int limit, CancellationToken cancellationToken)
    {
        var found = new List<AuditEntry>();
        var lookedAt = 0;
        var cursor = before?.Text;
        var thisYear = time.GetUtcNow().Year;
        var firstYear = Math.Max(FirstYear, filter.Since?.UtcDateTime.Year ?? FirstYear);
        for (var year = Math.Min(before?.At.Year ?? thisYear, thisYear); year >= firstYear; year--)
        {
            bool more;
            do
            {
                (var items, more) = await table.PageAsync(Query(year, cursor, limit), cancellationToken);
                foreach (var item in items)
                {
                    var (at, last) = (AuditItem.Instant(item[Item.Id]), AuditItem.Instant(cursor ?? ""));
                    // A cursor is an entry that was given out, or an instant: it tells nothing of entries that the reader may not see.
                    if (lookedAt >= MaxLookedAt && at != last)
                        return new(found, last);
                    cursor = item[Item.Id];
                    lookedAt++;
                    var entry = AuditItem.Read(item);
                    if (entry.Saved.At < filter.Since)
                        return new(found, null);
                    if (filter.Takes(entry))
                        found.Add(entry);
                    if (found.Count == limit)
                        return new(found, cursor);
                }
            }
            while (more);
        }

        return new(found, null);
    }

    private static ItemQuery Query(int year, string? before, int limit) => new(AuditItem.Partition(year))
    {
        Listing = true,
        Below = before ?? "9999",
        Descending = true,
        Limit = Math.Max(limit, 100),
    };
}

/// <summary>Which entries of the audit to list.</summary>
/// <param name="Kind">Of this kind; null for all.</param>
/// <param name="Path">Of this id and those below it; null for all.</param>
/// <param name="By">By this person; null for all.</param>
/// <param name="Since">Not before this instant; null for all.</param>
public sealed record AuditFilter(string? Kind, ConfigId? Path, string? By, DateTimeOffset? Since)
{
    /// <summary>Whether the caller can see an entry.</summary>
    public Func<AuditEntry, bool> MaySee { get; init; } = _ => true;

    internal bool Takes(AuditEntry entry) =>
        MaySee(entry)
        && (Kind is null || entry.Kind == Kind)
        && (By is null || string.Equals(entry.Saved.By, By, StringComparison.OrdinalIgnoreCase))
        && (Path is null || entry.Id == Path.Value || entry.Id.StartsWith(Path.Value + "/", StringComparison.Ordinal));
}

/// <summary>A page of the audit.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="Next">Pass it as <c>before</c> for the next page; null on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Items, string? Next);
