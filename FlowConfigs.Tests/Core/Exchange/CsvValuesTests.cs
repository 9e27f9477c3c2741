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
    [InlineData("nobody", "Closure", "", "does not exist")]
    public void Structure_is_never_made(string config, string key, string language, string message)
    {
        var draft = Assert.Single(CsvValues.Apply([Row(config, key, "x", language)], Saved(), A.Now));
        Assert.Contains(message, Assert.Single(draft.Problems).Message);
    }

    [Trait("Rule", "R36")]
    [Theory]
    [InlineData("TRUE", "true")]
    [InlineData("False", "false")]
    [InlineData("WAHR", "true")]
    [InlineData("faux", "false")]
    [InlineData("Verdadero", "true")]
    [InlineData("ONWAAR", "false")]
    [InlineData("PRAWDA", "true")]
    [InlineData("fałsz", "false")]
    [InlineData("epätosi", "false")]
    [InlineData("ложь", "false")]
    [InlineData("doğru", "true")]
    [InlineData("yanlış", "false")]
    [InlineData("YANLIŞ", "false")]
    [InlineData("maybe", "maybe")]
    public void A_switch_is_read_in_the_language_of_the_spreadsheet(string cell, string value)
    {
        Assert.Equal(value, Apply(Row("field-office", "Closure", cell)).Variables[0].Value);
        Assert.Equal(value, Apply(Row("field-office/austin", "Closure", cell)).Overrides["Closure"].Value);
        Assert.Equal(cell, Apply(Row("field-office", "Greeting", cell)).Variables[1].Value);
    }

    [Trait("Rule", "R36")]
    [Theory]
    [InlineData("15", "15")]
    [InlineData(" 15 ", "15")]
    [InlineData("2.5", "2.5")]
    [InlineData("2,5", "2.5")]
    [InlineData("-0,125", "-0.125")]
    [InlineData("\u22125", "-5")]
    [InlineData("1 500", "1500")]
    [InlineData("1\u00A0500,75", "1500.75")]
    [InlineData("1'500", "1500")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1.500", "1.500")]
    [InlineData("1,500", "1,500")] // 1500 for some, 1.5 for others
    [InlineData("1,5E+03", "1,5E+03")]
    [InlineData("15 %", "15 %")]
    [InlineData("12,34,567", "12,34,567")]
    [InlineData("", "")]
    public void A_number_is_read_as_spreadsheets_write_it_and_left_where_it_can_mean_two(string cell, string value)
    {
        var queue = A.Config("queue", new Variable { Name = "Minutes", Kind = VariableKind.Number, Value = "7" });
        var draft = Assert.Single(CsvValues.Apply([Row("queue", "Minutes", cell)], new Dictionary<ConfigId, Config> { [queue.Id] = queue }, A.Now));
        Assert.Equal(value, draft.Config.Variables[0].Value);
    }

    [Trait("Rule", "R36")]
    [Theory]
    [InlineData("TRUE", "true")]
    [InlineData("WAHR", "true")]
    [InlineData("open", "Open")]
    [InlineData("Closed", "Closed")]
    public void An_option_is_read_in_any_case(string cell, string value)
    {
        var kind = new Variable { Name = "State", Kind = VariableKind.Select, Value = "Open", Constraints = new() { Options = ["Open", "true"] } };
        var queue = A.Config("queue", kind);
        var draft = Assert.Single(CsvValues.Apply([Row("queue", "State", cell)], new Dictionary<ConfigId, Config> { [queue.Id] = queue }, A.Now));
        Assert.Equal(value, draft.Config.Variables[0].Value);
    }

    [Fact]
    public void A_problem_names_the_line_and_the_key_in_words()
    {
        var draft = new ImportDraft(Parent)
        {
            Rows = [Row("field-office", "Greeting", "hi") with { Line = 3 }, new(4, "field-office", "Welcome", "en-US", "voice", "<speak>")],
        };
        Assert.Equal(
            [
                "line 3, Greeting of field-office, column value", "line 4, Welcome (en-US, voice) of field-office, column value",
                "line 3 and 1 more of field-office, Closure of field-office", "line 3 and 1 more of field-office, field-office",
            ],
            CsvProblems.InWords(
                [new("variables[1].value", ""), new("prompts[0].texts.en-US.voice", ""), new("variables[0].value", ""), new("", "")], draft)
                .Select(problem => problem.Path));
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
