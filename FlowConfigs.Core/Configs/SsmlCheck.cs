using System.Xml;

namespace FlowConfigs.Core.Configs;

/// <summary>Says what Amazon Polly would refuse of a text in SSML, in sentences for people who write prompts.</summary>
internal static class SsmlCheck
{
    private const int MostSentences = 5;

    /// <summary>Everything that is wrong, up to five sentences; nothing when Polly takes the text.</summary>
    public static IReadOnlyList<string> Problems(string ssml)
    {
        try
        {
            return [.. Walk(ssml).Distinct().Take(MostSentences)];
        }
        catch (XmlException e)
        {
            return [$"Begins like SSML but is not well-formed, so callers would hear nothing: {e.Message}"];
        }
    }

    private static IEnumerable<string> Walk(string ssml)
    {
        using var reader = Ssml.Read(ssml);
        var speaks = false;
        var last = "";
        while (reader.Read())
        {
            var isText = reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && !reader.Value.All(Ssml.IsInvisible);
            speaks |= isText;
            // What comes right after a tag that is not closed in itself is within it.
            if ((isText || reader.NodeType == XmlNodeType.Element) && SsmlTags.Find(last) is { IsEmpty: true })
                yield return $"The tag <{last}> cannot enclose text. Write <{last}/> and put the text after it.";
            last = reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false } ? reader.Name : "";
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Depth == 0 && reader.Name != SsmlTags.Root)
                throw new XmlException($"The document is <{reader.Name}>, not <speak>.");
            speaks |= SpeaksByItself(reader);
            foreach (var sentence in OfTag(reader))
                yield return sentence;
        }

        if (!speaks)
            yield return "Callers would hear nothing. Write words to speak between <speak> and </speak>.";
    }

    // These two replace the text that they enclose.
    private static bool SpeaksByItself(XmlReader reader) => reader.Name switch
    {
        "sub" => !string.IsNullOrWhiteSpace(reader.GetAttribute("alias")),
        "phoneme" => !string.IsNullOrWhiteSpace(reader.GetAttribute("ph")),
        _ => false,
    };

    private static List<string> OfTag(XmlReader reader)
    {
        var name = reader.Name;
        if (name == SsmlTags.Root && reader.Depth > 0)
            return ["<speak> encloses the whole text. Remove the second one."];
        return SsmlTags.Find(name) is { } tag
            ? SsmlAttributeCheck.Problems(reader, tag)
            : [$"Amazon Polly has no tag <{name}>. Remove it, or use one of these: {SsmlTags.Names}."];
    }
}
