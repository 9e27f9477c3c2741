using System.Text.Json;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Tests.Core.Configs;

/// <summary>The names that business users see beside the ids, keys and options that flows read.</summary>
public class DisplayNamesTests
{
    private static readonly Config Named = (A.Config("office", A.Switch("Closure") with { DisplayName = "Closed" }, Mode("Queue up", "Voicemail"))
        .With(A.Prompt("Welcome", ("en-US", "Hello")) with { DisplayName = "Greeting" })) with
    { DisplayName = "Main office", Saved = new("ada", default, null) };

    [Fact]
    public void Names_of_up_to_80_characters_are_taken_and_no_two_need_to_differ()
    {
        Assert.Empty(Problems(Named));
        var same = A.Config("a", A.Switch("A") with { DisplayName = Long(80) }, A.Switch("B") with { DisplayName = Long(80) });
        Assert.Empty(Problems(same with { DisplayName = Long(80) }));
    }

    [Theory]
    [InlineData("two\nlines", "one line")]
    [InlineData("a\ttab", "one line")]
    [InlineData("", "1–80 characters")]
    [InlineData("81", "1–80 characters")]
    public void A_name_that_is_none_is_refused_wherever_it_is(string name, string why)
    {
        name = name == "81" ? Long(81) : name;
        var config = A.Config("a", A.Switch("Closure") with { DisplayName = name }, Mode(name, "Voicemail"))
            .With(A.Prompt("Welcome", ("en-US", "x")) with { DisplayName = name }) with
        { DisplayName = name };
        var problems = Problems(config);
        Assert.Equal(
            ["displayName", "variables[0].displayName", "variables[1].constraints.optionNames", "prompts[0].displayName"],
            problems.Select(problem => problem.Path));
        Assert.All(problems, problem => Assert.Contains(why, problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Half_of_a_character_is_refused() =>
        Assert.Contains("half of a character", Assert.Single(Problems(A.Config("a") with { DisplayName = "caf\ud83d" })).Message, StringComparison.Ordinal);

    [Fact]
    public void Only_an_option_of_a_select_has_a_name()
    {
        var unknown = A.Select("Mode", "queue", "queue");
        unknown = unknown with { Constraints = unknown.Constraints! with { OptionNames = new Dictionary<string, string> { ["storm"] = "Storm" } } };
        Assert.Contains("Add the option storm", Assert.Single(Problems(A.Config("a", unknown))).Message, StringComparison.Ordinal);
        var text = A.Text("Note") with { Constraints = new() { OptionNames = new Dictionary<string, string> { ["a"] = "A" } } };
        Assert.Contains("Only a select", Assert.Single(Problems(A.Config("a", text))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_lose_the_blanks_around_them_and_a_blank_name_is_none()
    {
        var saved = Drafts.Complete(A.Config("a", A.Switch("Closure") with { DisplayName = " Closed " }, Mode(" Queue up ", "  ")), null, [], A.Now);
        Assert.Equal("Closed", saved.Variables[0].DisplayName);
        Assert.Equal(new Dictionary<string, string> { ["queue"] = "Queue up" }, saved.Variables[1].Constraints!.OptionNames);
        var none = Drafts.Complete(A.Config("a", A.Switch("Closure") with { DisplayName = " " }, Mode(" ", "")), null, [], A.Now);
        Assert.Null(none.Variables[0].DisplayName);
        Assert.Null(none.Variables[1].Constraints!.OptionNames);
    }

    [Fact]
    public void An_editor_whose_browser_reorders_the_names_of_options_changes_no_definition()
    {
        var saved = Drafts.Complete(Named with { Variables = [Options(("b", "B"), ("2", "Two"))] }, null, [], A.Now);
        var sent = saved with { Variables = [Options(("2", " Two "), ("b", "B")) with { Value = "2" }] };
        Assert.Equal(Right.EditValues, ConfigChange.Needed(saved, sent));
    }

    [Fact]
    public void A_config_without_names_is_stored_as_before_there_were_any()
    {
        var config = A.Config("a", A.Switch("Closure"), A.Select("Mode", "queue", "queue", "voicemail"))
            .With(A.Prompt("Welcome", ("en-US", "x"))) with
        { Saved = new("ada", default, null) };
        var json = JsonSerializer.Serialize(Drafts.Complete(config, null, [], A.Now), ConfigJson.Relaxed.Config)
            + JsonSerializer.Serialize(ConfigSummary.Of(config), ConfigJson.Relaxed.ConfigSummary);
        Assert.DoesNotContain("displayName", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("optionNames", json, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Names_are_read_back_as_they_were_stored_and_are_in_the_summary()
    {
        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(Named, ConfigJson.Relaxed.Config), ConfigJson.Default.Config)!;
        Assert.Equal(ConfigDiff.Fields(Named), ConfigDiff.Fields(read));
        var summary = ConfigSummary.Of(read);
        Assert.Equal("Main office", summary.DisplayName);
        Assert.Equal(new Dictionary<string, string> { ["Closure"] = "Closed", ["Welcome"] = "Greeting" }, summary.DisplayNames);
    }

    [Fact]
    public void Names_are_in_the_history()
    {
        var before = A.Config("office", A.Switch("Closure"), A.Select("Mode", "queue", "queue", "voicemail")).With(A.Prompt("Welcome", ("en-US", "Hello")));
        Assert.Equal(
            [
                ("displayName", "Main office"), ("variables.Closure.displayName", "Closed"),
                ("variables.Mode.constraints.optionNames", "queue: Queue up, voicemail: Voicemail"), ("prompts.Welcome.displayName", "Greeting"),
            ],
            ConfigDiff.Of(before, Named).Select(change => (change.Path, change.After!)));
    }

    private static string Long(int length) => new('x', length);

    private static Variable Mode(string queue, string voicemail) => Options(("queue", queue), ("voicemail", voicemail)) with { Value = "queue" };

    private static Variable Options(params IReadOnlyList<(string Option, string Name)> options)
    {
        var mode = A.Select("Mode", options[0].Option, [.. options.Select(option => option.Option).Order(StringComparer.Ordinal)]);
        return mode with { Constraints = mode.Constraints! with { OptionNames = options.ToDictionary(one => one.Option, one => one.Name) } };
    }

    private static IReadOnlyList<Problem> Problems(Config config) =>
        ConfigRules.Problems(config, null, [], new Dictionary<string, ConfigId>(), A.Now);
}
