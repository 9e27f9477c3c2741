using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FlowConfigs.Core.Lists;

/// <summary>The key of an entry in the form in which it is stored and looked up (rules R20–R22).</summary>
public static class EntryKey
{
    /// <summary>Longest key in characters.</summary>
    public const int MaxLength = 128;

    /// <summary>Reads a key, or says in <paramref name="problem"/> what is wrong with it.</summary>
    public static bool TryParse(
        ListHead list, string? text, [NotNullWhen(true)] out string? key, [NotNullWhen(false)] out string? problem)
    {
        key = Visible(text);
        problem = Problem(key);
        if (problem is null && list.Keys == KeyKind.Phone)
            return PhoneNumber.TryParse(key, PhoneCountry.Find(list.Country), out key, out problem);
        return problem is null;
    }

    /// <summary>Reads a key.</summary>
    /// <exception cref="InvalidConfigException">It is none; the problem's path is <c>key</c>.</exception>
    public static string Parse(ListHead list, string? text) =>
        TryParse(list, text, out var key, out var problem) ? key : throw new InvalidConfigException([new("key", problem)]);

    /// <summary>
    /// The beginning of keys. That of phone numbers is + and digits: without + it is taken in the national form of the list's country.
    /// </summary>
    public static string ParsePrefix(ListHead list, string? text)
    {
        var prefix = Visible(text);
        if (prefix.Length > MaxLength)
            throw new InvalidConfigException([new("prefix", $"Must have at most {MaxLength} characters.")]);
        return list.Keys == KeyKind.Text ? prefix : PhoneNumber.Prefix(prefix, PhoneCountry.Find(list.Country));
    }

    /// <summary>
    /// The forms in which a key may be stored, when the list is not known yet: all but a phone number in national form.
    /// </summary>
    internal static IReadOnlyList<string> Candidates(string? text)
    {
        var key = Visible(text);
        if (Problem(key) is not null)
            return [];
        return PhoneNumber.TryParse(key, null, out var e164, out _) && e164 != key ? [key, e164] : [key];
    }

    private static string? Problem(string key)
    {
        if (key.Length == 0)
            return "A key is needed.";
        if (key.Length > MaxLength)
            return $"Must have at most {MaxLength} characters.";
        // Whoever looks at an entry must see what it is: an invisible character in a key would never match.
        return Texts.IsPlain(key) && !key.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            ? null
            : "Has a character that cannot be seen. Type the key instead of pasting it.";
    }

    private static string Visible(string? text) => string.Concat((text ?? "").Where(c => !IsDirection(c))).Trim();

    // Address books put these around a phone number when it is copied.
    private static bool IsDirection(char c) => c is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
