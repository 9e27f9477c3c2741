using FlowConfigs.Core;
using FlowConfigs.Core.Calendars;
using FlowConfigs.Microsoft365.Calendar;
using NodaTime;

namespace FlowConfigs.Tests.Microsoft365;

/// <summary>Offices and their events, written as briefly as a test reads.</summary>
internal static class Offices
{
    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    public static DateTimeOffset Utc(string time) => DateTimeOffset.Parse($"{time}Z", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An event from one time in UTC to another.</summary>
    public static CalendarEvent Open(string from, string until) => Timed(from, until) with { Categories = ["Open"] };

    public static CalendarEvent Closed(string from, string until) => Timed(from, until) with { Categories = ["Closed"] };

    /// <summary>An event of whole days, from a date to the one after its last.</summary>
    public static CalendarEvent AllDay(string from, string until) => Timed(from, until) with { IsAllDay = true, Categories = ["Closed"] };

    /// <summary>What the table has of these events at a time.</summary>
    public static OfficeCalendar Calendar(string zone, CalendarRule rule, string now, params IReadOnlyList<CalendarEvent> events) =>
        new CalendarSource { Id = ConfigId.Parse("office-calendar"), Rule = rule, Zone = Zone(zone), MaxAge = TimeSpan.FromHours(12) }
            .Made(events, Utc(now), TimeSpan.FromMinutes(15));

    public static OfficeState At(this OfficeCalendar calendar, string time) => OfficeState.At(calendar, Utc(time))!;

    private static CalendarEvent Timed(string from, string until) =>
        new() { Subject = "Event", Start = Utc(from).UtcDateTime, End = Utc(until).UtcDateTime };
}
