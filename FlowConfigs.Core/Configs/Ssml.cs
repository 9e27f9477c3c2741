using System.Globalization;
using System.Text;
using System.Xml;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// Speech Synthesis Markup Language in prompts. This class alone decides whether a text is SSML; the web app's src/common/ssml.ts has
/// the same rule, and both are tested with the same samples.
/// https://docs.aws.amazon.com/connect/latest/adminguide/text-to-speech.html
/// </summary>
public static class Ssml
{
    private const string Declaration = "<?xml";
    private const string Root = "<speak";

    private static readonly XmlReaderSettings Settings = new()
    {
        // A document type could expand to gigabytes or read files.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>
    /// Whether a text is meant as SSML, well-formed or not: it begins with the tag speak, an XML declaration or a document type. Before
    /// that it may have white space, comments and characters that cannot be seen, such as a byte order mark.
    /// </summary>
    public static bool IsSsml(string text)
    {
        var rest = Visible(text);
        while (rest.StartsWith("<!--", StringComparison.Ordinal) && rest.IndexOf("-->", StringComparison.Ordinal) is >= 0 and var end)
            rest = Visible(rest[(end + 3)..]);
        return Begins(rest, Declaration, "?") || Begins(rest, Root, "/>") || rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// A voice text as Amazon Connect and Polly get it: SSML without what comes before its first tag, a byte order mark or an XML
    /// declaration, and without white space around it. Any other text only loses a byte order mark.
    /// </summary>
    public static string ForSpeech(string voice)
    {
        if (voice is not ['<' or > '~' or <= ' ', ..])
            return voice;
        if (!IsSsml(voice))
            return voice.TrimStart('\uFEFF');
        var rest = Visible(voice);
        while (Begins(rest, Declaration, "?") && rest.IndexOf("?>", StringComparison.Ordinal) is >= 0 and var end)
            rest = Visible(rest[(end + 2)..]);
        return rest.ToString();
    }

    /// <summary>The text as a chat shows it: SSML loses its tags and entities, white space runs become one space.</summary>
    public static string ToPlainText(string voice) =>
        IsSsml(voice) && TryReadText(voice, out var text, out _) ? text : ForSpeech(voice);

    /// <summary>Reads the words of a speak document, or says in <paramref name="fault"/> why it is none.</summary>
    public static bool TryReadText(string ssml, out string text, out string fault)
    {
        var words = new StringBuilder(ssml.Length);
        text = fault = "";
        try
        {
            using var reader = Read(ssml);
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, Depth: 0, Name: not "speak" })
                    throw new XmlException($"The document is <{reader.Name}>, not <speak>.");
                words.Append(reader switch
                {
                    { NodeType: XmlNodeType.Text or XmlNodeType.CDATA } => reader.Value,
                    { NodeType: XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace } => " ",
                    // Pauses, paragraphs and sentences separate words; emphasis and the like do not.
                    { LocalName: "break" or "p" or "s" } => " ",
                    _ => "",
                });
            }
        }
        catch (XmlException e)
        {
            fault = e.Message;
            return false;
        }

        text = string.Join(' ', words.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return true;
    }

    /// <summary>Reads a document. Polly's prefix amazon needs no declaration, and which others there are is not XML's to say.</summary>
    internal static XmlReader Read(string ssml) => XmlReader.Create(
        new StringReader(ForSpeech(ssml)), Settings, new XmlParserContext(null, new AnyPrefix(), null, XmlSpace.None));

    /// <summary>Whether a character leaves no trace on a screen or in speech.</summary>
    internal static bool IsInvisible(char character) => char.IsWhiteSpace(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static ReadOnlySpan<char> Visible(ReadOnlySpan<char> text)
    {
        while (text is [var first, ..] && IsInvisible(first))
            text = text[1..];
        while (text is [.., var last] && IsInvisible(last))
            text = text[..^1];
        return text;
    }

    private static bool Begins(ReadOnlySpan<char> text, string tag, string then) =>
        text.StartsWith(tag, StringComparison.OrdinalIgnoreCase)
        && (text.Length == tag.Length || char.IsWhiteSpace(text[tag.Length]) || then.Contains(text[tag.Length]));

    private sealed class AnyPrefix() : XmlNamespaceManager(new NameTable())
    {
        public override string? LookupNamespace(string prefix) => base.LookupNamespace(prefix) ?? $"urn:{prefix}";
    }
}
