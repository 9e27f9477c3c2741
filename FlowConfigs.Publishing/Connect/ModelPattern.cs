using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FlowConfigs.Publishing.Connect;

/// <summary>Patterns as JSON Schema has them (https://json-schema.org/understanding-json-schema/reference/regular_expressions).</summary>
internal static class ModelPattern
{
    /// <summary>Whether a text fits. Its end is the end, where .NET takes a line break too, and 🎄 is one character, where .NET sees two.</summary>
    public static bool Fits(string pattern, string text)
    {
        // .NET knows no escape of these two.
        var known = pattern.Replace(@"\_", "_", StringComparison.Ordinal).Replace(@"\@", "@", StringComparison.Ordinal);
        return Regex.IsMatch(Flat(text), known.EndsWith('$') ? $"{known[..^1]}\\z" : known);
    }

    private static string Flat(string text) => string.Concat(text.EnumerateRunes().Select(sign =>
        sign.IsBmp || Rune.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned ? $"{sign}" : "\u2603"));
}
