namespace FlowConfigs.Core.Configs;

/// <summary>Names for business users, beside the ids, keys and options that flows read. No two need to differ.</summary>
public static class DisplayNames
{
    /// <summary>Longest display name in characters.</summary>
    public const int MaxLength = 80;

    /// <summary>The display names of a config's own variables and prompts by key; null where none has one, so that nothing is stored.</summary>
    public static IReadOnlyDictionary<string, string>? ByKey(Config config) => ByKey(
        config.Variables.Select(variable => (variable.Name, variable.DisplayName))
            .Concat(config.Prompts.Select(prompt => (prompt.Key, prompt.DisplayName))));

    /// <summary>The display names of everything in a chain by key; null where nothing has one.</summary>
    public static IReadOnlyDictionary<string, string>? ByKey(Chain chain) =>
        ByKey(chain.Entries.Select(entry => (entry.Key, entry.DisplayName)));

    /// <summary>What another product called a thing, where the key or id says something else and it can be a display name; null otherwise.</summary>
    internal static string? Foreign(string name, string key) => name.Trim() is var trimmed && trimmed != key && Problem(trimmed) is null ? trimmed : null;

    internal static IEnumerable<Problem> Problems(string? name) =>
        name is not null && Problem(name) is { } message ? [new("displayName", message)] : [];

    internal static IEnumerable<Problem> OptionProblems(Variable variable)
    {
        if (variable.Constraints?.OptionNames is not { } names)
            yield break;
        if (variable.Kind != VariableKind.Select)
        {
            yield return new("constraints.optionNames", "Only a select has names of options. Leave them out.");
            yield break;
        }

        var options = (variable.Constraints.Options ?? []).OfType<string>().ToHashSet();
        foreach (var (option, name) in names)
        {
            if (!options.Contains(option))
                yield return new("constraints.optionNames", $"Must name options only. Add the option {option}, or remove its name.");
            else if (Problem(name) is { } message)
                yield return new("constraints.optionNames", $"{option}: {message}");
        }
    }

    private static string? Problem(string name) =>
        name.Trim().Length == 0 || name.Length > MaxLength || name.Any(char.IsControl)
            ? $"Must have 1–{MaxLength} characters in one line; leave it out for no display name."
            : Characters.Problem(name);

    // The first of a name: a draft that has one twice is refused, and can be previewed all the same.
    private static Dictionary<string, string>? ByKey(IEnumerable<(string Key, string? Name)> all)
    {
        var names = new Dictionary<string, string>();
        foreach (var (key, name) in all)
        {
            if (name is not null)
                names.TryAdd(key, name);
        }

        return names.Count > 0 ? names : null;
    }
}
