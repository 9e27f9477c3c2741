using FlowConfigs.Core;
using FlowConfigs.Core.Calendars;
using FlowConfigs.Core.Table;
using FlowConfigs.Microsoft365.Graph;

namespace FlowConfigs.Microsoft365.Calendar;

/// <summary>How a refresh went.</summary>
/// <param name="IsLeader">Whether it was this one's turn; another Region refreshes otherwise.</param>
/// <param name="Refreshed">How many calendars were written.</param>
/// <param name="Problems">A sentence for each calendar that was not, and for each config that is wrong.</param>
/// <param name="OldestAge">The age of the oldest calendar in the table; null where there is none.</param>
public sealed record RefreshOutcome(bool IsLeader, int Refreshed, IReadOnlyList<string> Problems, TimeSpan? OldestAge);

/// <summary>Reads the calendar of every office and writes it into the table, so that no caller waits for Microsoft.</summary>
public sealed class CalendarRefresh(
    OfficeConfigs offices, CalendarStore calendars, GraphClient graph, Lease lease, TimeSpan interval, TimeProvider time)
{
    // A refresh can fail twice before the data counts as stale.
    private const int StaleAfter = 3;

    // Of those who press a button again and again, Microsoft sees one request in this time.
    private static readonly TimeSpan JustNow = TimeSpan.FromSeconds(5);

    /// <summary>Refreshes every calendar, where it is this one's turn. An office that fails keeps what it has.</summary>
    public Task<RefreshOutcome> RunAsync(CancellationToken cancellationToken) => RunAsync(isAsked: false, cancellationToken);

    /// <summary>
    /// The same; asked by a person, also where it is another Region's turn: what both write is the same data.
    /// </summary>
    public async Task<RefreshOutcome> RunAsync(bool isAsked, CancellationToken cancellationToken)
    {
        if (isAsked && await OldestAsync(cancellationToken) is { } age && age < JustNow)
            return new(true, 0, [], age);
        if (!isAsked && !await lease.TakeAsync((2 * interval) + TimeSpan.FromSeconds(30), cancellationToken))
            return new(false, 0, [], await OldestAsync(cancellationToken));
        var found = await offices.ReadAsync(cancellationToken);
        var problems = found.Select(office => office.Problem).OfType<string>().ToList();
        var refreshed = 0;
        // Offices that share a calendar cost one read.
        foreach (var group in found.Select(office => office.Source).OfType<CalendarSource>().GroupBy(source => source.CalendarId))
        {
            try
            {
                refreshed += await RefreshAsync([.. group], cancellationToken);
            }
            catch (Exception error) when (error is Microsoft365Exception or ConfigTooLargeException)
            {
                problems.Add($"{string.Join(", ", group.Select(source => source.Id))}: {error.Message}");
                if (error is Microsoft365Exception { NeedsAdministrator: true })
                    break;
            }
        }

        await RemoveOthersAsync([.. found.Select(office => office.Id)], cancellationToken);
        return new(true, refreshed, problems, await OldestAsync(cancellationToken));
    }

    private async Task<int> RefreshAsync(IReadOnlyList<CalendarSource> sources, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (from, until) = CalendarSource.Asked(now);
        var events = await graph.EventsAsync(sources[0].CalendarId, from, until, cancellationToken);
        foreach (var source in sources)
            await calendars.SaveAsync(source.Made(events, now, StaleAfter * interval), cancellationToken);
        return sources.Count;
    }

    private async Task RemoveOthersAsync(HashSet<ConfigId> known, CancellationToken cancellationToken)
    {
        foreach (var calendar in await calendars.AllAsync(cancellationToken))
        {
            if (!known.Contains(calendar.Id))
                await calendars.DeleteAsync(calendar.Id, cancellationToken);
        }
    }

    private async Task<TimeSpan?> OldestAsync(CancellationToken cancellationToken) =>
        await calendars.AllAsync(cancellationToken) is { Count: > 0 } all ? time.GetUtcNow() - all.Min(calendar => calendar.ReadAt) : null;
}
