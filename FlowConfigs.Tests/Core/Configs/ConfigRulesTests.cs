using FlowConfigs.Core;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Tests.Core.Configs;

public class ConfigRulesTests
{
    private static readonly Config Parent = A.Config("field-office", A.Switch("Closure"), A.Number("Minutes", "30", new() { Min = 5, Max = 240 }))
        .With(A.Prompt("Welcome", ("en-US", "Welcome")));

    private static readonly Config Austin = A.Config("field-office/austin");

    [Trait("Rule", "R1")]
    [Fact]
    public void A_prompt_takes_its_name_as_its_key() =>
        Assert.Equal("Welcome", Fixed(A.Config("a").With(New("Welcome"))).Prompts[0].Key);

    [Trait("Rule", "R1")]
    [Fact]
    public void A_prompt_called_like_a_variable_takes_its_name_and_Prompt_as_its_key() =>
        Assert.Equal("ClosurePrompt", Fixed(A.Config("a", A.Switch("Closure")).With(New("Closure"))).Prompts[0].Key);

    [Trait("Rule", "R1")]
    [Fact]
    public void A_prompt_called_like_a_parents_variable_does_so_too() =>
        Assert.Equal("ClosurePrompt", Fixed(Austin.With(New("Closure")), Parent).Prompts[0].Key);

    [Trait("Rule", "R1")]
    [Fact]
    public void A_prompts_key_stays_when_a_variable_of_its_name_goes()
    {
        var saved = A.Config("a", A.Switch("Closure")).With(New("Closure") with { Key = "ClosurePrompt" });
        Assert.Equal("ClosurePrompt", PromptKeys.Fix(A.Config("a").With(New("Closure")), saved, []).Prompts[0].Key);
    }

    [Trait("Rule", "R1")]
    [Fact]
    public void A_prompts_key_cannot_be_changed()
    {
        var saved = A.Config("a").With(A.Prompt("Welcome", ("en-US", "x")));
        var renamed = A.Config("a").With(A.Prompt("Welcome", ("en-US", "x")) with { Key = "Hello" });
        Assert.Equal(["prompts[0].key"], Paths(ConfigRules.Problems(renamed, saved, [], NoKeys, A.Now)));
    }

    [Trait("Rule", "R2")]
    [Fact]
    public void A_key_is_unique_within_a_config() =>
        Assert.Equal(["variables[1].name"], Paths(A.Config("a", A.Switch("Closure"), A.Text("Closure"))));

    [Trait("Rule", "R2")]
    [Fact]
    public void A_variable_cannot_take_the_key_that_a_prompt_has()
    {
        var saved = A.Config("a").With(A.Prompt("Welcome", ("en-US", "x")));
        var problems = ConfigRules.Problems(saved with { Variables = [A.Text("Welcome")] }, saved, [], NoKeys, A.Now);
        Assert.Equal(["prompts[0].name"], Paths(problems));
    }

    [Trait("Rule", "R2")]
    [Fact]
    public void A_key_of_a_parent_cannot_be_defined_again()
    {
        var problem = Assert.Single(ConfigRules.Problems(A.Config("field-office/austin", A.Switch("Closure")), null, [Parent], NoKeys, A.Now));
        Assert.Contains("field-office defines it. Override it", problem.Message);
    }

    [Trait("Rule", "R2")]
    [Fact]
    public void A_parent_cannot_define_a_key_that_a_config_below_defines()
    {
        var below = new Dictionary<string, ConfigId> { ["Parking"] = Austin.Id };
        var problem = Assert.Single(ConfigRules.Problems(A.Config("field-office", A.Text("Parking")), null, [], below, A.Now));
        Assert.Contains("field-office/austin, below this config, defines it", problem.Message);
    }

    [Trait("Rule", "R2")]
    [Theory]
    [InlineData("")]
    [InlineData("_mine")]
    [InlineData("two words")]
    [InlineData("a.b")]
    [InlineData("né")]
    public void A_key_is_what_a_flow_can_name(string name) => Assert.Equal(["variables[0].name"], Paths(A.Config("a", A.Text(name))));

    [Theory]
    [InlineData("TRUE")]
    [InlineData("")]
    [InlineData("yes")]
    public void A_boolean_is_true_or_false(string value) =>
        Assert.Equal(["variables[0].value"], Paths(A.Config("a", A.Switch("x") with { Value = value })));

    [Theory]
    [InlineData("4.9", false)]
    [InlineData("5", true)]
    [InlineData("240", true)]
    [InlineData("241", false)]
    [InlineData("1,000", false)]
    [InlineData("ten", false)]
    [InlineData("", false)]
    public void A_number_lies_between_min_and_max(string value, bool valid) =>
        Assert.Equal(valid, Paths(A.Config("a", A.Number("x", value, new() { Min = 5, Max = 240 }))) is []);

    [Theory]
    [InlineData("queue", true)]
    [InlineData("Queue", false)]
    [InlineData("", false)]
    public void A_select_is_one_of_its_options(string value, bool valid) =>
        Assert.Equal(valid, Paths(A.Config("a", A.Select("x", value, "queue", "voicemail"))) is []);

    [Fact]
    public void A_text_keeps_to_its_length_and_pattern()
    {
        var code = A.Text("x") with { Constraints = new() { MaxLength = 4, Pattern = "[A-Z]+" } };
        Assert.Empty(Paths(A.Config("a", code with { Value = "ABC" })));
        Assert.Equal(["variables[0].value"], Paths(A.Config("a", code with { Value = "ABCDE" })));
        Assert.Equal(["variables[0].value"], Paths(A.Config("a", code with { Value = "ABc" })));
    }

    [Fact]
    public void A_pattern_that_would_backtrack_for_ever_refuses_the_value_instead()
    {
        var trap = A.Text("x", new string('a', 40) + "!") with { Constraints = new() { Pattern = "(a+)+" } };
        Assert.Equal(["variables[0].value"], Paths(A.Config("a", trap)));
    }

    [Fact]
    public void Constraints_fit_the_kind()
    {
        Assert.Equal(["variables[0].constraints"], Paths(A.Config("a", A.Switch("x") with { Constraints = new() { Min = 1 } })));
        Assert.Equal(["variables[0].constraints.options"], Paths(A.Config("a", A.Select("x", "a"))));
        Assert.Equal(["variables[0].constraints.pattern"], Paths(A.Config("a", A.Text("x") with { Constraints = new() { Pattern = "(" } })));
        Assert.Equal(["variables[0].constraints.min"], Paths(A.Config("a", A.Number("x", "1", new() { Min = 2, Max = 1 }))));
        Assert.Equal(["variables[0].constraints.options"], Paths(A.Config("a", A.Select("x", "a", "a", "a"))));
        Assert.Equal(["variables[0].constraints.options"], Paths(A.Config("a", A.Select("x", "a", "a", "b\nc"))));
    }

    // JavaScript, which saves what a person did not touch too, keeps 15 digits of a number.
    [Theory]
    [InlineData("999999999999999", true)]
    [InlineData("-0.000000000000001", true)]
    [InlineData("0.1", true)]
    [InlineData("1000000000000000", false)]
    [InlineData("1.000000000000001", false)]
    [InlineData("79228162514264337593543950335", false)]
    public void A_limit_has_the_digits_that_a_browser_keeps(string limit, bool valid)
    {
        var number = decimal.Parse(limit, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(valid, Paths(A.Config("a", A.Number("x", limit, new() { Min = number }))) is []);
        Assert.Equal(valid, Paths(A.Config("a", A.Number("x", limit, new() { Max = number }))) is []);
    }

    [Trait("Rule", "R9")]
    [Theory]
    [InlineData("<speak>Hello", "voice")]
    [InlineData("<speak>Tom & Jerry</speak>", "voice")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><speak>&a;</speak>", "voice")]
    [InlineData("<speak><!DOCTYPE x></speak>", "voice")]
    [InlineData("   ", "voice")]
    [InlineData("Tom & Jerry <3", null)]
    public void A_voice_text_is_plain_or_well_formed_SSML(string voice, string? problemAt) =>
        Assert.Equal(
            problemAt is null ? [] : [$"prompts[0].texts.en-US.{problemAt}"],
            Paths(A.Config("a").With(A.Prompt("Welcome", ("en-US", voice)))));

    [Theory]
    [InlineData(3000, true)]
    [InlineData(3001, false)]
    public void A_voice_text_has_at_most_3000_spoken_characters(int length, bool valid) =>
        Assert.Equal(valid, Paths(A.Config("a").With(A.Prompt("Welcome", ("en-US", new string('a', length))))) is []);

    [Fact]
    public void A_prompt_needs_a_text_in_a_real_language()
    {
        Assert.Equal(["prompts[0].texts"], Paths(A.Config("a").With(A.Prompt("Welcome"))));
        Assert.Equal(["prompts[0].texts.english!"], Paths(A.Config("a").With(A.Prompt("Welcome", ("english!", "x")))));
        Assert.Equal(["prompts[0].texts.EN-us"], Paths(A.Config("a").With(A.Prompt("Welcome", ("en-US", "x"), ("EN-us", "y")))));
    }

    [Trait("Rule", "R5")]
    [Fact]
    public void An_override_fits_the_definition()
    {
        Assert.Empty(Overriding("Closure", "true"));
        Assert.Equal(["overrides.Closure.value"], Overriding("Closure", "maybe"));
        Assert.Equal(["overrides.Minutes.value"], Overriding("Minutes", "1"));
        Assert.Equal(["overrides.Nothing"], Overriding("Nothing", "1"));
        Assert.Equal(["overrides.Welcome.texts"], Overriding("Welcome", "a value"));
        Assert.Equal(["overrides.Closure.value"], Paths(ConfigRules.Problems(
            Austin.OverridingPrompt("Closure", ("en-US", "x")), null, [Parent], NoKeys, A.Now)));
    }

    [Trait("Rule", "R4")]
    [Fact]
    public void A_locked_key_cannot_be_overridden()
    {
        var locked = Parent with { Variables = [A.Switch("Closure") with { Locked = true }] };
        var problem = Assert.Single(ConfigRules.Problems(Austin.Overriding("Closure", "true"), null, [locked], NoKeys, A.Now));
        Assert.Contains("field-office has locked Closure", problem.Message);
    }

    [Trait("Rule", "R5")]
    [Fact]
    public void An_override_that_was_saved_before_its_key_was_locked_does_not_stop_another_change()
    {
        var locked = Parent with { Variables = [A.Switch("Closure") with { Locked = true }] };
        var saved = Austin.Overriding("Closure", "true");
        Assert.Empty(ConfigRules.Problems(saved with { Description = "changed" }, saved, [locked], NoKeys, A.Now));
    }

    private static Dictionary<string, ConfigId> NoKeys => [];

    private static Prompt New(string name) => A.Prompt(name, ("en-US", "x")) with { Key = "" };

    private static Config Fixed(Config config, params IReadOnlyList<Config> parents) => PromptKeys.Fix(config, null, parents);

    private static IReadOnlyList<string> Overriding(string key, string value) =>
        Paths(ConfigRules.Problems(Austin.Overriding(key, value), null, [Parent], NoKeys, A.Now));

    private static IReadOnlyList<string> Paths(Config config) => Paths(ConfigRules.Problems(config, null, [], NoKeys, A.Now));

    private static IReadOnlyList<string> Paths(IReadOnlyList<Problem> problems) => [.. problems.Select(p => p.Path)];
}
