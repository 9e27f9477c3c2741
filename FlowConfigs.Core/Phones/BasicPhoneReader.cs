using System.Diagnostics.CodeAnalysis;

namespace FlowConfigs.Core.Phones;

/// <summary>
/// Reads E.164, and of what a country's people write the plain forms, by <see cref="PhoneCountry"/> alone. It does not know which numbers
/// exist, so it leaves out whatever its length does not settle.
/// </summary>
public sealed class BasicPhoneReader : IPhoneReader
{
    private const string Unreadable = "Write it with + and the country code, such as +15551230000.";

    /// <inheritdoc/>
    public bool TryRead(string text, string? country, [NotNullWhen(true)] out string? e164, [NotNullWhen(false)] out string? problem)
    {
        var digits = International(PhoneNumber.Plain(text), PhoneCountry.Find(country));
        e164 = digits is not null && PhoneNumber.IsE164("+" + digits) ? PhoneNumber.WithoutOldMexican("+" + digits) : null;
        problem = e164 is null ? Unreadable : null;
        return e164 is not null;
    }

    /// <summary>The digits with the country's code; null where they cannot be told.</summary>
    private static string? International(string written, PhoneCountry? country)
    {
        if (written.StartsWith('+'))
            return written[1..];
        if (!written.All(char.IsAsciiDigit))
            return null;
        var abroad = country?.Abroad ?? "00";
        if (abroad != "" && written.StartsWith(abroad, StringComparison.Ordinal))
            return written[abroad.Length..];
        return country?.Trunk is null || written.StartsWith("00", StringComparison.Ordinal) ? null : National(written, country, country.Trunk);
    }

    private static string? National(string written, PhoneCountry country, string trunk)
    {
        // North America dials 1 before the area, and its code is 1.
        if (trunk == country.Code)
            return country.Code + (written.StartsWith(trunk, StringComparison.Ordinal) ? written[trunk.Length..] : written);
        if (trunk != "" && written.StartsWith(trunk, StringComparison.Ordinal))
            return Fits(written.Length - trunk.Length) ? country.Code + written[trunk.Length..] : null;
        // A user, or a spreadsheet, has removed the + or the trunk digit.
        if (written.StartsWith(country.Code, StringComparison.Ordinal) && Fits(written.Length - country.Code.Length))
            return Fits(written.Length) ? null : written;
        // A spreadsheet takes a 0 away that is part of the number, too.
        var mayLackZero = country.KeepsZero && written[0] != '0' && Fits(written.Length + 1);
        return trunk == "" && Fits(written.Length) && !mayLackZero ? country.Code + written : null;

        bool Fits(int length) => length >= country.Shortest && length <= country.Longest;
    }
}
