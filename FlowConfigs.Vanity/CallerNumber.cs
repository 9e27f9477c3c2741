using System.Text.RegularExpressions;

namespace FlowConfigs.Vanity;

/// <summary>A caller's number in the parts that a vanity number keeps and turns into words.</summary>
/// <param name="E164">The number, such as <c>+18003569377</c>; without an extension.</param>
/// <param name="Area">What is dialled at home before the local part, such as <c>1-800</c> or <c>020</c>; it stays digits.</param>
/// <param name="Local">The local part: 5–8 digits, which become words.</param>
public sealed partial record CallerNumber(string E164, string Area, string Local)
{
    private const int NorthAmerican = 10;
    private const int LongestBritish = 10;
    private const int ShortestBritish = 9;
    private const int LocalElsewhere = 7;
    private const int ShortestElsewhere = 9;
    private const int LongestE164 = 15;

    /// <summary>Reads a number as Connect sends it; an extension after it is left out.</summary>
    /// <returns>Null for whatever is no number with a local part: an anonymous caller, an address, a short number.</returns>
    public static CallerNumber? Parse(string? address)
    {
        var written = string.Concat((address ?? "").Where(c => c is not (' ' or '-' or '.' or '(' or ')')));
        if (Form().Match(written) is not { Success: true } match)
            return null;
        var digits = match.Groups["digits"].Value;
        return digits[0] switch
        {
            '1' => InNorthAmerica(digits[1..]),
            '4' when digits[1] == '4' => InBritain(digits[2..].TrimStart('0')),
            _ => Elsewhere(digits),
        };
    }

    // What is dialled after the tenth digit is an extension.
    private static CallerNumber? InNorthAmerica(string digits) => digits.Length < NorthAmerican
        ? null
        : new($"+1{digits[..NorthAmerican]}", $"1-{digits[..3]}", digits[3..NorthAmerican]);

    private static CallerNumber? InBritain(string digits)
    {
        if (digits.Length < ShortestBritish)
            return null;
        var number = digits[..Math.Min(digits.Length, LongestBritish)];
        var area = AreaInBritain(number);
        return new($"+44{number}", $"0{number[..area]}", number[area..]);
    }

    // Ofcom's National Telephone Numbering Plan: 020 and its like, 0114 and 0121 and theirs, non-geographic numbers, all others.
    private static int AreaInBritain(string number) => number switch
    {
        ['2', ..] => 2,
        ['3' or '8' or '9', ..] or ['1', '1', ..] or ['1', _, '1', ..] => 3,
        _ => 4,
    };

    private static CallerNumber? Elsewhere(string digits) => digits.Length is < ShortestElsewhere or > LongestE164
        ? null
        : new($"+{digits}", $"+{digits[..^LocalElsewhere]}", digits[^LocalElsewhere..]);

    // An extension comes after ;ext= (https://www.rfc-editor.org/rfc/rfc3966), a pause, or as people write it.
    [GeneratedRegex(
        "^(?:tel:)?[+](?<digits>[1-9][0-9]{6,23})(?:(?:;ext=|[,;#]+|x|ext)[0-9]+)?#?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
