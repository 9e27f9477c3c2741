using System.Text.Json.Serialization;
using FlowConfigs.Core;
using FlowConfigs.Core.Calendars;

namespace FlowConfigs.Api.Calendars;

/// <summary>The calendars of all offices.</summary>
/// <param name="Items">In the order of their configs' ids; empty while nothing was read, or Microsoft 365 is not set up.</param>
public sealed record CalendarsResponse(IReadOnlyList<CalendarResponse> Items);

/// <summary>What a refresh did.</summary>
/// <param name="Refreshed">How many calendars were read; none where all were read a moment ago.</param>
/// <param name="Problems">A sentence for each calendar that was not.</param>
public sealed record RefreshResponse(int Refreshed, IReadOnlyList<string> Problems);

/// <summary>An office: what callers hear now, and the two weeks from which that follows.</summary>
/// <param name="Id">The config that names the calendar.</param>
/// <param name="Rule">Which events decide.</param>
/// <param name="Zone">The office's time zone.</param>
/// <param name="ReadAt">When the calendar was read.</param>
/// <param name="IsStale">Whether a refresh should have replaced the data.</param>
/// <param name="IsTooOld">Whether flows get no answer any longer.</param>
/// <param name="Now">What flows get now; null where they get no answer.</param>
/// <param name="Open">When the office is open.</param>
/// <param name="Events">The events that decide; those that are private have no subject.</param>
public sealed record CalendarResponse(
    ConfigId Id, CalendarRule Rule, string Zone, DateTimeOffset ReadAt, bool IsStale, bool IsTooOld, OfficeState? Now,
    IReadOnlyList<OpenSpan> Open, IReadOnlyList<OfficeEvent> Events)
{
    internal static CalendarResponse Of(OfficeCalendar calendar, DateTimeOffset now) => new(
        calendar.Id, calendar.Rule, calendar.Zone, calendar.ReadAt, now >= calendar.FreshUntil, now >= calendar.GoodUntil,
        now >= calendar.GoodUntil ? null : OfficeState.At(calendar, now), calendar.Open, calendar.Events);
}

/// <summary>JSON of these.</summary>
[JsonSerializable(typeof(CalendarsResponse))]
[JsonSerializable(typeof(RefreshResponse))]
internal sealed partial class CalendarJson : JsonSerializerContext;
