using FlowConfigs.Core.Configs;

namespace FlowConfigs.Tests.Core.Configs;

public class ConfigDiffTests
{
    private static readonly Config Before =
        A.Config("a", A.Switch("Closure"), A.Text("Note", "n")).With(A.Prompt("Welcome", ("en-US", "Hi")));

    [Fact]
    public void A_config_does_not_differ_from_itself() =>
        Assert.Empty(ConfigDiff.Of(Before, Before with { Version = 7, Saved = new("bob", A.Now, null) }));

    [Fact]
    public void Fields_are_named_and_not_numbered()
    {
        var after = A.Config("a", A.Text("Note", "n"), A.Switch("Closure", true))
            .With(A.Prompt("Welcome", ("en-US", "Hello"), ("es-US", "Hola")));
        Assert.Equal(
            [
                new("variables.Closure.value", "false", "true"),
                new("prompts.Welcome.texts.en-US.voice", "Hi", "Hello"),
                new("prompts.Welcome.texts.es-US.voice", null, "Hola"),
                new("variables", "Closure, Note", "Note, Closure"),
            ],
            ConfigDiff.Of(Before, after));
    }

    [Fact]
    public void Everything_a_config_holds_can_differ()
    {
        var number = A.Number("Closure", "1", new() { Min = 0, Max = 2 }) with { Locked = true, Section = "Hours", Description = "d" };
        var after = (A.Config("a", number) with { DefaultLanguage = "en-US", Description = "new" })
            .Overriding("Up", "x")
            .Changing(A.Change("Closure", "2", "2026-03-02T12:00Z", "2026-03-02T13:00Z"));
        var paths = ConfigDiff.Of(A.Config("a"), after).Select(change => change.Path);
        Assert.Equal(
            [
                "description", "defaultLanguage", "variables.Closure.kind", "variables.Closure.value", "variables.Closure.description",
                "variables.Closure.section", "variables.Closure.locked", "variables.Closure.constraints.min",
                "variables.Closure.constraints.max", "overrides.Up.value", "changes.Closure-2.from", "changes.Closure-2.until",
                "changes.Closure-2.timeZone", "changes.Closure-2.values.Closure.value",
            ],
            paths);
    }

    [Fact]
    public void Of_three_versions_only_a_field_that_both_changed_differently_is_in_conflict()
    {
        var mine = A.Config("a", A.Switch("Closure", true), A.Text("Note", "mine")).With(A.Prompt("Welcome", ("en-US", "Hello")));
        var theirs = A.Config("a", A.Switch("Closure"), A.Text("Note", "theirs")).With(A.Prompt("Welcome", ("en-US", "Hello")));
        var differences = ThreeWayDiff.Of(Before, mine, theirs);
        Assert.Equal(
            [
                new("variables.Closure.value", "false", "true", "false"),
                new("variables.Note.value", "n", "mine", "theirs"),
                new("prompts.Welcome.texts.en-US.voice", "Hi", "Hello", "Hello"),
            ],
            differences);
        Assert.Equal([false, true, false], differences.Select(d => d.Conflict));
    }
}
