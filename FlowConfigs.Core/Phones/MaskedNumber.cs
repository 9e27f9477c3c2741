using System.Text.RegularExpressions;

namespace FlowConfigs.Core.Phones;

/// <summary>A phone number of which two digits at its end are shown: enough to tell two callers apart, too little to call one back.</summary>
public static partial class MaskedNumber
{
    private const char Hidden = '•';
    private const int ShownAtBeginning = 2;
    private const int ShownAtEnd = 2;

    /// <summary>Masks a number, such as +1••••••••00. No rule for phone numbers (R22) accepts the dots.</summary>
    /// <param name="number">In E.164.</param>
    public static string Of(string number) => number.Length <= ShownAtBeginning + ShownAtEnd
        ? number
        : number[..ShownAtBeginning] + new string(Hidden, number.Length - ShownAtBeginning - ShownAtEnd) + number[^ShownAtEnd..];

    /// <summary>Masks every number in a text, such as the path of a change.</summary>
    public static string In(string text) => Number().Replace(text, number => Of(number.Value));

    // As E.164 and the list's rule have it: https://www.itu.int/rec/T-REC-E.164
    [GeneratedRegex(@"\+[0-9]{7,15}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
