using static FlowConfigs.Core.Configs.SsmlAttribute;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// The tags, attributes and values of SSML that Amazon Polly takes, as its Developer Guide had them on 2026-11-28:
/// https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html and the page of each tag.
/// </summary>
internal static class SsmlTags
{
    /// <summary>Longest pause in seconds (https://docs.aws.amazon.com/polly/latest/dg/break-tag.html).</summary>
    public const int MaxPauseSeconds = 10;

    /// <summary>The tag that encloses all others.</summary>
    public const string Root = "speak";

    // https://docs.aws.amazon.com/polly/latest/dg/breath-tag.html
    private static readonly SsmlAttribute Breath = Word("duration", "default", "x-short", "short", "medium", "long", "x-long");
    private static readonly SsmlAttribute BreathVolume = Word("volume", "default", "x-soft", "soft", "medium", "loud", "x-loud");

    private static readonly Dictionary<string, SsmlTag> ByName = new SsmlTag[]
    {
        // Polly's page shows the tag without attributes; those of the W3C's standard change nothing and are common.
        new(Root, Text("version", "1.1"), Text("xml:lang", "a language tag such as en-US")),
        new("break", Word("strength", "none", "x-weak", "weak", "medium", "strong", "x-strong"),
            new("time", value => Seconds(value) <= MaxPauseSeconds, "a time of at most 10 seconds, such as 1s or 300ms")) { IsEmpty = true },
        // The page writes the levels with a capital letter, and its example without.
        new("emphasis", new SsmlAttribute(
            "level", value => value.ToLowerInvariant() is "strong" or "moderate" or "reduced", "strong, moderate, reduced")),
        new("lang", new SsmlAttribute("xml:lang", LanguageTag.IsValid, "a language tag such as fr-FR") { IsRequired = true }),
        new("mark", Text("name", "a name such as animal") with { IsRequired = true }) { IsEmpty = true },
        new("p"),
        new("phoneme",
            Word("alphabet", "ipa", "x-sampa", "x-amazon-pinyin", "x-amazon-jyutping", "x-amazon-yomigana", "x-amazon-pron-kana")
                with { IsRequired = true },
            Text("ph", "the sounds, such as pɪˈkɑːn") with { IsRequired = true }),
        new("prosody", Volume(), Rate(), Pitch(),
            new("amazon:max-duration", value => Seconds(value) > 0, "a time such as 2s or 1500ms")) { NeedsAttribute = true },
        new("s"),
        new("say-as",
            Word("interpret-as", "characters", "spell-out", "cardinal", "number", "ordinal", "digits", "fraction", "unit", "date", "time",
                "address", "expletive", "telephone") with { IsRequired = true },
            Word("format", "mdy", "dmy", "ymd", "md", "dm", "ym", "my", "d", "m", "y", "yyyymmdd")),
        new("sub", Text("alias", "the words to speak instead") with { IsRequired = true }),
        new("w", Word("role", "amazon:VB", "amazon:VBD", "amazon:DT", "amazon:IN", "amazon:JJ", "amazon:NN", "amazon:DEFAULT",
            "amazon:SENSE_1") with { IsRequired = true }),
        new("amazon:auto-breaths", BreathVolume, Word("frequency", "default", "x-low", "low", "medium", "high", "x-high"), Breath),
        new("amazon:breath", Breath, BreathVolume) { IsEmpty = true },
        new("amazon:domain", Word("name", "news") with { IsRequired = true }),
        new("amazon:effect", Word("name", "drc", "whispered"), Word("phonation", "soft"),
            new("vocal-tract-length", value => Percent(value) is not null, "a percentage such as +10% or 110%")) { NeedsAttribute = true },
    }.ToDictionary(tag => tag.Name);

    /// <summary>The names of the tags that may stand in a text.</summary>
    public static string Names { get; } = string.Join(", ", ByName.Keys.Where(name => name != Root));

    /// <summary>The tag of a name; null when Polly has none.</summary>
    public static SsmlTag? Find(string name) => ByName.GetValueOrDefault(name);

    // https://docs.aws.amazon.com/polly/latest/dg/prosody-tag.html
    private static SsmlAttribute Volume() => new(
        "volume",
        value => value is "default" or "silent" or "x-soft" or "soft" or "medium" or "loud" or "x-loud" || Decibels(value) is not null,
        "default, silent, x-soft, soft, medium, loud, x-loud, or a change such as +6dB");

    // The page has 20% to 200% of the normal rate; the one of whispering has a change, -10%.
    private static SsmlAttribute Rate() => new(
        "rate",
        value => value is "x-slow" or "slow" or "medium" or "fast" or "x-fast"
            || (Percent(value) is { } percent && (value[0] is '+' or '-' ? 100 + percent : percent) is >= 20 and <= 200),
        "x-slow, slow, medium, fast, x-fast, or 20% to 200%");

    private static SsmlAttribute Pitch() => new(
        "pitch",
        value => value is "default" or "x-low" or "low" or "medium" or "high" or "x-high" || (value is ['+' or '-', ..] && Percent(value) is not null),
        "default, x-low, low, medium, high, x-high, or a change such as -10%");
}
