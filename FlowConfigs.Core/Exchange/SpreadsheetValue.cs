using System.Text.RegularExpressions;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Exchange;

/// <summary>
/// Reads what a spreadsheet makes of a variable's value. What can mean two values is left as it is, and the rules refuse it.
/// </summary>
internal static partial class SpreadsheetValue
{
    private const string True = "true";
    private const string False = "false";

    // Excel's and LibreOffice's constants by language, as a cell shows them and as they save it. Upper case, in pairs.
    private static readonly HashSet<string> Trues =
    [
        "TRUE", "WAHR", "VRAI", "VERDADERO", "VERO", "WAAR", "VERDADEIRO", "PRAWDA", "SANT", "SAND", "SANN", "TOSI", "IGAZ", "PRAVDA",
        "ИСТИНА", "ІСТИНА", "DOĞRU", "ADEVĂRAT", "ΑΛΗΘΗΣ", "ΑΛΗΘΕΣ", "ISTINA", "CERT", "TÕENE", "PATIESS", "TIESA", "BENAR", "真", "참",
    ];

    private static readonly HashSet<string> Falses =
    [
        "FALSE", "FALSCH", "FAUX", "FALSO", "ONWAAR", "FAŁSZ", "FALSKT", "FALSK", "USANN", "EPÄTOSI", "HAMIS", "NEPRAVDA",
        "ЛОЖЬ", "ХИБНІСТЬ", "YANLIŞ", "FALS", "ΨΕΥΔΗΣ", "ΨΕΥΔΕΣ", "LAŽ", "VÄÄR", "APLAMS", "MELAS", "NETIESA", "SALAH", "假", "거짓",
    ];

    /// <summary>The value of a cell for a variable.</summary>
    public static string Of(Variable variable, string cell) => variable.Kind switch
    {
        VariableKind.Boolean => Boolean(cell) ?? cell,
        VariableKind.Number => Number(cell) ?? cell,
        VariableKind.Select => Option(variable.Constraints?.Options ?? [], cell) ?? cell,
        _ => cell,
    };

    /// <summary><c>true</c> or <c>false</c> in any language of a spreadsheet and in any case; null for anything else.</summary>
    public static string? Boolean(string cell)
    {
        // Turkish has an i without a dot, whose upper case is an I only there.
        var word = cell.Trim().Replace('ı', 'I').Replace("i\u0307", "i", StringComparison.Ordinal).ToUpperInvariant().Replace('İ', 'I');
        return Trues.Contains(word) ? True : Falses.Contains(word) ? False : null;
    }

    /// <summary>
    /// A number with a point, from one with a decimal comma or with its thousands apart. Null where it is none, or where three digits follow its
    /// only comma: 1,500 is 1500 for some and 1.5 for others.
    /// </summary>
    public static string? Number(string cell)
    {
        var text = cell.Trim().TrimStart('+').Replace('\u2212', '-');
        if (Plain().IsMatch(text))
            return text;
        if (Grouped().Match(text) is { Success: true } grouped)
        {
            var digits = string.Concat(grouped.Groups["whole"].Value.Where(c => c == '-' || char.IsAsciiDigit(c)));
            return grouped.Groups["rest"] is { Success: true } rest ? $"{digits}.{rest.Value}" : digits;
        }

        return DecimalComma().IsMatch(text) ? text.Replace(',', '.') : null;
    }

    // Spreadsheets change the case of options that look like true and false, and translate them.
    private static string? Option(IReadOnlyList<string> options, string cell) =>
        options.Contains(cell) ? cell : Only(options, cell.Trim()) ?? (Boolean(cell) is { } boolean ? Only(options, boolean) : null);

    private static string? Only(IReadOnlyList<string> options, string text) =>
        options.Where(option => string.Equals(option, text, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only : null;

    [GeneratedRegex(@"^-?[0-9]+(?:\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    // Thousands apart by a space or an apostrophe; or by a point or comma where they come twice, or the other one follows.
    [GeneratedRegex(
        @"^(?<whole>-?[1-9][0-9]{0,2}(?:(?<apart>[ \u00A0\u2009\u202F'\u2019])[0-9]{3}(?:\k<apart>[0-9]{3})*))(?:[.,](?<rest>[0-9]+))?\z"
        + @"|^(?<whole>-?[1-9][0-9]{0,2}(?:,[0-9]{3})+)\.(?<rest>[0-9]+)\z|^(?<whole>-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+),(?<rest>[0-9]+)\z"
        + @"|^(?<whole>-?[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}|(?:\.[0-9]{3}){2,}))\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^-?(?:0,[0-9]+|[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})|[0-9]{4,},[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalComma();
}
