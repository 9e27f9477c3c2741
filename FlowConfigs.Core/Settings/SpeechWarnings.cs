using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Settings;

/// <summary>What callers may hear wrong, and contacts in a chat read wrong. It is said of what is new, and stops no save.</summary>
public static class SpeechWarnings
{
    /// <summary>A sentence for each text that a save changes and that may sound or look wrong; paths are as in problems.</summary>
    /// <param name="config">The config as it would be saved.</param>
    /// <param name="saved">The version that it is based on; null for a new config.</param>
    /// <param name="settings">The settings, which have the voice of each language.</param>
    public static IEnumerable<Problem> Of(Config config, Config? saved, SharedSettings settings)
    {
        var before = ConfigDiff.Fields(saved).Values.ToHashSet();
        var texts = config.Prompts.Select((prompt, i) => ($"prompts[{i}].texts", prompt.Texts))
            .Concat(config.Overrides.Select(given => ($"overrides.{given.Key}.texts", given.Value.Texts ?? NoTexts)))
            .Concat(config.Changes.SelectMany((change, i) => change.Values.Select(given =>
                ($"changes[{i}].values.{given.Key}.texts", given.Value.Texts ?? NoTexts))));
        return Of(texts, before, settings);
    }

    /// <summary>A sentence for each text of a scenario that may sound or look wrong; paths are as in problems.</summary>
    /// <param name="values">The scenario's values by config and key.</param>
    /// <param name="settings">The settings, which have the voice of each language.</param>
    public static IEnumerable<Problem> Of(
        IReadOnlyDictionary<ConfigId, IReadOnlyDictionary<string, Override>> values, SharedSettings settings) => Of(
        values.SelectMany(config => config.Value.Select(given => ($"values.{config.Key}.{given.Key}.texts", given.Value.Texts ?? NoTexts))),
        [], settings);

    private static IEnumerable<Problem> Of(
        IEnumerable<(string Path, IReadOnlyDictionary<string, PromptText> Languages)> texts, HashSet<string> before, SharedSettings settings)
    {
        foreach (var (path, languages) in texts)
        {
            foreach (var (language, text) in languages)
            {
                if (!before.Contains(text.Voice) && VoiceWarning(text.Voice, language, settings) is { } voice)
                    yield return new($"{path}.{language}.voice", voice);
                if (text.Chat is { } chat && !before.Contains(chat) && ChatWarning(chat) is { } read)
                    yield return new($"{path}.{language}.chat", read);
            }
        }
    }

    /// <summary>Says what callers may hear wrong; null when nothing is.</summary>
    public static string? VoiceWarning(string voice, string language, SharedSettings settings)
    {
        if (!Ssml.IsSsml(voice))
        {
            return Markup.TagIn(voice) is { } tag
                ? $"Callers hear the tag {tag} read aloud. Put <speak> before the text and </speak> after it."
                : null;
        }

        return PollyVoice.For(language, settings) is { } speaker
            && SsmlEngines.Warnings(voice, speaker.Id, speaker.Engine) is { Count: > 0 } sentences
            ? string.Join(' ', sentences)
            : null;
    }

    /// <summary>Says what a chat may show wrong; null when nothing is.</summary>
    public static string? ChatWarning(string chat) =>
        Markup.TagIn(chat) is { } tag ? $"A chat shows the tag {tag} as it is. Remove the tags: they are for voice alone." : null;

    private static readonly Dictionary<string, PromptText> NoTexts = [];
}
