using FlowConfigs.Core.Phones;
using PhoneNumbers;
using Phone = FlowConfigs.Core.Phones.PhoneNumber;

namespace FlowConfigs.Api.Phones;

/// <summary>Why a phone number is refused and how to write it, with an example of the country.</summary>
internal static class PhoneProblems
{
    public const string NoCountry = "Write it with + and the country code, such as +15551230000, or give the list a country.";

    /// <summary>What no country writes; null for digits with or without +.</summary>
    public static string? Unreadable(string written, string? country)
    {
        if (written.Length == 0)
            return $"A phone number is needed, such as {Example(country)}.";
        if (written.Length > 1 && written.Skip(written[0] == '+' ? 1 : 0).All(char.IsAsciiDigit))
            return null;
        return written.Contains("E+", StringComparison.OrdinalIgnoreCase)
            ? "The spreadsheet has shortened this number. Give its column the format Text there, and enter the number again."
            : $"A phone number has digits only, with + before the country code, and no extension or letters, such as {Example(country)}.";
    }

    public static string Impossible(string written, PhoneReading? reading) => reading switch
    {
        null when !Phone.IsE164(written) =>
            "Must be + and 7–15 digits: the country code, which never starts with 0, and the number.",
        null => "No country has this code after the +. Check the country code.",
        _ => $"Numbers with +{reading.Code} never have {reading.Length} more digits. Check the number.",
    };

    public static string TwoReadings(PhoneReading withCode, PhoneReading national) =>
        $"Can be {withCode.E164} or {AtHome(national)}. Write the one you mean, with its +.";

    public static string NoArea(PhoneReading national, PhoneReading? withCode, string country) =>
        $"Can be {AtHome(national)}, {(withCode is { IsPossible: true } ? $"{withCode.E164}, " : "")}or a number without its area. "
        + $"Numbers in {country} start with 0, which spreadsheets drop. Add the 0, or write the number with +{national.Code}, such as {Example(country)}.";

    public static string WrongLength(string country, bool lacksTrunk) => lacksTrunk
        ? $"Numbers in {country} start with {PhoneCountry.Find(country)?.Trunk}, which spreadsheets drop. Add it, or write + and the country code, "
            + $"such as {Example(country)}."
        : $"Has the wrong length for {country}. Include the area code, such as {Example(country)}, or write + and the country code.";

    private static string AtHome(PhoneReading reading) =>
        reading.AtHome == reading.E164[1..] ? reading.E164 : $"{reading.AtHome}, which is {reading.E164}";

    private static string Example(string? country)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        return country is not null && numbers.GetExampleNumber(country) is { } example
            ? $"{numbers.Format(example, PhoneNumberFormat.NATIONAL)} or {numbers.Format(example, PhoneNumberFormat.E164)}"
            : "+15551230000";
    }
}
