using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Core.Exchange;

public class CsvValuesTests
{
    private static readonly Config Parent = A.Config("field-office", A.Switch("Closure"), A.Text("Greeting", "hello"))
        .With(A.Prompt("Welcome", ("en-US", "Welcome"), ("es-US", "Bienvenidos")));

    private static readonly Config Austin = A.Config("field-office/austin").Overriding("Greeting", "howdy");

    [Fact]
    public void A_config_has_a_row_for_each_value_and_text_of_its_own()
    {
        Assert.Equal(
            ["Closure///false", "Greeting///hello", "Welcome/en-US/voice/Welcome", "Welcome/es-US/voice/Bienvenidos"],
            CsvValues.Of(Parent).Select(row => $"{row.Key}/{row.Language}/{row.Channel}/{row.Value}"));
        Assert.Equal(["howdy"], CsvValues.Of(Austin).Select(row => row.Value));
    }

    [Trait("Rule", "R36")]
    [Fact]
    public void A_row_sets_a_value_and_leaves_the_rest_as_it_is()
    {
        var config = Apply(Row("field-office", "Greeting", "hi"));
        Assert.Equal([new FieldChange("variables.Greeting.value", "hello", "hi")], ConfigDiff.Of(Parent, config));
        Assert.Equal("", Apply(Row("field-office", "Greeting", "")).Variables[1].Value);
    }

    [Trait("Rule", "R36")]
    [Fact]
    public void A_row_of_an_inherited_key_is_an_override()
    {
        var config = Apply(Row("field-office/austin", "Closure", "true"));
        Assert.Equal([new FieldChange("overrides.Closure.value", null, "true")], ConfigDiff.Of(Austin, config));
    }

    [Trait("Rule", "R36")]
    [Fact]
    public void An_override_of_a_prompt_begins_with_all_languages_of_the_parent_as_the_file_has_them()
    {
        var drafts = CsvValues.Apply(
            [Row("field-office/austin", "Welcome", "Hola", "ES-us"), Row("field-office", "Welcome", "Good day", "en-US")], Saved(), A.Now);
        var texts = drafts.Single(draft => draft.Config.Id == Austin.Id).Config.Overrides["Welcome"].Texts!;
        Assert.Equal(("Good day", "Hola"), (texts["en-US"].Voice, texts["es-US"].Voice));
    }

    [Trait("Rule", "R36")]
    [Fact]
    public void A_chat_text_or_a_language_can_be_added()
    {
        var config = Apply(new(2, "field-office", "Welcome", "en-US", "chat", "Hi"), Row("field-office", "Welcome", "Bienvenue", "fr-CA"));
        Assert.Equal(("Welcome", "Hi"), (config.Prompts[0].Texts["en-US"].Voice, config.Prompts[0].Texts["en-US"].Chat));
        Assert.Equal("Bienvenue", config.Prompts[0].Texts["fr-CA"].Voice);
    }

    [Trait("Rule", "R36")]
    [Theory]
    [InlineData("field-office", "Parking", "", "neither defines nor inherits a variable")]
    [InlineData("field-office", "Welcome", "", "neither defines nor inherits a variable")]
    [InlineData("field-office/austin", "Closure", "en-US", "neither defines nor inherits a prompt")]
    [InlineData("nobody", "Closure", "", "no such config")]
    public void Structure_is_never_made(string config, string key, string language, string message)
    {
        var draft = Assert.Single(CsvValues.Apply([Row(config, key, "x", language)], Saved(), A.Now));
        Assert.Contains(message, Assert.Single(draft.Problems).Message);
    }

    [Fact]
    public void An_override_that_lost_its_definition_comes_back_as_it_was()
    {
        var config = A.Config("a").Overriding("Gone", "x").OverridingPrompt("GoneToo", ("en-US", "x"));
        var saved = new Dictionary<ConfigId, Config> { [config.Id] = config };
        var draft = Assert.Single(CsvValues.Apply([.. CsvValues.Of(config)], saved, A.Now));
        Assert.Empty(draft.Problems);
        Assert.Empty(ConfigDiff.Of(config, draft.Config));
    }

    private static CsvRow Row(string config, string key, string value, string language = "") =>
        new(2, config, key, language, language == "" ? "" : "voice", value);

    private static Dictionary<ConfigId, Config> Saved() => new() { [Parent.Id] = Parent, [Austin.Id] = Austin };

    private static Config Apply(params IReadOnlyList<CsvRow> rows)
    {
        var draft = Assert.Single(CsvValues.Apply(rows, Saved(), A.Now));
        Assert.Empty(draft.Problems);
        return draft.Config;
    }
}
