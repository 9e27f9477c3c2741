namespace FlowConfigs.Core.Configs;

/// <summary>Which texts a prompt takes.</summary>
public static class PromptRules
{
    /// <summary>
    /// Most characters of a text with its SSML, as Connect allows
    /// (https://docs.aws.amazon.com/connect/latest/adminguide/play.html).
    /// </summary>
    public const int MaxCharacters = 6000;

    /// <summary>Most characters that are spoken, that is without SSML tags; from the same page.</summary>
    public const int MaxBilledCharacters = 3000;

    /// <summary>Says what is wrong with a prompt's texts; paths begin with the language.</summary>
    /// <param name="texts">The texts by language.</param>
    /// <param name="saved">
    /// The texts that were saved before; null when none were. Unchanged voice and chat texts are not judged: rules have been added
    /// since, and they must not stop a user who changes another text in a hurry.
    /// </param>
    public static IEnumerable<Problem> Problems(
        IReadOnlyDictionary<string, PromptText> texts, IReadOnlyDictionary<string, PromptText>? saved = null)
    {
        if (texts.Count == 0)
            yield return new("", "A prompt needs a text in at least one language.");
        foreach (var tag in texts.Keys.Where(tag => !LanguageTag.IsValid(tag)))
            yield return new(tag, "Is not a language tag such as en-US.");
        foreach (var tags in texts.Keys.GroupBy(tag => tag, StringComparer.OrdinalIgnoreCase).Where(tags => tags.Count() > 1))
            yield return new(tags.Last(), $"Must have each language once. There twice: {string.Join(", ", tags)}.");
        foreach (var (tag, text) in texts)
        {
            var before = saved?.GetValueOrDefault(tag);
            if (text.Voice != before?.Voice && VoiceProblem(text.Voice) is { } voice)
                yield return new($"{tag}.voice", voice);
            if (text.Chat is not null && text.Chat != before?.Chat && ChatProblem(text.Chat) is { } chat)
                yield return new($"{tag}.chat", chat);
        }
    }

    /// <summary>Says what is wrong with what callers would hear; null when nothing is.</summary>
    /// <param name="voice">Plain text or SSML.</param>
    public static string? VoiceProblem(string voice)
    {
        if (voice.All(Ssml.IsInvisible))
            return "A voice text is needed: it is what callers hear.";
        if (voice.Length > MaxCharacters)
            return $"Must have at most {MaxCharacters} characters; it has {voice.Length}.";
        if (Characters.Problem(voice) is { } character)
            return character;
        if (Ssml.IsSsml(voice) && SsmlCheck.Problems(voice) is { Count: > 0 } sentences)
            return string.Join(' ', sentences);
        var spoken = Ssml.ToPlainText(voice).Length;
        return spoken > MaxBilledCharacters ? $"Must have at most {MaxBilledCharacters} spoken characters; it has {spoken}." : null;
    }

    private static string? ChatProblem(string chat)
    {
        if (chat.All(Ssml.IsInvisible))
            return "Can't be empty. Leave the chat text out to show the voice text.";
        return chat.Length > MaxCharacters ? $"Must have at most {MaxCharacters} characters; it has {chat.Length}." : Characters.Problem(chat);
    }
}
