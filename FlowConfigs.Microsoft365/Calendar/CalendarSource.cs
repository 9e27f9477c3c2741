using FlowConfigs.Core;
using FlowConfigs.Core.Calendars;
using NodaTime;

namespace FlowConfigs.Microsoft365.Calendar;

/// <summary>Which calendar an office has, and how it is read: what a config says.</summary>
public sealed record CalendarSource
{
    /// <summary>How many days ahead the table has.</summary>
    public const int Days = 14;

    public required ConfigId Id { get; init; }

    /// <summary>The calendar's id in Microsoft 365; null for the mailbox's own.</summary>
    public string? CalendarId { get; init; }

    public required CalendarRule Rule { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>For how long the data is used when no refresh succeeds.</summary>
    public required TimeSpan MaxAge { get; init; }

    // All-day events are matched as if they were in UTC, and a zone is up to 14 hours away from that.
    // https://learn.microsoft.com/graph/api/calendar-list-calendarview
    public static (DateTimeOffset From, DateTimeOffset Until) Asked(DateTimeOffset now) => (now.AddDays(-2), now.AddDays(Days + 2));

    /// <summary>What the table keeps.</summary>
    /// <param name="events">The events of the time that <see cref="Asked"/> gives.</param>
    /// <param name="now">When they were read.</param>
    /// <param name="fresh">After how long a refresh should have replaced it.</param>
    public OfficeCalendar Made(IReadOnlyList<CalendarEvent> events, DateTimeOffset now, TimeSpan fresh)
    {
        var (from, until) = (now.AddDays(-1), now.AddDays(Days));
        var deciding = OpeningHours.Deciding(events, Zone);
        return new()
        {
            Id = Id,
            Rule = Rule,
            Zone = Zone.Id,
            From = from,
            Until = until,
            ReadAt = now,
            FreshUntil = now + fresh,
            GoodUntil = now + (MaxAge > fresh ? MaxAge : fresh),
            Offsets = OpeningHours.Offsets(Zone, from, until),
            Open = OpeningHours.Open(deciding, Rule, from, until),
            Events = [.. deciding.Where(e => e.Until > from && e.From < until)],
        };
    }
}
