using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace FlowConfigs.Tests.Core.Resolving;

public class TimedChangeTests
{
    private static readonly Config Parent = A.Config("field-office", A.Switch("Closure"), A.Text("Greeting", "hello"));

    [Trait("Rule", "R12")]
    [Theory]
    [InlineData("2026-03-02T11:59:59Z", "false")]
    [InlineData("2026-03-02T12:00:00Z", "true")]
    [InlineData("2026-03-02T12:59:59Z", "true")]
    [InlineData("2026-03-02T13:00:00Z", "false")]
    public void A_timed_change_holds_from_its_first_instant_until_just_before_its_last(string at, string value) =>
        Assert.Equal(value, Value("Closure", at, Parent.Changing(A.Change("Closure", "true", "2026-03-02T12:00Z", "2026-03-02T13:00Z"))));

    [Trait("Rule", "R12")]
    [Fact]
    public void The_reason_names_the_change_and_when_it_ends()
    {
        var config = Parent.Changing(A.Change("Closure", "true", "2026-03-02T12:00Z", "2026-03-02T13:00Z"));
        var reason = Resolve("2026-03-02T12:30Z", A.Config("field-office/austin"), config)["Closure"].Reason;
        Assert.Equal((ReasonSource.TimedChange, "Closure-true", A.At("2026-03-02T13:00Z")), (reason.Source, reason.Name, reason.Until));
        Assert.Equal("field-office", reason.From.Value);
    }

    [Trait("Rule", "R13")]
    [Fact]
    public void Of_changes_that_overlap_the_one_that_began_last_wins_and_the_longer_one_comes_back_after_it()
    {
        var config = Parent.Changing(
            A.Change("Greeting", "noon", "2026-03-02T12:00Z", "2026-03-02T13:00Z"),
            A.Change("Greeting", "day", "2026-03-02T08:00Z", "2026-03-02T18:00Z"));
        string[] times = ["11:00", "12:30", "13:00"];
        Assert.Equal(["day", "noon", "day"], times.Select(at => Value("Greeting", $"2026-03-02T{at}Z", config)));
    }

    [Trait("Rule", "R13")]
    [Fact]
    public void Of_changes_that_begin_together_the_one_that_ends_first_wins()
    {
        var config = Parent.Changing(
            A.Change("Greeting", "short", "2026-03-02T08:00Z", "2026-03-02T09:00Z"),
            A.Change("Greeting", "long", "2026-03-02T08:00Z", "2026-03-02T18:00Z"));
        Assert.Equal("short", Value("Greeting", "2026-03-02T08:30Z", config));
    }

    [Trait("Rule", "R14")]
    [Fact]
    public void A_change_is_stronger_than_the_configs_own_value_and_an_own_value_than_a_parents_change()
    {
        var parent = Parent.Changing(A.Change("Greeting", "parent's change", "2026-03-02T12:00Z", "2026-03-02T13:00Z"));
        var austin = A.Config("field-office/austin").Overriding("Greeting", "own");
        Assert.Equal("parent's change", Value("Greeting", "2026-03-02T12:00Z", A.Config("field-office/austin"), parent));
        Assert.Equal("own", Value("Greeting", "2026-03-02T12:00Z", austin, parent));
        var changed = austin.Changing(A.Change("Greeting", "own change", "2026-03-02T12:00Z", "2026-03-02T13:00Z"));
        Assert.Equal("own change", Value("Greeting", "2026-03-02T12:00Z", changed, parent));
    }

    [Trait("Rule", "R4")]
    [Fact]
    public void A_lock_keeps_a_change_from_below_out_but_not_the_locking_configs_own()
    {
        var locked = A.Config("field-office", A.Switch("Closure") with { Locked = true });
        var change = A.Change("Closure", "true", "2026-03-02T12:00Z", "2026-03-02T13:00Z");
        Assert.Equal("false", Value("Closure", "2026-03-02T12:00Z", A.Config("field-office/austin").Changing(change), locked));
        Assert.Equal("true", Value("Closure", "2026-03-02T12:00Z", A.Config("field-office/austin"), locked.Changing(change)));
    }

    // Clocks in New York go forward on 2026-03-08 at 02:00 and back on 2026-11-01 at 02:00; in London on 2026-03-29 at 01:00 and
    // 2026-10-25 at 02:00.
    [Trait("Rule", "R12")]
    [Theory]
    [InlineData("America/New_York", "2026-03-07T17:00", "2026-03-08T17:00", "2026-03-07T22:00Z", "2026-03-08T21:00Z")]
    [InlineData("America/New_York", "2026-10-31T17:00", "2026-11-01T17:00", "2026-10-31T21:00Z", "2026-11-01T22:00Z")]
    [InlineData("Europe/London", "2026-03-28T17:00", "2026-03-29T17:00", "2026-03-28T17:00Z", "2026-03-29T16:00Z")]
    [InlineData("Europe/London", "2026-10-24T17:00", "2026-10-25T17:00", "2026-10-24T16:00Z", "2026-10-25T17:00Z")]
    // Twice a year an hour is left out or comes twice: left out counts on, of two a start means the first, an end the second.
    [InlineData("America/New_York", "2026-03-08T02:30", "2026-03-08T02:45", "2026-03-08T07:30Z", "2026-03-08T07:45Z")]
    [InlineData("America/New_York", "2026-11-01T01:30", "2026-11-01T01:45", "2026-11-01T05:30Z", "2026-11-01T06:45Z")]
    [InlineData("Europe/London", "2026-03-29T01:30", "2026-03-29T01:45", "2026-03-29T01:30Z", "2026-03-29T01:45Z")]
    [InlineData("Europe/London", "2026-10-25T01:30", "2026-10-25T01:45", "2026-10-25T00:30Z", "2026-10-25T01:45Z")]
    public void A_change_across_a_switch_of_the_clocks_holds_between_the_right_instants(
        string zone, string from, string until, string first, string end)
    {
        var timeZone = DateTimeZoneProviders.Tzdb[zone];
        Assert.True(ZonedTime.TryReadFrom(from, timeZone, out var start, out _));
        Assert.True(ZonedTime.TryReadUntil(until, timeZone, out var stop, out _));
        Assert.Equal((A.At(first).UtcDateTime, A.At(end).UtcDateTime), (start.UtcDateTime, stop.UtcDateTime));
        Assert.Equal(TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(start), start.Offset);

        var clock = new FakeTimeProvider(A.At(first).AddSeconds(-1));
        var config = Parent.Changing(A.Change("Closure", "true", from + "Z", until + "Z") with { From = start, Until = stop });
        Assert.Equal("false", Value("Closure", clock, config));
        clock.SetUtcNow(A.At(first));
        Assert.Equal("true", Value("Closure", clock, config));
        clock.SetUtcNow(A.At(end).AddSeconds(-1));
        Assert.Equal("true", Value("Closure", clock, config));
        clock.SetUtcNow(A.At(end));
        Assert.Equal("false", Value("Closure", clock, config));
    }

    [Trait("Rule", "R12")]
    [Theory]
    [InlineData("2026-03-08T17:00-08:00", "2026-03-08T21:00-04:00")]
    [InlineData("2026-03-09T01:00Z", "2026-03-08T21:00-04:00")]
    [InlineData("2026-03-08T21:00:30.5", "2026-03-08T21:00:30.5-04:00")]
    public void A_time_with_an_offset_is_that_instant_on_the_zones_clock(string text, string time)
    {
        Assert.True(ZonedTime.TryReadFrom(text, DateTimeZoneProviders.Tzdb["America/New_York"], out var read, out _));
        Assert.True(A.At(time).EqualsExact(read), read.ToString("O"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("17:00")]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30T10:00")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("2026-03-08T17:00+99:00")]
    public void What_is_no_time_is_refused_with_an_example(string text)
    {
        Assert.False(ZonedTime.TryReadUntil(text, DateTimeZone.Utc, out _, out var problem));
        Assert.StartsWith("Must be ", problem);
    }

    private static string Value(string key, string at, params IReadOnlyList<Config> chain) => Resolve(at, chain)[key].Value;

    private static string Value(string key, TimeProvider clock, Config config) =>
        Resolver.Resolve(Chain.Of([config], clock.GetUtcNow()), null, Channel.Voice).Values.Single(v => v.Key == key).Value;

    private static Dictionary<string, ResolvedValue> Resolve(string at, params IReadOnlyList<Config> chain) =>
        Resolver.Resolve(Chain.Of(chain, A.At(at)), "en-US", Channel.Voice).Values.ToDictionary(v => v.Key);
}
