using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Resolving;

/// <summary>
/// Decides what a flow gets. Pure and total: any chain that the store can hold resolves, for any language text, channel and instant.
/// The Lambda and every preview call this one function.
/// </summary>
public static class Resolver
{
    /// <summary>Resolves a config for a language and a channel.</summary>
    /// <param name="chain">The config and its parents; <see cref="Chain.Configs"/> begins with the config itself.</param>
    /// <param name="language">The language asked for; null or unknown falls back (<see cref="Languages"/>).</param>
    /// <param name="channel">The contact's channel.</param>
    public static Resolution Resolve(Chain chain, string? language, Channel channel)
    {
        var config = chain.Configs[0];
        var (asked, byDefault) = (new AskedLanguage(language), new AskedLanguage(chain.DefaultLanguage));
        var values = chain.Entries.Select(entry => Resolve(entry, chain, asked, byDefault, channel)).ToList();
        var available = chain.Entries.SelectMany(entry => entry.Texts?.Keys ?? []).ToHashSet();
        var chosen = available.Count > 0 ? Languages.Choose(available, asked, byDefault).Tag
            : language is not null && LanguageTag.IsValid(language) ? language
            : chain.DefaultLanguage ?? "";
        return new(config.Id, config.Version, chosen, values);
    }

    private static ResolvedValue Resolve(ChainEntry entry, Chain chain, AskedLanguage asked, AskedLanguage byDefault, Channel channel)
    {
        var origin = entry.Origin;
        var inherited = origin.Source == ReasonSource.Own && origin.From != chain.Configs[0].Id;
        var reason = new Reason(inherited ? ReasonSource.Inherited : origin.Source, origin.From) { Name = origin.Name, Until = origin.Until };
        if (entry.Texts is not { Count: > 0 } texts)
            return new(entry.Key, entry.Value ?? "", reason);

        var (tag, match) = Languages.Choose(texts.Keys, asked, byDefault);
        var (text, textSource) = Pick(texts[tag], channel);
        return new(entry.Key, text, reason with { Language = tag, LanguageMatch = match, Text = textSource });
    }

    /// <summary>The text of a language that a channel gets.</summary>
    internal static (string Text, TextSource Source) Pick(PromptText text, Channel channel) => (channel, text.Chat) switch
    {
        (Channel.Voice, _) => (Ssml.ForSpeech(text.Voice), TextSource.Voice),
        (_, { } chat) => (chat.TrimStart('\uFEFF'), TextSource.Chat),
        _ => (Ssml.ToPlainText(text.Voice), TextSource.VoiceAsText),
    };
}
