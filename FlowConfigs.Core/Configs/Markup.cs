using System.Text.RegularExpressions;

namespace FlowConfigs.Core.Configs;

/// <summary>Tags in a text that is no SSML, where they are words like any other.</summary>
public static partial class Markup
{
    private const int LongestTag = 40;

    /// <summary>The first tag of a text, up to 40 characters of it; null when it has none.</summary>
    public static string? TagIn(string text) =>
        Tag().Match(text) is { Success: true, Value: var tag } ? tag.Length > LongestTag ? $"{tag[..LongestTag]}…" : tag : null;

    [GeneratedRegex("</?[A-Za-z][A-Za-z0-9:_-]*(\\s[^<>]*)?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
