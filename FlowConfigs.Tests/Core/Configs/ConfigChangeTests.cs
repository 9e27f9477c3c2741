using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Tests.Core.Configs;

public sealed class ConfigChangeTests
{
    private static readonly Config Saved = (A.Config("office", A.Switch("Closure"), A.Number("Wait", "5", new() { Max = 60 }))
        .With(A.Prompt("Welcome", ("en-US", "Hello")))
        with
    { Description = "Ours", Saved = new("ada", default, null) }).Overriding("Parking", "yes");

    public static TheoryData<string, Func<Config, Config>> Values => new()
    {
        { "nothing", saved => saved },
        { "a variable's value", saved => saved with { Variables = [saved.Variables[0] with { Value = "true" }, saved.Variables[1]] } },
        { "a text", saved => saved.With(A.Prompt("Welcome", ("en-US", "Good morning"))) },
        { "a language", saved => saved.With(A.Prompt("Welcome", ("en-US", "Hello"), ("es-US", "Hola"))) },
        { "an override", saved => saved.Overriding("Parking", "no") },
        { "a new override", saved => saved.Overriding("Hours", "9-5") },
        { "an override's removal", saved => saved with { Overrides = new Dictionary<string, Override>() } },
        { "a prompt whose key is left out", saved => saved.With(saved.Prompts[0] with { Key = "" }) },
    };

    public static TheoryData<string, Func<Config, Config>> Definitions => new()
    {
        { "the display name", saved => saved with { DisplayName = "Main office" } },
        { "a variable's display name", saved => Change(saved, v => v with { DisplayName = "Closed" }) },
        { "a prompt's display name", saved => saved.With(saved.Prompts[0] with { DisplayName = "Greeting" }) },
        { "the description", saved => saved with { Description = "Mine" } },
        { "the default language", saved => saved with { DefaultLanguage = "es-US" } },
        { "a new variable", saved => saved with { Variables = [.. saved.Variables, A.Switch("New")] } },
        { "a variable's removal", saved => saved with { Variables = [saved.Variables[0]] } },
        { "the order", saved => saved with { Variables = [.. saved.Variables.Reverse()] } },
        { "a variable's name", saved => Change(saved, v => v with { Name = "Closed" }) },
        { "a variable's kind", saved => Change(saved, v => v with { Kind = VariableKind.Text }) },
        { "a variable's description", saved => Change(saved, v => v with { Description = "Closes" }) },
        { "a lock", saved => Change(saved, v => v with { Locked = true }) },
        { "a constraint", saved => Change(saved, v => v with { Constraints = new() { MaxLength = 3 } }) },
        { "a new prompt", saved => saved.With([.. saved.Prompts, A.Prompt("Bye", ("en-US", "Bye"))]) },
        { "a prompt's removal", saved => saved.With() },
        { "a prompt's name", saved => saved.With(saved.Prompts[0] with { Name = "Greeting" }) },
        { "a prompt's key", saved => saved.With(saved.Prompts[0] with { Key = "Greeting" }) },
        { "a prompt's lock", saved => saved.With(saved.Prompts[0] with { Locked = true }) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_change_of_values_needs_EditValues(string what, Func<Config, Config> change) =>
        Assert.Equal((what, Right.EditValues), (what, ConfigChange.Needed(Saved, change(Saved) with { Saved = null })));

    [Theory]
    [MemberData(nameof(Definitions))]
    public void A_change_of_what_there_is_needs_Define(string what, Func<Config, Config> change) =>
        Assert.Equal((what, Right.Define), (what, ConfigChange.Needed(Saved, change(Saved) with { Saved = null })));

    private static Config Change(Config saved, Func<Variable, Variable> change) =>
        saved with { Variables = [change(saved.Variables[0]), .. saved.Variables.Skip(1)] };
}
