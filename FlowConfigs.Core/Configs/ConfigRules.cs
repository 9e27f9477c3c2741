namespace FlowConfigs.Core.Configs;

/// <summary>What must hold of a config before it is saved.</summary>
public static class ConfigRules
{
    /// <summary>Longest description or comment in characters.</summary>
    public const int MaxDescription = 2000;

    /// <summary>Longest heading of a section in characters.</summary>
    public const int MaxSection = 60;

    /// <summary>Finds everything that is wrong with a config that is about to be saved.</summary>
    /// <param name="config">The config, its prompts' keys fixed (<see cref="PromptKeys.Fix"/>).</param>
    /// <param name="saved">The version it is based on; null for a new config.</param>
    /// <param name="parents">Its parents, nearest first.</param>
    /// <param name="keysBelow">The keys that configs below it define themselves, each with that config's id.</param>
    /// <param name="now">The instant of the save.</param>
    /// <param name="patterns">The time that patterns have; null gives this config its own.</param>
    public static IReadOnlyList<Problem> Problems(
        Config config, Config? saved, IReadOnlyList<Config> parents, IReadOnlyDictionary<string, ConfigId> keysBelow, DateTimeOffset now,
        PatternTime? patterns = null)
    {
        patterns ??= new();
        var inherited = Chain.Of(parents, now);
        return
        [
            .. ConfigProblems(config),
            .. config.Variables.SelectMany((variable, i) => Under($"variables[{i}]", VariableProblems(variable, patterns))),
            .. config.Prompts.SelectMany((prompt, i) => Under($"prompts[{i}]", PromptProblems(prompt, saved))),
            .. KeyRules.Problems(config, saved, inherited, keysBelow),
            .. OverrideRules.Problems(config, saved, inherited, patterns),
            .. ChangeRules.Problems(config, saved, Chain.Of([config, .. parents], now), now, patterns),
        ];
    }

    /// <summary>Puts a path before each problem's own.</summary>
    internal static IEnumerable<Problem> Under(string path, IEnumerable<Problem> problems) =>
        problems.Select(p => p with { Path = p.Path == "" ? path : $"{path}.{p.Path}" });

    /// <summary>Says what is wrong with a description or a comment; null when nothing is.</summary>
    public static string? DescriptionProblem(string text) =>
        text.Length > MaxDescription ? $"Must have at most {MaxDescription} characters." : Characters.Problem(text);

    private static IEnumerable<Problem> ConfigProblems(Config config)
    {
        foreach (var problem in DisplayNames.Problems(config.DisplayName))
            yield return problem;
        if (DescriptionProblem(config.Description) is { } description)
            yield return new("description", description);
        if (config.DefaultLanguage is { } tag && !LanguageTag.IsValid(tag))
            yield return new("defaultLanguage", "Is not a language tag such as en-US.");
    }

    private static IEnumerable<Problem> VariableProblems(Variable variable, PatternTime patterns)
    {
        foreach (var problem in DisplayNames.Problems(variable.DisplayName).Concat(DisplayNames.OptionProblems(variable)))
            yield return problem;
        if (DescriptionProblem(variable.Description) is { } description)
            yield return new("description", description);
        if (SectionProblem(variable.Section) is { } section)
            yield return section;
        var constraintProblems = ValueRules.ConstraintProblems(variable).ToList();
        foreach (var problem in constraintProblems)
            yield return problem;
        if (constraintProblems.Count == 0 && ValueRules.Problem(variable, variable.Value, patterns) is { } message)
            yield return new("value", message);
    }

    private static IEnumerable<Problem> PromptProblems(Prompt prompt, Config? saved)
    {
        foreach (var problem in DisplayNames.Problems(prompt.DisplayName))
            yield return problem;
        if (DescriptionProblem(prompt.Description) is { } description)
            yield return new("description", description);
        if (SectionProblem(prompt.Section) is { } section)
            yield return section;
        var before = saved?.Prompts.FirstOrDefault(p => p.Name == prompt.Name);
        if (before is not null && before.Key != prompt.Key)
            yield return new("key", $"The key stays {before.Key}: flows read it. Leave it out, or make a new prompt.");
        foreach (var problem in Under("texts", PromptRules.Problems(prompt.Texts, before?.Texts)))
            yield return problem;
    }

    private static Problem? SectionProblem(string? section) =>
        section is not null && (section.Trim().Length == 0 || section.Length > MaxSection || section.Any(char.IsControl))
            ? new("section", $"Must have 1–{MaxSection} characters in one line; leave it out for no section.")
            : null;
}
