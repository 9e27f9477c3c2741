using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Resolving;

/// <summary>
/// How long the answers of chains are, for every language and channel, without resolving each: a text is measured once, however many
/// answers it is in.
/// </summary>
internal sealed class AnswerLengths
{
    // "key":"value",
    private const int Punctuation = 6;

    private readonly Dictionary<object, Dictionary<string, (int Voice, int Chat)>> texts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, AskedLanguage> languages = [];

    /// <summary>
    /// An answer for each language that can be asked for to different effect, and for each channel, without the bytes that all have in
    /// common.
    /// </summary>
    public IEnumerable<(string Language, Channel Channel, int Bytes)> Of(Chain chain)
    {
        var all = chain.Entries.SelectMany(entry => entry.Texts?.Keys ?? []).Distinct().DefaultIfEmpty("").ToList();
        var byDefault = Asked(chain.DefaultLanguage ?? "");
        var values = chain.Entries.Sum(entry =>
            OwnBytes.Length(entry.Key) + Punctuation + (HasTexts(entry) ? 0 : OwnBytes.Length(entry.Value ?? "")));
        foreach (var language in AskedLanguages.Of(all))
        {
            var chosen = Languages.Choose(all, Asked(language), byDefault).Tag.Length;
            var (voice, chat) = (values + chosen, values + chosen);
            foreach (var entry in chain.Entries.Where(HasTexts))
            {
                var text = Of(entry.Texts!, language, byDefault);
                (voice, chat) = (voice + text.Voice, chat + text.Chat);
            }

            yield return (language, Channel.Voice, voice);
            yield return (language, Channel.Chat, chat);
        }
    }

    private AskedLanguage Asked(string language)
    {
        if (!languages.TryGetValue(language, out var asked))
            languages[language] = asked = new(language);
        return asked;
    }

    private (int Voice, int Chat) Of(IReadOnlyDictionary<string, PromptText> prompt, string language, AskedLanguage byDefault)
    {
        if (!texts.TryGetValue(prompt, out var known))
            texts[prompt] = known = [];
        if (!known.TryGetValue(language, out var lengths))
        {
            var text = prompt[Languages.Choose(prompt.Keys, Asked(language), byDefault).Tag];
            known[language] = lengths = (LengthFor(text, Channel.Voice), LengthFor(text, Channel.Chat));
        }

        return lengths;
    }

    private static int LengthFor(PromptText text, Channel channel) => OwnBytes.Length(Resolver.Pick(text, channel).Text);

    private static bool HasTexts(ChainEntry entry) => entry.Texts is { Count: > 0 };
}
