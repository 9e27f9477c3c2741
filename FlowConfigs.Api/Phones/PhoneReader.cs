using System.Diagnostics.CodeAnalysis;
using FlowConfigs.Core.Phones;
using PhoneNumbers;
using static PhoneNumbers.PhoneNumberUtil;
using PhoneNumber = FlowConfigs.Core.Phones.PhoneNumber;

namespace FlowConfigs.Api.Phones;

/// <summary>
/// Reads phone numbers with Google's libphonenumber (https://github.com/google/libphonenumber), which knows every country's numbers. It
/// never guesses: what can be read in two ways is refused with both. A number that is long enough is accepted where it is written in full,
/// whether or not it is in use: test numbers may be listed.
/// </summary>
internal sealed class PhoneReader : IPhoneReader
{
    private const int LongestLocal = 8;

    // Loading takes about a tenth of a second, and several megabytes: a request that reads no number does not wait for it.
    private static PhoneNumberUtil Numbers => GetInstance();

    public bool TryRead(string text, string? country, [NotNullWhen(true)] out string? e164, [NotNullWhen(false)] out string? problem)
    {
        var written = PhoneNumber.Plain(text);
        problem = PhoneProblems.Unreadable(written, country);
        var reading = problem is null ? Read(written, country, out problem) : null;
        e164 = reading is null ? null : PhoneNumber.WithoutOldMexican(reading.E164);
        return e164 is not null;
    }

    /// <summary>The E.164 of a number that is written with its country code in another form; null for anything else.</summary>
    public static string? OtherwiseWritten(string text)
    {
        var written = PhoneNumber.Plain(text);
        var digits = written.StartsWith("00", StringComparison.Ordinal) ? written[2..] : written.TrimStart('+');
        return digits.Length > 0 && digits.All(char.IsAsciiDigit)
            && PhoneReading.Of("+" + digits, null) is { IsValid: true } reading && reading.E164 != text
            ? reading.E164
            : null;
    }

    private static PhoneReading? Read(string written, string? country, out string? problem)
    {
        if (written[0] == '+')
            return Possible(written, out problem);
        if (written.StartsWith("00", StringComparison.Ordinal) && PhoneReading.Of("+" + written[2..], null) is { IsPossible: true } abroad
            && (country is null || PhoneReading.Of(written, country) is not { IsValid: true } other || other.E164 == abroad.E164))
        {
            problem = null;
            return abroad;
        }

        if (country is not null)
            return National(PhoneReading.WithoutOldMexicanPrefix(written, country), country, out problem);
        problem = PhoneProblems.NoCountry;
        return null;
    }

    private static PhoneReading? Possible(string written, out string? problem)
    {
        var reading = PhoneNumber.IsE164(written) ? PhoneReading.Of(PhoneNumber.WithoutOldMexican(written), null) : null;
        problem = reading is { IsPossible: true } ? null : PhoneProblems.Impossible(written, reading);
        return problem is null ? reading : null;
    }

    private static PhoneReading? National(string written, string country, out string? problem)
    {
        var code = Numbers.GetCountryCodeForRegion(country);
        var national = PhoneReading.National(written, country, code);
        var withZero = PhoneReading.WithZero(written, country);
        // Gabon has mobile numbers of seven digits, and of eight with a 0 before them.
        if (national is not null && withZero?.RivalsWith(national) == true)
        {
            problem = PhoneProblems.TwoReadings(withZero, national);
            return null;
        }

        withZero = national is { IsValid: true } ? null : withZero;
        national = withZero ?? national;
        var withCode = written.StartsWith($"{code}", StringComparison.Ordinal)
            ? PhoneReading.Of(PhoneNumber.WithoutOldMexican("+" + written), null)
            : null;
        if (withCode?.E164 == national?.E164)
            withCode = null;
        var lacksTrunk = national is not null && withZero is null && Numbers.GetNddPrefixForRegion(country, true) is { Length: > 0 } trunk
            && trunk != $"{code}" && !written.StartsWith(trunk, StringComparison.Ordinal);
        problem = (national, withCode) switch
        {
            ({ IsValid: true }, { IsValid: true }) => PhoneProblems.TwoReadings(withCode, national),
            ({ IsValid: true }, _) when lacksTrunk && MayLackArea(written, national) => PhoneProblems.NoArea(national, withCode, country),
            ({ IsValid: true }, _) or (_, { IsValid: true }) => null,
            ({ IsPossible: true }, { IsPossible: true }) => PhoneProblems.TwoReadings(withCode, national),
            ({ IsPossible: true }, _) when !lacksTrunk => null,
            ({ IsPossible: false } or null, { IsPossible: true }) => null,
            _ => PhoneProblems.WrongLength(country, lacksTrunk),
        };
        return problem is not null ? null
            : national is { IsValid: true } || (withCode is not { IsValid: true } && national is { IsPossible: true }) ? national
            : withCode;
    }

    // Few digits without the one that is dialled before the area may also lack the area, where others there are longer.
    private static bool MayLackArea(string written, PhoneReading national) =>
        written.Length <= LongestLocal && national.IsFixedLine && national.OthersAreLonger(PhoneNumberType.FIXED_LINE);
}
