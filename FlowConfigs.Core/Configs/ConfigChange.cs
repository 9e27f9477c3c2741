using System.Text.Json;
using FlowConfigs.Core.Access;

namespace FlowConfigs.Core.Configs;

/// <summary>Tells a change of values, which business users make, from a change of what there is, which admins make.</summary>
public static class ConfigChange
{
    /// <summary>
    /// The right that a save needs: <see cref="Right.EditValues"/> where only variables' values, prompts' texts, overrides and timed changes differ,
    /// and <see cref="Right.Define"/> otherwise. What is not named here as a value counts as a definition.
    /// </summary>
    /// <param name="saved">The version that the draft is based on.</param>
    /// <param name="draft">The config about to be saved; a prompt without a key keeps the one that it has.</param>
    public static Right Needed(Config saved, Config draft)
    {
        var keys = saved.Prompts.ToDictionary(p => p.Name, p => p.Key);
        var known = draft with
        {
            Prompts = [.. draft.Prompts.Select(p => p.Key == "" ? p with { Key = keys.GetValueOrDefault(p.Name, "") } : p)],
        };
        return Definition(Blanks.WithoutInNames(saved)) == Definition(Blanks.WithoutInNames(known)) ? Right.EditValues : Right.Define;
    }

    // As text, so that the comparison includes members that are added later, and a developer need not list them here.
    private static string Definition(Config config) => JsonSerializer.Serialize(
        config with
        {
            Version = 0,
            Saved = null,
            Variables = [.. config.Variables.Select(v => v with { Value = "" })],
            Prompts = [.. config.Prompts.Select(p => p with { Texts = new Dictionary<string, PromptText>() })],
            Overrides = new Dictionary<string, Override>(),
            Changes = [],
            // Clients cannot send these two members: the product itself writes them.
            Scenarios = [],
            MovedFrom = [],
        },
        ConfigJson.Default.Config);
}
