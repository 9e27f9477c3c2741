namespace FlowConfigs.Core.Configs;

/// <summary>
/// How many of each thing a config may have, and how long patterns may be. Checked before everything else: what comes after takes time that grows with the counts.
/// </summary>
public static class CountRules
{
    /// <summary>Most variables, prompts and overrides of a config together, and most values of a timed change or a scenario.</summary>
    public const int MaxKeys = 1000;

    /// <summary>Most languages of a prompt.</summary>
    public const int MaxLanguages = 100;

    /// <summary>Most options of a select.</summary>
    public const int MaxOptions = 1000;

    /// <summary>Longest pattern in characters.</summary>
    public const int MaxPattern = 500;

    /// <summary>Goes on only if a config has not too many of anything.</summary>
    /// <exception cref="InvalidConfigException">It has.</exception>
    public static void Check(Config config)
    {
        if (Problems(config).ToList() is { Count: > 0 } problems)
            throw new InvalidConfigException(problems);
    }

    /// <summary>What a config has too many of.</summary>
    public static IEnumerable<Problem> Problems(Config config) =>
    [
        .. KeyProblems(config),
        .. config.Variables.SelectMany((variable, i) => TooMany(
            $"variables[{i}].constraints.options", "options", variable.Constraints?.Options?.Count, MaxOptions)),
        .. config.Variables.SelectMany((variable, i) => TooMany(
            $"variables[{i}].constraints.optionNames", "options", variable.Constraints?.OptionNames?.Count, MaxOptions)),
        .. config.Variables.SelectMany((variable, i) => LongPattern($"variables[{i}].constraints.pattern", variable.Constraints?.Pattern)),
        .. config.Prompts.SelectMany((prompt, i) => TooMany($"prompts[{i}].texts", "languages", prompt.Texts.Count, MaxLanguages)),
        .. ConfigRules.Under("overrides", TextProblems(config.Overrides)),
        .. TooMany("changes", "timed changes", config.Changes.Count, ChangeRules.MaxChanges),
        .. config.Changes.Take(ChangeRules.MaxChanges)
            .SelectMany((change, i) => ConfigRules.Under($"changes[{i}].values", ValueProblems(change.Values))),
    ];

    /// <summary>What the values of a timed change, or those of a scenario for a config, are too many of.</summary>
    public static IEnumerable<Problem> ValueProblems(IReadOnlyDictionary<string, Override> values) =>
        values.Count > MaxKeys ? TooMany("", "values", values.Count, MaxKeys) : TextProblems(values);

    private static IEnumerable<Problem> KeyProblems(Config config)
    {
        (string Path, int Count)[] parts =
            [("variables", config.Variables.Count), ("prompts", config.Prompts.Count), ("overrides", config.Overrides.Count)];
        var largest = parts.MaxBy(part => part.Count);
        return TooMany(largest.Path, "variables, prompts and overrides together", parts.Sum(part => part.Count), MaxKeys);
    }

    private static IEnumerable<Problem> TextProblems(IReadOnlyDictionary<string, Override> values) =>
        values.SelectMany(given => TooMany($"{given.Key}.texts", "languages", given.Value.Texts?.Count, MaxLanguages));

    private static IEnumerable<Problem> LongPattern(string path, string? pattern)
    {
        if (pattern?.Length > MaxPattern)
            yield return new(path, $"Must have at most {MaxPattern} characters; it has {pattern.Length:N0}.");
    }

    private static IEnumerable<Problem> TooMany(string path, string what, int? count, int most)
    {
        if (count > most)
            yield return new(path, $"Must be at most {most:N0} {what}; there are {count:N0}. Remove some.");
    }
}
