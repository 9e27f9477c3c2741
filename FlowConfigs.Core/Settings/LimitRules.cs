using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Settings;

/// <summary>The limits that an admin has set (<see cref="SettingsLimits"/>). They hold for what is new; what was saved before stays.</summary>
public static class LimitRules
{
    /// <summary>Finds what a config about to be saved has beyond the limits, and its saved version has not.</summary>
    /// <param name="config">The config.</param>
    /// <param name="saved">The version it is based on; null for a new config.</param>
    /// <param name="limits">The limits.</param>
    public static IEnumerable<Problem> Problems(Config config, Config? saved, SettingsLimits limits)
    {
        var before = ConfigDiff.Fields(saved).Values.ToHashSet();
        var problems = config.Prompts.SelectMany((prompt, i) => TextProblems($"prompts[{i}].texts", prompt.Texts, before, limits))
            .Concat(config.Overrides.SelectMany(given => TextProblems($"overrides.{given.Key}.texts", given.Value.Texts, before, limits)));
        foreach (var problem in problems)
            yield return problem;
        for (var i = 0; i < config.Changes.Count; i++)
        {
            var change = config.Changes[i];
            var known = saved?.Changes.Any(c => c.Id == change.Id && c.Until == change.Until) == true;
            if (!known && change.Until - change.From > TimeSpan.FromDays(limits.LongestChangeDays))
                yield return new($"changes[{i}].until", $"A timed change lasts at most {limits.LongestChangeDays} days here.");
            var texts = change.Values.SelectMany(given => TextProblems($"changes[{i}].values.{given.Key}.texts", given.Value.Texts, before, limits));
            foreach (var problem in texts)
                yield return problem;
        }
    }

    /// <summary>Says what is wrong with the end of a scenario; null when nothing is.</summary>
    public static Problem? ScenarioProblem(DateTimeOffset from, DateTimeOffset until, SettingsLimits limits) =>
        until - from > TimeSpan.FromHours(limits.LongestScenarioHours)
            ? new("until", $"A scenario stays on for at most {limits.LongestScenarioHours} hours here.")
            : null;

    private static IEnumerable<Problem> TextProblems(
        string path, IReadOnlyDictionary<string, PromptText>? texts, HashSet<string> before, SettingsLimits limits)
    {
        foreach (var (language, text) in texts ?? new Dictionary<string, PromptText>())
        {
            var spoken = before.Contains(text.Voice) ? 0 : Ssml.ToPlainText(text.Voice).Length;
            if (spoken > limits.PromptCharacters)
                yield return new($"{path}.{language}.voice", $"Must have at most {limits.PromptCharacters} spoken characters here; it has {spoken}.");
        }
    }
}
