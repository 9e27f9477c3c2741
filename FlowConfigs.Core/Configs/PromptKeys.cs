namespace FlowConfigs.Core.Configs;

/// <summary>
/// The key rule: a prompt's key is its name, or its name + "Prompt" where a variable in the chain already has that name. It
/// is fixed when the prompt is created, so that no later change of a variable breaks a flow that reads it.
/// </summary>
public static class PromptKeys
{
    private const string Suffix = "Prompt";

    /// <summary>Gives every prompt its key: that of the saved version where it has one, a new one otherwise.</summary>
    /// <param name="config">The config about to be saved.</param>
    /// <param name="saved">The version it is based on; null for a new config.</param>
    /// <param name="parents">Its parents, nearest first.</param>
    public static Config Fix(Config config, Config? saved, IReadOnlyList<Config> parents)
    {
        var savedKeys = (saved?.Prompts ?? []).ToDictionary(p => p.Name, p => p.Key);
        var variables = parents.Append(config).SelectMany(c => c.Variables).Select(v => v.Name).ToHashSet();
        return config with { Prompts = [.. config.Prompts.Select(p => p.Key == "" ? p with { Key = KeyOf(p.Name) } : p)] };

        string KeyOf(string name) =>
            savedKeys.TryGetValue(name, out var key) ? key
            : variables.Contains(name) ? name + Suffix
            : name;
    }
}
