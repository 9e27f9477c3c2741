using System.Text.RegularExpressions;

namespace FlowConfigs.Core.Phones;

/// <summary>What holds of phone numbers in every country: E.164, which is + and at most 15 digits (https://www.itu.int/rec/T-REC-E.164).</summary>
public static partial class PhoneNumber
{
    // Dashes and spaces are those that word processors and spreadsheets write.
    private const string Separators = " -.()/\u00A0\u2007\u2009\u202F\u2010\u2011\u2012\u2013\u2014\u2212";

    /// <summary>Whether a text is a number in the form in which it is stored.</summary>
    public static bool IsE164(string text) => E164().IsMatch(text);

    /// <summary>
    /// A number without what is no part of it: separators, <c>tel:</c>, and what spreadsheets and programs add, <c>="…"</c> and <c>.0</c>.
    /// </summary>
    public static string Plain(string text)
    {
        var number = Added().Match(text.Trim()).Groups["number"].Value;
        return string.Concat(number.Where(c => !Separators.Contains(c)));
    }

    /// <summary>
    /// One form for the numbers that are one phone. Mexico has dialled no 1 after +52 since 2019 (IFT), and networks still send it;
    /// Argentina dials a 9 after +54 before a mobile number from abroad only.
    /// </summary>
    /// <param name="e164">A number, such as <c>+5215512345678</c>.</param>
    public static string SamePhone(string e164) => WithExtraDigit().Replace(e164, "$1$2");

    /// <summary>The other form of <see cref="SamePhone"/>; null for all other numbers.</summary>
    public static string? OtherForm(string e164) => SamePhone(e164) is var same && same != e164
        ? same
        : WithoutExtraDigit().Match(e164) is { Success: true } match
            ? match.Groups[1].Value + (match.Groups[1].Value == "+52" ? "1" : "9") + match.Groups[2].Value
            : null;

    /// <summary>The number without the 1 that Mexico does not dial any more.</summary>
    public static string WithoutOldMexican(string e164) => e164.StartsWith("+521", StringComparison.Ordinal) ? SamePhone(e164) : e164;

    /// <summary>The beginning of numbers, from the text that a user types; empty for all.</summary>
    internal static string Prefix(string text, PhoneCountry? country)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length == 0)
            return text;
        if (text.StartsWith('+') || country is null)
            return "+" + (digits.StartsWith("521", StringComparison.Ordinal) ? "52" + digits[3..] : digits);
        var trunk = country.Trunk ?? "";
        return "+" + country.Code + (digits.StartsWith(trunk, StringComparison.Ordinal) ? digits[trunk.Length..] : digits);
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex E164();

    [GeneratedRegex(@"^(?:=""(?<number>.*)""|(?:tel:)?(?<number>\+?[0-9]{7,15})\.00?|(?:tel:)?(?<number>.*))\z",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Added();

    [GeneratedRegex(@"^(\+52(?=1)|\+54(?=9))[0-9]([0-9]{10})\z", RegexOptions.CultureInvariant)]
    private static partial Regex WithExtraDigit();

    [GeneratedRegex(@"^(\+5[24])([0-9]{10})\z", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutExtraDigit();
}
