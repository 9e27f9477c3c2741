using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Settings;

namespace FlowConfigs.Tests.Core.Settings;

public class LimitRulesTests
{
    private static readonly SettingsLimits Limits = new() { LongestChangeDays = 2, LongestScenarioHours = 3, PromptCharacters = 5 };
    private static readonly Config Saved = A.Config("a", A.Switch("Closure")).With(A.Prompt("Welcome", ("en-US", "Hello, caller")));

    [Fact]
    public void What_is_new_keeps_within_the_limits()
    {
        var config = Saved.With(A.Prompt("Welcome", ("en-US", "Hello!"), ("es-US", "<speak>¡Hola</speak>")))
            .OverridingPrompt("Bye", ("en-US", "Good-bye"))
            .Changing(A.Change("Closure", "true", "2026-03-02T12:00Z", "2026-03-04T13:00Z"));
        Assert.Equal(
            ["prompts[0].texts.en-US.voice", "overrides.Bye.texts.en-US.voice", "changes[0].until"],
            LimitRules.Problems(config, Saved, Limits).Select(problem => problem.Path));
    }

    [Fact]
    public void What_was_saved_before_the_limits_were_set_stays()
    {
        var saved = Saved.Changing(A.Change("Closure", "true", "2026-03-02T12:00Z", "2026-03-09T12:00Z"));
        Assert.Empty(LimitRules.Problems(saved with { Description = "another" }, saved, Limits));
    }

    [Fact]
    public void A_scenario_stays_on_no_longer_than_the_limit()
    {
        Assert.Null(LimitRules.ScenarioProblem(A.Now, A.Now.AddHours(3), Limits));
        Assert.Equal("until", LimitRules.ScenarioProblem(A.Now, A.Now.AddHours(4), Limits)?.Path);
    }
}
