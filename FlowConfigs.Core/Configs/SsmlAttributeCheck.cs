using System.Xml;

namespace FlowConfigs.Core.Configs;

/// <summary>Says what Amazon Polly would refuse of a tag's attributes.</summary>
internal static class SsmlAttributeCheck
{
    /// <summary>A sentence for each attribute that is wrong or missing.</summary>
    /// <param name="reader">At the beginning of the tag, where it stays.</param>
    /// <param name="tag">The tag.</param>
    public static List<string> Problems(XmlReader reader, SsmlTag tag)
    {
        List<string> sentences = [];
        var found = new HashSet<string>();
        while (reader.MoveToNextAttribute())
        {
            if (reader.Name == "xmlns" || reader.Prefix == "xmlns")
                continue;
            found.Add(reader.Name);
            if (OfAttribute(tag, reader.Name, reader.Value) is { } sentence)
                sentences.Add(sentence);
        }

        reader.MoveToElement();
        if (tag.Attributes.FirstOrDefault(attribute => attribute.IsRequired && !found.Contains(attribute.Name)) is { } missing)
            sentences.Add($"The tag <{tag.Name}> needs the attribute {missing.Name}. Use {missing.Values}.");
        if (tag.NeedsAttribute && found.Count == 0)
            sentences.Add($"The tag <{tag.Name}> needs an attribute. Use {NamesOf(tag)}.");
        return sentences;
    }

    private static string? OfAttribute(SsmlTag tag, string name, string value)
    {
        if (tag.Attributes.FirstOrDefault(attribute => attribute.Name == name) is not { } known)
        {
            return tag.Attributes.Count == 0
                ? $"The tag <{tag.Name}> takes no attributes. Remove {name}."
                : $"The tag <{tag.Name}> has no attribute {name}. Remove it, or use {NamesOf(tag)}.";
        }

        if (name == "time" && SsmlAttribute.Seconds(value) > SsmlTags.MaxPauseSeconds)
            return $"A pause can last at most {SsmlTags.MaxPauseSeconds} seconds; this one has {value}. Use two pauses.";
        return known.Takes(value) ? null : $"Amazon Polly does not take {name}=\"{value}\" in <{tag.Name}>. Use {known.Values}.";
    }

    private static string NamesOf(SsmlTag tag) => string.Join(", ", tag.Attributes.Select(attribute => attribute.Name));
}
