using System.Text;
using System.Xml;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// Speech Synthesis Markup Language in prompts. A voice text is SSML when it is a well-formed speak document; anything else
/// is plain text (https://docs.aws.amazon.com/connect/latest/adminguide/text-to-speech.html).
/// </summary>
public static class Ssml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        // A document type could expand to gigabytes or read files.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static readonly string[] Beginnings = ["<speak", "<?xml", "<!DOCTYPE"];

    /// <summary>Whether the author means SSML, well-formed or not.</summary>
    public static bool LooksLikeSsml(string text) =>
        Beginnings.Any(beginning => text.AsSpan().TrimStart().StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text as a chat shows it: SSML loses its tags and entities, white space runs become one space.</summary>
    public static string ToPlainText(string voice) =>
        LooksLikeSsml(voice) && TryReadText(voice, out var text, out _) ? text : voice;

    /// <summary>Reads the words of a speak document, or says in <paramref name="fault"/> why it is none.</summary>
    public static bool TryReadText(string ssml, out string text, out string fault)
    {
        var words = new StringBuilder(ssml.Length);
        text = fault = "";
        try
        {
            using var reader = XmlReader.Create(new StringReader(ssml.Trim()), Settings);
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, Depth: 0, LocalName: not "speak" })
                    throw new XmlException($"The document is <{reader.LocalName}>, not <speak>.");
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
}
