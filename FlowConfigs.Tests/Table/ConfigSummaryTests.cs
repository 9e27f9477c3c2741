using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

/// <summary>What the list needs to say "Closed now" without reading the configs.</summary>
public sealed class ConfigSummaryTests
{
    private static readonly Saved Saved = new(A.Author.By, A.Now, null);

    [Fact]
    public void What_a_config_switches_on_itself_is_in_its_summary_and_nothing_else()
    {
        var config = A.Config("a", A.Switch("Closure", true), A.Switch("Callback"), A.Text("Name", "true"))
            .Overriding("Recording", "true").Overriding("Music", "false");
        Assert.Equal(["Closure", "Recording"], ConfigSummary.Of(config with { Saved = Saved }).On);
    }

    [Fact]
    public void A_timed_change_and_a_scenario_say_when_they_hold_and_what_they_switch_on()
    {
        var config = A.Config("a", A.Switch("Closure"), A.Number("Minutes", "5"))
            .Changing(A.Change("Closure", "true", "2026-03-02T12:00Z", "2026-03-02T17:00Z"))
            .Changing(A.Change("Minutes", "10", "2026-03-03T12:00Z", "2026-03-03T17:00Z"))
            .In(A.Scenario("fire", ("Closure", "true"), ("Minutes", "1")));

        var summary = ConfigSummary.Of(config with { Saved = Saved });

        Assert.Empty(summary.On);
        Assert.Equal(
            [
                ("Closure-true", false, "Closure", "Closure"),
                ("Minutes-10", false, "Minutes", ""),
                ("fire", true, "Closure Minutes", "Closure"),
            ],
            summary.Times.Select(time => (time.Id, time.Scenario, string.Join(' ', time.Keys), string.Join(' ', time.On!))));
        Assert.Equal((A.At("2026-03-02T12:00Z"), A.At("2026-03-02T17:00Z")), (summary.Times[0].From, summary.Times[0].Until));
    }
}
