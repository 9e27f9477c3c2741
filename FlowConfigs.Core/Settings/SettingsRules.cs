using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Settings;

/// <summary>What must hold of settings before they are saved.</summary>
public static class SettingsRules
{
    /// <summary>Most languages on offer.</summary>
    public const int MaxLanguages = 100;

    private const int MaxChangeDays = 1830;
    private const int MaxScenarioHours = 366 * 24;
    private const int MaxCallDays = 365;

    /// <summary>Finds everything that is wrong.</summary>
    public static IReadOnlyList<Problem> Problems(SharedSettings settings) => settings.Languages.Count > MaxLanguages
        ? [new("languages", $"Must be 1–{MaxLanguages}.")]
        : AllProblems(settings);

    private static IReadOnlyList<Problem> AllProblems(SharedSettings settings) =>
    [
        .. LanguageProblems(settings.Languages),
        .. DefaultProblem(settings),
        .. Between("limits.longestChangeDays", settings.Limits.LongestChangeDays, MaxChangeDays),
        .. Between("limits.longestScenarioHours", settings.Limits.LongestScenarioHours, MaxScenarioHours),
        .. Between("limits.promptCharacters", settings.Limits.PromptCharacters, PromptRules.MaxBilledCharacters),
        .. Between("limits.callDays", settings.Limits.CallDays ?? SettingsLimits.DefaultCallDays, MaxCallDays),
    ];

    private static IEnumerable<Problem> LanguageProblems(IReadOnlyList<OfferedLanguage> languages)
    {
        if (languages.Count == 0)
            yield return new("languages", $"Must be 1–{MaxLanguages}.");
        for (var i = 0; i < languages.Count; i++)
        {
            // The reader of JSON refuses null for a property, but not for an element of a list.
            if (languages[i] is not { Tag: { } tag, Voice: { } voice })
                yield return new($"languages[{i}]", "Needs a tag and a voice.");
            else if (!LanguageTag.IsValid(tag))
                yield return new($"languages[{i}].tag", "Is not a language tag such as en-US.");
            else if (languages.Take(i).Any(other => Same(other?.Tag, tag)))
                yield return new($"languages[{i}].tag", $"{tag} appears twice.");
            else if (!PollyVoice.IsId(voice))
                yield return new($"languages[{i}].voice", PollyVoice.NoId);
        }
    }

    private static IEnumerable<Problem> DefaultProblem(SharedSettings settings)
    {
        if (!settings.Languages.Any(language => language?.Tag == settings.DefaultLanguage))
            yield return new("defaultLanguage", $"{settings.DefaultLanguage} is not among the languages on offer.");
    }

    private static IEnumerable<Problem> Between(string path, int value, int most)
    {
        if (value < 1 || value > most)
            yield return new(path, $"Must be 1–{most}.");
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
