using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FlowConfigs.Core.Phones;

namespace FlowConfigs.Core.Lists;

/// <summary>The key of an entry in the form in which it is stored and looked up (rules R20–R22).</summary>
public static class EntryKey
{
    /// <summary>Longest key in characters.</summary>
    public const int MaxLength = 128;

    private const string Nobody =
        "Can't be listed: phone networks send this instead of a number that is withheld. Leave it out.";

    private static readonly BasicPhoneReader Basic = new();

    /// <summary>Reads a key, or says in <paramref name="problem"/> what is wrong with it.</summary>
    public static bool TryParse(
        ListHead list, IPhoneReader phones, string? text, [NotNullWhen(true)] out string? key, [NotNullWhen(false)] out string? problem)
    {
        key = Visible(text);
        problem = Problem(key);
        if (problem is null && list.Keys == KeyKind.Phone)
            return phones.TryRead(key, list.Country, out key, out problem);
        return problem is null;
    }

    /// <summary>Reads a key.</summary>
    /// <exception cref="InvalidConfigException">It is none; the problem's path is <c>key</c>.</exception>
    public static string Parse(ListHead list, IPhoneReader phones, string? text) =>
        Withheld(list, text) is { } nobody ? throw new InvalidConfigException([nobody])
        : TryParse(list, phones, text, out var key, out var problem) ? key
        : throw new InvalidConfigException([new("key", problem)]);

    /// <summary>Says that a text is what networks send for callers who withhold their number; null where it is not, or blank.</summary>
    internal static Problem? Withheld(ListHead list, string? text) =>
        list.Keys == KeyKind.Phone && !string.IsNullOrWhiteSpace(text) && WithheldCaller.Is(text) ? new("key", Nobody) : null;

    /// <summary>
    /// The keys under which the list may have it, the likeliest first: as it is written, which finds what was stored by other rules; as it
    /// is read; and the other form of the same phone. Empty where it is no key.
    /// </summary>
    public static IReadOnlyList<string> Places(ListHead list, IPhoneReader phones, string? text)
    {
        var isKey = TryParse(list, phones, text, out var key, out _);
        return list.Keys == KeyKind.Text ? isKey ? [key!] : [] : [.. Forms(Visible(text)).Concat(Forms(key)).Distinct()];
    }

    /// <summary>One key for all that mean the same: a phone has two numbers in some countries.</summary>
    internal static string Same(ListHead list, string key) => list.Keys == KeyKind.Phone ? PhoneNumber.SamePhone(key) : key;

    /// <summary>
    /// The beginning of keys. That of phone numbers is + and digits: without + it is read in the national form of the list's country.
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
        Basic.TryRead(key, null, out var e164, out _);
        return [.. Forms(e164).Prepend(key).Distinct()];
    }

    private static IEnumerable<string> Forms(string? number) =>
        number is not null && PhoneNumber.IsE164(number) ? new[] { number, PhoneNumber.OtherForm(number) }.OfType<string>() : [];

    private static string? Problem(string key)
    {
        if (key.Length == 0)
            return "A key is needed.";
        if (key.Length > MaxLength)
            return $"Must have at most {MaxLength} characters.";
        // A user who looks at an entry must see its exact key: a key with an invisible character would never match.
        return Texts.IsPlain(key) && !key.Any(c => char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            ? null
            : "Can't contain an invisible character. Type the key instead of pasting it.";
    }

    private static string Visible(string? text) => string.Concat((text ?? "").Where(c => !IsDirection(c))).Trim();

    // Address books put these around a phone number when it is copied.
    private static bool IsDirection(char c) => c is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
