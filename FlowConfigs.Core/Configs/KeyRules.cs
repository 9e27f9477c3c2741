using System.Text.RegularExpressions;

namespace FlowConfigs.Core.Configs;

/// <summary>Keys are unique in a chain, and of characters that a contact flow can name.</summary>
internal static partial class KeyRules
{
    public static IEnumerable<Problem> Problems(
        Config config, Config? saved, Chain inherited, IReadOnlyDictionary<string, ConfigId> keysBelow)
    {
        var keptKeys = (saved?.DefinedKeys() ?? []).ToHashSet();
        var seen = new HashSet<string>();
        foreach (var (key, path) in Keys(config))
        {
            if (!Form().IsMatch(key))
                yield return new(path, "Must have 1–100 letters, digits, - or _, and not begin with _ (those names are the product's own).");
            else if (!seen.Add(key))
                yield return new(path, $"The key {key} is taken by another variable or prompt of this config: choose another name.");
            else if (keptKeys.Contains(key))
                continue;
            else if (inherited.Find(key) is { } entry)
                yield return new(path, $"The key {key} is taken: {entry.DefinedBy} defines it. Override it, or choose another name.");
            else if (keysBelow.TryGetValue(key, out var below))
                yield return new(path, $"The key {key} is taken: {below}, below this config, defines it. Choose another name.");
        }

        foreach (var names in config.Prompts.Select((prompt, i) => (prompt.Name, i)).GroupBy(p => p.Name).Where(g => g.Count() > 1))
            yield return new($"prompts[{names.Last().i}].name", $"Must be unique: another prompt is called {names.Key}.");
    }

    private static IEnumerable<(string Key, string Path)> Keys(Config config) =>
        config.Variables.Select((variable, i) => (variable.Name, $"variables[{i}].name"))
            .Concat(config.Prompts.Select((prompt, i) => (prompt.Key, $"prompts[{i}].name")));

    // What $.External.<key> can name: https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
    [GeneratedRegex("^[A-Za-z0-9-][A-Za-z0-9_-]{0,99}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
