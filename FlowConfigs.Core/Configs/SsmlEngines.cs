using System.Xml;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// Which of Polly's tags an engine lacks, as its Developer Guide had it on 2026-11-28: https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html
/// and the page of each tag. What it has in part only is not in here.
/// </summary>
public static class SsmlEngines
{
    /// <summary>The oldest engine.</summary>
    public const string Standard = "standard";

    /// <summary>The engine of most voices.</summary>
    public const string Neural = "neural";

    /// <summary>The engine of voices for long texts.</summary>
    public const string LongForm = "long-form";

    /// <summary>The newest engine.</summary>
    public const string Generative = "generative";

    // A tag, an attribute of it or a value of that, and the engines that lack it.
    private static readonly (string Tag, string? Attribute, string? Value, string[] Engines)[] Lacking =
    [
        ("emphasis", null, null, [Neural, LongForm, Generative]),
        ("prosody", "pitch", null, [Neural, LongForm, Generative]),
        ("prosody", "amazon:max-duration", null, [Neural, LongForm, Generative]),
        ("say-as", "interpret-as", "characters", [Neural]),
        ("say-as", "interpret-as", "spell-out", [Neural]),
        ("amazon:auto-breaths", null, null, [Neural, LongForm, Generative]),
        ("amazon:breath", null, null, [Neural, LongForm, Generative]),
        ("amazon:domain", null, null, [Standard, LongForm, Generative]),
        ("amazon:effect", "name", "drc", [Generative]),
        ("amazon:effect", "name", "whispered", [Neural, LongForm, Generative]),
        ("amazon:effect", "phonation", null, [Neural, LongForm, Generative]),
        ("amazon:effect", "vocal-tract-length", null, [Neural, LongForm, Generative]),
    ];

    // https://docs.aws.amazon.com/polly/latest/dg/newscaster-tag.html
    private static readonly string[] Newscasters = ["Amy", "Joanna", "Lupe", "Matthew"];

    /// <summary>Sentences about what a voice does not have of a text in SSML; nothing for another text.</summary>
    /// <param name="ssml">The text.</param>
    /// <param name="voice">The voice's id, such as Joanna.</param>
    /// <param name="engine">standard, neural, long-form or generative.</param>
    public static IReadOnlyList<string> Warnings(string ssml, string voice, string engine)
    {
        List<string> sentences = [];
        try
        {
            using var reader = Ssml.Read(ssml);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && Missing(reader, voice, engine) is { } missing)
                    sentences.Add(Sentence(missing, voice, engine));
            }
        }
        catch (XmlException)
        {
            return [];
        }

        return [.. sentences.Distinct()];
    }

    private static string? Missing(XmlReader reader, string voice, string engine)
    {
        foreach (var (tag, attribute, value, engines) in Lacking.Where(entry => entry.Tag == reader.Name && entry.Engines.Contains(engine)))
        {
            if (attribute is null)
                return $"<{tag}>";
            if (reader.GetAttribute(attribute) is { } given && (value is null || value == given))
                return $"<{tag} {attribute}=\"{given}\">";
        }

        return reader.Name == "amazon:domain" && !Newscasters.Contains(voice, StringComparer.OrdinalIgnoreCase) ? "<amazon:domain>" : null;
    }

    private static string Sentence(string tag, string voice, string engine) => engine switch
    {
        Neural when tag.StartsWith("<say-as", StringComparison.Ordinal) =>
            $"The neural voice {voice} lacks {tag}: Amazon Polly speaks the sentence with the older standard voice.",
        Generative => $"The generative voice {voice} lacks {tag}: Amazon Polly ignores it.",
        _ => $"The {engine} voice {voice} lacks {tag}: Amazon Polly refuses the text, and callers hear nothing. "
            + "Remove the tag, unless your flow speaks with another voice.",
    };
}
