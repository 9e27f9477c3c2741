using System.Diagnostics.CodeAnalysis;

namespace FlowConfigs.Core.Lists;

/// <summary>
/// Reads a phone number as people write it, and gives the one form that Connect sends a caller's number in: E.164, + and at most
/// 15 digits (https://www.itu.int/rec/T-REC-E.164). It checks that a number can be one by its length, not that it is in use, and it
/// never guesses: what can be read in two ways is refused. Rules R21 and R22.
/// </summary>
/// <remarks>
/// Google's libphonenumber knows every country's numbers; its .NET port is not on the registry that this project is built on. The few
/// rules here cover what people paste, and <see cref="PhoneCountry"/> the countries whose national form is understood.
/// </remarks>
public static class PhoneNumber
{
    private const int Shortest = 7;
    private const int Longest = 15;

    // Dashes and spaces are those that word processors and spreadsheets write.
    private const string Separators = " -.()/\u00A0\u2007\u2009\u202F\u2010\u2011\u2012\u2013\u2014\u2212";

    private const string OptionalTrunk = "(0)";

    /// <summary>Reads a number, or says in <paramref name="problem"/> why it cannot be read and how to write it.</summary>
    /// <param name="text">The number, with the country's code or in the national form of <paramref name="country"/>.</param>
    /// <param name="country">Where numbers without a country code are from; null takes none without.</param>
    /// <param name="e164">The number as <c>+15551230000</c>.</param>
    /// <param name="problem">What is wrong.</param>
    public static bool TryParse(
        string text, PhoneCountry? country, [NotNullWhen(true)] out string? e164, [NotNullWhen(false)] out string? problem)
    {
        // +44 (0)20 7946 0000: the 0 is dialled at home only. At home it stays.
        var hasZeroInBrackets = text.Contains(OptionalTrunk, StringComparison.Ordinal) && text.StartsWith('+');
        var written = hasZeroInBrackets ? text.Replace(OptionalTrunk, "", StringComparison.Ordinal) : text;
        written = string.Concat(written.Where(c => !Separators.Contains(c)));

        problem = Unreadable(written);
        var digits = problem is null ? International(written, country, out problem) : null;
        problem ??= Impossible(digits!, hasZeroInBrackets);
        e164 = problem is null ? "+" + digits : null;
        return problem is null;
    }

    /// <summary>The beginning of numbers as somebody types it; empty for all.</summary>
    internal static string Prefix(string text, PhoneCountry? country)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length == 0)
            return text;
        if (text.StartsWith('+') || country is null)
            return "+" + digits;
        return "+" + country.Code + (digits.StartsWith(country.Trunk, StringComparison.Ordinal) ? digits[country.Trunk.Length..] : digits);
    }

    private static string? Unreadable(string written)
    {
        if (written.Length == 0)
            return "A phone number is needed, such as +15551230000.";
        if (written.Skip(written[0] == '+' ? 1 : 0).All(char.IsAsciiDigit))
            return null;
        return written.Contains("E+", StringComparison.OrdinalIgnoreCase)
            ? "The spreadsheet has shortened this number. Give its column the format Text there, and enter the number again."
            : "A phone number has digits only, with + before the country code, and no extension or letters.";
    }

    /// <summary>The digits with the country's code, from any of the forms that the country dials.</summary>
    private static string? International(string written, PhoneCountry? country, out string? problem)
    {
        problem = null;
        if (written[0] == '+')
            return written[1..];
        if (country is not null && written.StartsWith(country.Abroad, StringComparison.Ordinal))
            return written[country.Abroad.Length..];
        if (written.StartsWith("00", StringComparison.Ordinal))
            return written[2..];
        if (country is null)
        {
            problem = "Write it with + and the country code, such as +15551230000, or give the list a country.";
            return null;
        }

        return National(written, country, out problem);
    }

    private static string? National(string written, PhoneCountry country, out string? problem)
    {
        problem = null;
        var withoutTrunk = written.StartsWith(country.Trunk, StringComparison.Ordinal) ? written[country.Trunk.Length..] : null;
        if (withoutTrunk is not null && country.Takes(withoutTrunk.Length))
            return country.Code + withoutTrunk;
        // In North America the 1 may be left out; elsewhere a number without its 0 might lack its area too.
        if (country.Code == country.Trunk && country.Takes(written.Length))
            return country.Code + written;
        // A spreadsheet takes the + away.
        if (written.StartsWith(country.Code, StringComparison.Ordinal) && country.Takes(written.Length - country.Code.Length))
            return written;
        problem = country.Trunk == "0" && written[0] != '0'
            ? $"In {country.Region} it begins with 0, which spreadsheets drop; or write it with +{country.Code}."
            : $"Is not as long as numbers in {country.Region} are. Write it with its area, or with + and the country code.";
        return null;
    }

    private static string? Impossible(string digits, bool hasZeroInBrackets)
    {
        if (digits.Length is < Shortest or > Longest || digits[0] == '0')
            return $"After + come the country code, which does not begin with 0, and the number: {Shortest}–{Longest} digits in all.";
        var country = PhoneCountry.Of(digits);
        if (hasZeroInBrackets && country?.Trunk != "0")
            return "Leave out the 0 in brackets where it is not dialled, or write it without brackets where it is.";
        if (country is null)
            return null;
        var national = digits[country.Code.Length..];
        if (country.Trunk == "0" && national[0] == '0')
            return $"Leave out the 0 after +{country.Code}.";
        return country.Takes(national.Length) ? null : $"After +{country.Code} a number does not have {national.Length} digits.";
    }
}
