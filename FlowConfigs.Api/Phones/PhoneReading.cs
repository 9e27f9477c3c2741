using System.Globalization;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace FlowConfigs.Api.Phones;

/// <summary>One way to read a number.</summary>
internal sealed partial class PhoneReading
{
    private const string Mexico = "MX";
    private const int LongestNational = 15;

    private readonly PhoneNumber number;

    private PhoneReading(PhoneNumber number) => this.number = number;

    public string E164 => Numbers.Format(number, PhoneNumberFormat.E164);

    /// <summary>As it is dialled in its country.</summary>
    public string AtHome => string.Concat(Numbers.Format(number, PhoneNumberFormat.NATIONAL).Where(char.IsAsciiDigit));

    public int Code => number.CountryCode;

    public int Length => Numbers.GetNationalSignificantNumber(number).Length;

    /// <summary>Whether its country gives such numbers to subscribers.</summary>
    public bool IsValid => Numbers.IsValidNumber(number);

    /// <summary>Whether numbers of its country can have so many digits, area included.</summary>
    public bool IsPossible => IsValid || Numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE;

    /// <summary>Whether both are numbers of one kind, such as two mobile ones, and not one number.</summary>
    public bool RivalsWith(PhoneReading other) =>
        IsValid && other.IsValid && E164 != other.E164 && Numbers.GetNumberType(number) == Numbers.GetNumberType(other.number);

    public bool IsFixedLine => Numbers.GetNumberType(number) is PhoneNumberType.FIXED_LINE or PhoneNumberType.FIXED_LINE_OR_MOBILE;

    private static PhoneNumberUtil Numbers => PhoneNumberUtil.GetInstance();

    /// <summary>Reads a number; null where it is none.</summary>
    public static PhoneReading? Of(string text, string? country)
    {
        try
        {
            return new(Numbers.ParseAndKeepRawInput(text, country));
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>Reads a number as the country's own, also where its first digits are the country's code.</summary>
    public static PhoneReading? National(string text, string country, int code) => Of(text, country) switch
    {
        { number.CountryCodeSource: PhoneNumber.Types.CountryCodeSource.FROM_NUMBER_WITHOUT_PLUS_SIGN } => Of($"+{code}{text}", null),
        var reading => reading,
    };

    /// <summary>The number that begins with a 0 where a spreadsheet took it, in countries such as Italy; null where that is none.</summary>
    public static PhoneReading? WithZero(string text, string country) =>
        Of("0" + text, country) is { IsValid: true } reading && reading.E164.StartsWith($"+{reading.Code}0", StringComparison.Ordinal)
            ? reading
            : null;

    /// <summary>Mexico dialled 01, 044 and 045 before its numbers, and 1 before a mobile's, until 2019 (IFT).</summary>
    public static string WithoutOldMexicanPrefix(string text, string country) =>
        country == Mexico ? OldMexican().Replace(text, "") : text;

    /// <summary>Whether some numbers of this type have more digits than this one.</summary>
    public bool OthersAreLonger(PhoneNumberType type) => Enumerable.Range(Length + 1, LongestNational - Length).Any(length =>
    {
        var digits = ulong.Parse(new string('2', length), CultureInfo.InvariantCulture);
        var longer = new PhoneNumber.Builder().SetCountryCode(Code).SetNationalNumber(digits).Build();
        return Numbers.IsPossibleNumberForTypeWithReason(longer, type) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
    });

    [GeneratedRegex(@"^(?:0?1|04[45])(?=[0-9]{10}\z)", RegexOptions.CultureInvariant)]
    private static partial Regex OldMexican();
}
