using FlowConfigs.Core;
using FlowConfigs.Core.Calendars;
using FlowConfigs.Microsoft365.Calendar;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace FlowConfigs.Tests.Properties;

/// <summary>Whether an office is open at an instant, against a reference that looks at every event each time.</summary>
public sealed class OpeningHoursProperties
{
    private static readonly DateTime Monday = new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc);

    // Clocks that change within the two weeks, at midnight too, and those furthest from UTC.
    private static readonly string[] Zones =
        ["UTC", "America/New_York", "America/Havana", "Europe/London", "Pacific/Auckland", "Pacific/Honolulu", "Pacific/Kiritimati", "Asia/Kathmandu"];

    private static Gen<CalendarEvent> Event { get; } =
        from start in Gen.Choose(-3 * 96, 18 * 96)
        from length in Gen.Frequency((4, Gen.Choose(0, 60)), (1, Gen.Choose(90, 300)))
        from isAllDay in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from category in Gen.Elements("Open", "Open", "Closed", "open", "Team", "")
        from isOut in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from isCancelled in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from isDeclined in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        let begin = Monday.AddMinutes(15 * start)
        select new CalendarEvent
        {
            Subject = "Event",
            Start = isAllDay ? begin.Date : begin,
            End = isAllDay ? begin.Date.AddDays(1 + (length / 96)) : begin.AddMinutes(15 * length),
            IsAllDay = isAllDay,
            IsOutOfOffice = isOut,
            IsCancelled = isCancelled,
            IsDeclined = isDeclined,
            Categories = category == "" ? [] : ["Other", category],
        };

    private static Gen<(CalendarEvent[] Events, string Zone, CalendarRule Rule, int Quarter)> Sample { get; } =
        from count in Gen.Choose(0, 12)
        from events in Event.ArrayOf(count)
        from zone in Gen.Elements(Zones)
        from rule in Gen.Elements(CalendarRule.OpenHours, CalendarRule.Exceptions)
        from quarter in Gen.Choose(-96, (14 * 96) - 1)
        select (events, zone, rule, quarter);

    [Fact]
    public void Office_is_open_at_an_instant_exactly_when_the_reference_says_so() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Sample.ToArbitrary(), sample =>
        {
            var zone = DateTimeZoneProviders.Tzdb[sample.Zone];
            var calendar = Made(sample.Events, zone, sample.Rule);
            // On the quarter, just before and just after.
            foreach (var at in (DateTimeOffset[])[At(sample.Quarter), At(sample.Quarter).AddTicks(-1), At(sample.Quarter).AddTicks(1)])
            {
                if (at >= calendar.From)
                    Assert.Equal(IsOpen(sample.Events, zone, sample.Rule, at), OfficeState.At(calendar, at)!.IsOpen);
            }
        }));

    [Fact]
    public void Nothing_changes_before_the_time_that_is_told_and_something_does_then() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Sample.ToArbitrary(), sample =>
        {
            var zone = DateTimeZoneProviders.Tzdb[sample.Zone];
            var calendar = Made(sample.Events, zone, sample.Rule);
            var at = At(sample.Quarter);
            var state = OfficeState.At(calendar, at)!;
            var changes = state.IsOpen ? state.OpenUntil : state.OpensAt;
            for (var later = at; later < (changes ?? calendar.Until); later = later.AddMinutes(15))
                Assert.Equal(state.IsOpen, IsOpen(sample.Events, zone, sample.Rule, later));
            if (changes is { } then)
                Assert.NotEqual(state.IsOpen, IsOpen(sample.Events, zone, sample.Rule, then));
        }));

    [Fact]
    public void Local_time_is_what_the_zone_says() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Sample.ToArbitrary(), sample =>
        {
            var zone = DateTimeZoneProviders.Tzdb[sample.Zone];
            var at = At(sample.Quarter);
            Assert.Equal(
                Instant.FromDateTimeOffset(at).InZone(zone).ToDateTimeOffset(), Made(sample.Events, zone, sample.Rule).Local(at));
        }));

    private static DateTimeOffset At(int quarter) => new DateTimeOffset(Monday).AddMinutes(15 * quarter);

    private static OfficeCalendar Made(CalendarEvent[] events, DateTimeZone zone, CalendarRule rule) =>
        new CalendarSource { Id = ConfigId.Parse("office"), Rule = rule, Zone = zone, MaxAge = TimeSpan.FromHours(1) }
            .Made(events, At(0), TimeSpan.FromMinutes(15));

    // By the definition: for all-day events the office's date is compared, and for others the instant.
    private static bool IsOpen(CalendarEvent[] events, DateTimeZone zone, CalendarRule rule, DateTimeOffset at)
    {
        var now = events.Where(e => !e.IsCancelled && !e.IsDeclined && Covers(e)).ToList();
        var closes = now.Any(e => e.IsOutOfOffice || e.Categories.Contains("Closed"));
        var opens = rule == CalendarRule.Exceptions || now.Any(e => e.Categories.Any(category => category is "Open" or "open"));
        return opens && !closes;

        bool Covers(CalendarEvent e)
        {
            if (!e.IsAllDay)
                return e.Start <= at.UtcDateTime && at.UtcDateTime < e.End;
            var today = Instant.FromDateTimeOffset(at).InZone(zone).Date;
            return LocalDate.FromDateTime(e.Start) <= today && today < LocalDate.FromDateTime(e.End);
        }
    }
}
