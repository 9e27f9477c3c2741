namespace FlowConfigs.Core.Lists;

/// <summary>How phone numbers are written in a country (https://www.itu.int/oth/T0202.aspx?parent=T0202).</summary>
/// <param name="Region">The country by ISO 3166, such as <c>US</c>.</param>
/// <param name="Code">Its code in E.164.</param>
/// <param name="Trunk">What is dialled before a national number; empty for nothing.</param>
/// <param name="Shortest">Fewest digits of a national number, without <paramref name="Trunk"/>.</param>
/// <param name="Longest">Most digits of it.</param>
/// <param name="Abroad">What is dialled before the code of another country.</param>
public sealed record PhoneCountry(string Region, string Code, string Trunk, int Shortest, int Longest, string Abroad = "00")
{
    /// <summary>The countries whose national form is understood. Numbers of every other country are taken with + and the code.</summary>
    public static IReadOnlyList<PhoneCountry> All { get; } =
    [
        new("US", "1", "1", 10, 10, "011"),
        new("CA", "1", "1", 10, 10, "011"),
        new("AT", "43", "0", 4, 13),
        new("AU", "61", "0", 9, 9, "0011"),
        new("BE", "32", "0", 8, 9),
        new("BR", "55", "0", 10, 11),
        new("CH", "41", "0", 9, 9),
        new("CZ", "420", "", 9, 9),
        new("DE", "49", "0", 5, 13),
        new("DK", "45", "", 8, 8),
        new("ES", "34", "", 9, 9),
        new("FI", "358", "0", 5, 12),
        new("FR", "33", "0", 9, 9),
        new("GB", "44", "0", 7, 10),
        new("IE", "353", "0", 7, 10),
        new("IN", "91", "0", 10, 10),
        new("IT", "39", "", 6, 11), // the 0 of a city stays, from abroad too
        new("JP", "81", "0", 9, 10, "010"),
        new("MX", "52", "", 10, 10),
        new("NL", "31", "0", 9, 11),
        new("NO", "47", "", 8, 8),
        new("NZ", "64", "0", 8, 10),
        new("PL", "48", "", 9, 9),
        new("PT", "351", "", 9, 9),
        new("SE", "46", "0", 6, 10),
        new("SG", "65", "", 8, 8),
        new("ZA", "27", "0", 9, 9),
    ];

    /// <summary>The country of this region; null when it is not among them.</summary>
    public static PhoneCountry? Find(string? region) => All.FirstOrDefault(country => country.Region == region);

    /// <summary>The country whose code a number begins with; codes are unambiguous. Null when it is not among them.</summary>
    /// <param name="digits">A number in E.164 without its +.</param>
    public static PhoneCountry? Of(string digits) =>
        All.FirstOrDefault(country => digits.StartsWith(country.Code, StringComparison.Ordinal));

    /// <summary>Whether a national number, without <see cref="Trunk"/>, may have so many digits.</summary>
    public bool Takes(int digits) => digits >= Shortest && digits <= Longest;
}
