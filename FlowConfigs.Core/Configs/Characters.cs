using System.Globalization;
using System.Text;

namespace FlowConfigs.Core.Configs;

/// <summary>Which characters a text can have.</summary>
internal static class Characters
{
    /// <summary>
    /// Says which character a text must not have; null when it has none. Control characters are refused, but for line breaks and tabs, and
    /// so is half of a character: neither can be seen, and Amazon Polly and the table refuse some of them.
    /// </summary>
    public static string? Problem(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is not ('\n' or '\r' or '\t') && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
                return $"Can't contain the invisible control character U+{rune.Value:X4}. Type the text again without it.";
        }

        // Half of a pair is enumerated as the replacement character.
        return Enumerable.Range(0, text.Length).Any(i => char.IsSurrogate(text, i) && !IsWhole(text, i))
            ? "Can't contain half of a character, such as a damaged emoji. Type the text again."
            : null;
    }

    private static bool IsWhole(string text, int i) => char.IsLowSurrogate(text[i])
        ? i > 0 && char.IsHighSurrogate(text[i - 1])
        : i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
}
