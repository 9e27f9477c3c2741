using System.Text.Json.Serialization;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Resolving;

/// <summary>Whether a text is there.</summary>
[JsonConverter(typeof(EnumNames<TextState>))]
public enum TextState
{
    /// <summary>It is there.</summary>
    Present,

    /// <summary>There is a voice text, which a chat shows without its SSML.</summary>
    FromVoice,

    /// <summary>The prompt has no text in this language.</summary>
    Missing,
}

/// <summary>Compares the texts of a prompt with the one from which they are translated.</summary>
/// <param name="texts">The texts by language; at least one.</param>
/// <param name="sourceLanguage">The language to compare with; one of them.</param>
/// <param name="defaultLanguage">The chain's default language, or null.</param>
internal sealed class TextComparison(IReadOnlyDictionary<string, PromptText> texts, string sourceLanguage, string? defaultLanguage)
{
    private readonly PromptText source = texts[sourceLanguage];

    /// <summary>The states of a language's two texts.</summary>
    public IEnumerable<TextCompleteness> In(string language)
    {
        var tag = texts.Keys.FirstOrDefault(key => string.Equals(key, language, StringComparison.OrdinalIgnoreCase));
        if (tag is null)
        {
            var instead = Languages.Choose(texts.Keys, language, defaultLanguage).Tag;
            return Enum.GetValues<Channel>()
                .Select(channel => new TextCompleteness(language, channel, TextState.Missing) { Instead = instead });
        }

        var text = texts[tag];
        return
        [
            Compared(language, Channel.Voice, text, text.Voice, source.Voice),
            // What the voice text lacks is said there.
            text.Chat is null
                ? new(language, Channel.Chat, TextState.FromVoice)
                : Compared(language, Channel.Chat, text, text.Chat, source.Chat ?? source.Voice),
        ];
    }

    private TextCompleteness Compared(string language, Channel channel, PromptText text, string words, string sourceWords)
    {
        var (here, there) = (Placeholders.Of(words), Placeholders.Of(sourceWords));
        return new(language, channel, TextState.Present)
        {
            // A time that is not known is not compared.
            Older = text.Changed < source.Changed,
            MissingPlaceholders = [.. there.Except(here).Order(StringComparer.Ordinal)],
            ExtraPlaceholders = [.. here.Except(there).Order(StringComparer.Ordinal)],
        };
    }
}
