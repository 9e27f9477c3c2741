using FlowConfigs.Core.Calendars;
using NodaTime;

namespace FlowConfigs.Microsoft365.Calendar;

/// <summary>Makes an office's opening hours from the events of its calendar. Pure: the clock and the zone are given.</summary>
public static class OpeningHours
{
    public const string OpenCategory = "Open";
    public const string ClosedCategory = "Closed";

    /// <summary>The events that decide, in order of their start, clipped to nothing: an event over midnight is one event.</summary>
    public static IReadOnlyList<OfficeEvent> Deciding(IEnumerable<CalendarEvent> events, DateTimeZone zone) =>
    [
        .. events
            .Where(e => !e.IsCancelled && !e.IsDeclined)
            .Select(e => (Event: e, Kind: KindOf(e)))
            .Where(e => e.Kind is not null)
            .Select(e => new OfficeEvent(
                InstantOf(e.Event.Start, e.Event.IsAllDay, zone), InstantOf(e.Event.End, e.Event.IsAllDay, zone), e.Kind!.Value,
                e.Event.IsPrivate ? "" : e.Event.Subject.Trim()))
            .Where(e => e.From < e.Until)
            .OrderBy(e => e.From).ThenBy(e => e.Until),
    ];

    /// <summary>When the office is open between two instants. What closes it is stronger than what opens it.</summary>
    public static IReadOnlyList<OpenSpan> Open(
        IReadOnlyList<OfficeEvent> events, CalendarRule rule, DateTimeOffset from, DateTimeOffset until)
    {
        var opens = rule == CalendarRule.Exceptions
            ? [new(from, until)]
            : Merged(events.Where(e => e.Kind == OfficeEventKind.Opens));
        var closes = Merged(events.Where(e => e.Kind != OfficeEventKind.Opens));
        return [.. opens.SelectMany(span => Without(span, closes)).Select(Clipped).Where(span => span.From < span.Until)];

        OpenSpan Clipped(OpenSpan span) => new(span.From < from ? from : span.From, span.Until > until ? until : span.Until);
    }

    /// <summary>The offsets of a zone's clock between two instants.</summary>
    public static IReadOnlyList<ZoneOffset> Offsets(DateTimeZone zone, DateTimeOffset from, DateTimeOffset until) =>
    [
        .. zone.GetZoneIntervals(Instant.FromDateTimeOffset(from), Instant.FromDateTimeOffset(until)).Select(interval => new ZoneOffset(
            interval.HasStart && interval.Start.ToDateTimeOffset() is var start && start > from ? start : from,
            interval.WallOffset.Seconds / 60)),
    ];

    // An event that is both closes: a caller who waits in vain is worse off than one who rings again.
    private static OfficeEventKind? KindOf(CalendarEvent e) => Has(e, ClosedCategory) ? OfficeEventKind.Closes
        : e.IsOutOfOffice ? OfficeEventKind.OutOfOffice
        : Has(e, OpenCategory) ? OfficeEventKind.Opens
        : null;

    private static bool Has(CalendarEvent e, string category) => e.Categories.Contains(category, StringComparer.OrdinalIgnoreCase);

    // A day begins at its first moment, which is 01:00 where the clock skips midnight.
    private static DateTimeOffset InstantOf(DateTime time, bool isAllDay, DateTimeZone zone) => isAllDay
        ? zone.AtStartOfDay(LocalDate.FromDateTime(time)).ToInstant().ToDateTimeOffset()
        : new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static List<OpenSpan> Merged(IEnumerable<OfficeEvent> events)
    {
        var merged = new List<OpenSpan>();
        foreach (var e in events.OrderBy(e => e.From))
        {
            if (merged is [.., var last] && e.From <= last.Until)
                merged[^1] = last with { Until = e.Until > last.Until ? e.Until : last.Until };
            else
                merged.Add(new(e.From, e.Until));
        }

        return merged;
    }

    private static IEnumerable<OpenSpan> Without(OpenSpan span, List<OpenSpan> closes)
    {
        var from = span.From;
        foreach (var close in closes.Where(close => close.From < span.Until && close.Until > span.From))
        {
            if (close.From > from)
                yield return new(from, close.From);
            from = close.Until;
        }

        if (from < span.Until)
            yield return new(from, span.Until);
    }
}
