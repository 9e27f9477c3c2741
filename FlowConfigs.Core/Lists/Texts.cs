using System.Globalization;
using System.Text;

namespace FlowConfigs.Core.Lists;

internal static class Texts
{
    /// <summary>Whether a text is one line that can be written: no control characters, line breaks or half characters.</summary>
    public static bool IsPlain(string text) => text.EnumerateRunes().All(rune =>
        // What could not be decoded is enumerated as the replacement character too.
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}
