using System.Text.RegularExpressions;

namespace FlowConfigs.Core.Configs;

/// <summary>BCP 47 language tags, as far as this product uses them: a language, and optionally script, region and more.</summary>
public static partial class LanguageTag
{
    /// <summary>Longest tag in characters.</summary>
    public const int MaxLength = 35;

    /// <summary>Whether the text has the form of a tag (https://www.rfc-editor.org/rfc/rfc5646#section-2.1).</summary>
    public static bool IsValid(string text) => text.Length <= MaxLength && Form().IsMatch(text);

    /// <summary>The tag's first part: <c>es</c> of <c>es-US</c>.</summary>
    public static string Language(string tag) => tag.Split('-', 2)[0];

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
