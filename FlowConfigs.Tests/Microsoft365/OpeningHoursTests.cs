using FlowConfigs.Core.Calendars;

namespace FlowConfigs.Tests.Microsoft365;

/// <summary>When an office is open, by the events of its calendar.</summary>
public sealed class OpeningHoursTests
{
    private const string Now = "2026-12-01T12:00";

    [Fact]
    public void Office_is_open_from_the_start_of_an_open_event_until_just_before_its_end()
    {
        var office = Offices.Calendar("UTC", CalendarRule.OpenHours, Now, Offices.Open("2026-12-01T09:00", "2026-12-01T17:00"));
        Assert.False(office.At("2026-12-01T08:59:59").IsOpen);
        var open = office.At("2026-12-01T09:00");
        Assert.Equal((true, Offices.Utc("2026-12-01T17:00"), "open-event"), (open.IsOpen, open.OpenUntil, open.Reason));
        var closed = office.At("2026-12-01T17:00");
        Assert.Equal((false, null, "no-open-event"), (closed.IsOpen, closed.OpensAt, closed.Reason));
        Assert.Equal(Offices.Utc("2026-12-01T09:00"), office.At("2026-12-01T01:00").OpensAt);
    }

    [Fact]
    public void Closing_event_is_stronger_than_an_open_one()
    {
        var office = Offices.Calendar(
            "UTC", CalendarRule.OpenHours, Now,
            Offices.Open("2026-12-01T09:00", "2026-12-01T17:00"),
            Offices.Closed("2026-12-01T12:00", "2026-12-01T13:00") with { Subject = "Fire drill" });
        Assert.Equal(Offices.Utc("2026-12-01T12:00"), office.At("2026-12-01T09:30").OpenUntil);
        var drill = office.At("2026-12-01T12:30");
        Assert.Equal((false, "Fire drill", "closed-event"), (drill.IsOpen, drill.Event?.Subject, drill.Reason));
        Assert.Equal(Offices.Utc("2026-12-01T13:00"), drill.OpensAt);
    }

    [Fact]
    public void Without_an_exception_the_hours_of_Connect_decide()
    {
        var office = Offices.Calendar(
            "UTC", CalendarRule.Exceptions, Now,
            Offices.Open("2026-12-01T09:00", "2026-12-01T17:00"),
            Offices.Open("2026-12-03T09:00", "2026-12-03T10:00") with { Categories = [], IsOutOfOffice = true });
        Assert.Equal((true, "no-exception"), (office.At("2026-12-01T03:00").IsOpen, office.At("2026-12-01T03:00").Reason));
        Assert.Equal(Offices.Utc("2026-12-03T09:00"), office.At("2026-12-01T03:00").OpenUntil);
        Assert.Equal("out-of-office", office.At("2026-12-03T09:30").Reason);
        Assert.Null(office.At("2026-12-04T00:00").OpenUntil);
    }

    [Fact]
    public void Overlapping_and_adjacent_events_are_one_time()
    {
        var office = Offices.Calendar(
            "UTC", CalendarRule.OpenHours, Now,
            Offices.Open("2026-12-01T09:00", "2026-12-01T12:00"), Offices.Open("2026-12-01T11:00", "2026-12-01T14:00"),
            Offices.Open("2026-12-01T14:00", "2026-12-01T17:00"));
        Assert.Single(office.Open);
        Assert.Equal(Offices.Utc("2026-12-01T17:00"), office.At("2026-12-01T09:00").OpenUntil);
    }

    [Fact]
    public void Event_over_midnight_is_open_on_both_days()
    {
        var office = Offices.Calendar("UTC", CalendarRule.OpenHours, Now, Offices.Open("2026-12-01T22:00", "2026-12-02T06:00"));
        Assert.All(["2026-12-01T23:59", "2026-12-02T00:00", "2026-12-02T05:59"], time => Assert.True(office.At(time).IsOpen));
        Assert.False(office.At("2026-12-02T06:00").IsOpen);
    }

    [Fact]
    public void Cancelled_declined_and_empty_events_decide_nothing()
    {
        var open = Offices.Open("2026-12-01T09:00", "2026-12-01T17:00");
        var office = Offices.Calendar(
            "UTC", CalendarRule.OpenHours, Now,
            open with { IsCancelled = true }, open with { IsDeclined = true }, open with { End = open.Start }, open with { Categories = ["Team"] });
        Assert.Empty(office.Events);
        Assert.False(office.At("2026-12-01T10:00").IsOpen);
    }

    [Fact]
    public void Private_event_closes_without_its_subject()
    {
        var office = Offices.Calendar(
            "UTC", CalendarRule.Exceptions, Now,
            Offices.Closed("2026-12-01T09:00", "2026-12-01T10:00") with { Subject = "Surgery", IsPrivate = true });
        Assert.Equal((false, ""), (office.At("2026-12-01T09:00").IsOpen, office.At("2026-12-01T09:00").Event?.Subject));
    }

    // 25 December is from 11:00 UTC on the day before in Auckland (UTC+13), and from 10:00 UTC on the day itself in Honolulu (UTC-10).
    [Theory]
    [InlineData("Pacific/Auckland", "2026-12-24T11:00", "2026-12-25T11:00")]
    [InlineData("Pacific/Honolulu", "2026-12-25T10:00", "2026-12-26T10:00")]
    [InlineData("UTC", "2026-12-25T00:00", "2026-12-26T00:00")]
    public void All_day_event_is_the_day_of_the_office(string zone, string from, string until)
    {
        var office = Offices.Calendar(zone, CalendarRule.Exceptions, "2026-12-20T00:00", Offices.AllDay("2026-12-25", "2026-12-26"));
        var closed = Assert.Single(office.Events);
        Assert.Equal((Offices.Utc(from), Offices.Utc(until)), (closed.From, closed.Until));
    }

    [Theory]
    [InlineData("2026-03-08", 23)] // the clock skips an hour
    [InlineData("2026-11-01", 25)] // the clock repeats one
    [InlineData("2026-11-02", 24)]
    public void All_day_event_is_as_long_as_its_day(string date, int hours)
    {
        var next = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var office = Offices.Calendar("America/New_York", CalendarRule.Exceptions, date, Offices.AllDay(date, next));
        Assert.Equal(TimeSpan.FromHours(hours), office.Events[0].Until - office.Events[0].From);
    }

    [Fact]
    public void Local_time_follows_the_clock_when_it_changes()
    {
        // 2026-11-01 06:00 UTC: 02:00 in summer becomes 01:00.
        var office = Offices.Calendar("America/New_York", CalendarRule.Exceptions, "2026-10-31T12:00");
        Assert.Equal("2026-11-01T01:59-04:00", SpokenTimes.Written(office.Local(Offices.Utc("2026-11-01T05:59"))));
        Assert.Equal("2026-11-01T01:00-05:00", SpokenTimes.Written(office.Local(Offices.Utc("2026-11-01T06:00"))));
        // 2026-03-08 07:00 UTC: 02:00 becomes 03:00.
        office = Offices.Calendar("America/New_York", CalendarRule.Exceptions, "2026-03-07T12:00");
        Assert.Equal("2026-03-08T03:00-04:00", SpokenTimes.Written(office.Local(Offices.Utc("2026-03-08T07:00"))));
    }

    [Fact]
    public void Nothing_is_said_of_a_time_that_was_not_read()
    {
        var office = Offices.Calendar("UTC", CalendarRule.Exceptions, Now);
        Assert.Null(OfficeState.At(office, office.From.AddTicks(-1)));
        Assert.NotNull(OfficeState.At(office, office.From));
        Assert.Null(OfficeState.At(office, office.Until));
    }

    [Theory]
    [InlineData("en-US", "2026-12-01T17:30", "5:30 PM")]
    [InlineData("en-US", "2026-12-01T12:00", "noon")]
    [InlineData(null, "2026-12-02T09:00", "tomorrow at 9 AM")]
    [InlineData("en-GB", "2026-12-04T09:00", "Friday at 9 AM")]
    [InlineData("en-US", "2026-12-08T09:00", "Tuesday, December 8 at 9 AM")]
    [InlineData("es-US", "2026-12-01T17:30", "17:30")]
    [InlineData("es-US", "2026-12-04T09:00", "el viernes a las 9:00")]
    [InlineData("es-US", "2026-12-08T09:00", "el martes 8 de diciembre a las 9:00")]
    [InlineData("fr-FR", "2026-12-08T09:00", "2026-12-08 09:00")]
    public void Time_is_spoken_as_people_say_it(string? language, string at, string spoken) =>
        Assert.Equal(spoken, SpokenTimes.Spoken(Offices.Utc(at), Offices.Utc(Now), language));
}
