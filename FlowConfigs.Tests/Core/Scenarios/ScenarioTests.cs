using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Tests.Core.Scenarios;

public class ScenarioTests
{
    private static readonly Config Parent = A.Config("field-office", A.Switch("Closure"), A.Text("Greeting", "hello"));

    private static readonly Config Austin = A.Config("field-office/austin").Overriding("Greeting", "howdy");

    [Trait("Rule", "R15")]
    [Fact]
    public void A_scenario_wins_over_an_override_and_a_timed_change()
    {
        var austin = Austin.Changing("Greeting", "moved").In(A.Scenario("fire", ("Greeting", "leave")));
        var greeting = Resolve([austin, Parent])["Greeting"];
        Assert.Equal(("leave", ReasonSource.Scenario, "fire"), (greeting.Value, greeting.Reason.Source, greeting.Reason.Name));
        Assert.Equal(A.Now.AddHours(1), greeting.Reason.Until);
    }

    [Trait("Rule", "R15")]
    [Fact]
    public void A_scenario_of_a_parent_wins_over_what_the_configs_below_override()
    {
        var greeting = Resolve([Austin.Changing("Greeting", "moved"), Parent.In(A.Scenario("fire", ("Greeting", "leave")))])["Greeting"];
        Assert.Equal(("leave", "field-office"), (greeting.Value, greeting.Reason.From.Value));
    }

    [Trait("Rule", "R15")]
    [Fact]
    public void A_key_that_the_scenario_does_not_name_stays_as_it_is()
    {
        var closure = Resolve([Austin.In(A.Scenario("fire", ("Greeting", "leave"))), Parent])["Closure"];
        Assert.Equal(("false", ReasonSource.Inherited), (closure.Value, closure.Reason.Source));
    }

    [Trait("Rule", "R16")]
    [Fact]
    public void A_scenario_of_the_config_wins_over_one_of_a_parent_even_if_that_was_switched_on_later()
    {
        var austin = Austin.In(A.Scenario("flood", ("Greeting", "swim")) with { From = A.Now.AddHours(-3) });
        var values = Resolve([austin, Parent.In(A.Scenario("fire", ("Greeting", "leave"), ("Closure", "true")))]);
        Assert.Equal(("swim", "true"), (values["Greeting"].Value, values["Closure"].Value));
    }

    [Trait("Rule", "R16")]
    [Fact]
    public void Of_two_scenarios_on_one_config_the_later_one_wins_and_the_other_holds_again_when_it_ends()
    {
        var first = A.Scenario("flood", ("Greeting", "swim")) with { From = A.Now.AddHours(-2), Until = A.Now.AddHours(5) };
        var later = A.Scenario("fire", ("Greeting", "leave"));
        var config = Parent.In(later, first);
        Assert.Equal("leave", Resolve([config])["Greeting"].Value);
        Assert.Equal("swim", Resolve([config], later.Until)["Greeting"].Value);
        Assert.Equal("hello", Resolve([config], first.Until)["Greeting"].Value);
    }

    [Trait("Rule", "R17")]
    [Fact]
    public void A_scenario_gives_nothing_to_a_key_that_a_parent_has_locked()
    {
        var locked = A.Config("field-office", A.Switch("Closure") with { Locked = true });
        var austin = A.Config("field-office/austin").In(A.Scenario("fire", ("Closure", "true")));
        Assert.Equal("false", Resolve([austin, locked])["Closure"].Value);
    }

    [Trait("Rule", "R17")]
    [Fact]
    public void A_scenario_on_the_config_that_locks_a_key_gives_it_to_all_below()
    {
        var locked = A.Config("field-office", A.Switch("Closure") with { Locked = true }).In(A.Scenario("fire", ("Closure", "true")));
        Assert.Equal("true", Resolve([Austin.Overriding("Closure", "false"), locked])["Closure"].Value);
    }

    [Trait("Rule", "R18")]
    [Fact]
    public void A_scenario_holds_from_the_instant_it_is_switched_on_until_its_end_and_not_at_it()
    {
        var fire = A.Scenario("fire", ("Greeting", "leave"));
        string[] at = [.. new[] { fire.From.AddTicks(-1), fire.From, fire.Until.AddTicks(-1), fire.Until }
            .Select(instant => Resolve([Parent.In(fire)], instant)["Greeting"].Value)];
        Assert.Equal(["hello", "leave", "leave", "hello"], at);
    }

    private static Dictionary<string, ResolvedValue> Resolve(IReadOnlyList<Config> chain, DateTimeOffset? at = null) =>
        Resolver.Resolve(Chain.Of(chain, at ?? A.Now), "en-US", Channel.Voice).Values.ToDictionary(v => v.Key);
}
