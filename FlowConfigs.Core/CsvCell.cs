namespace FlowConfigs.Core;

/// <summary>
/// Keeps a spreadsheet from taking a text for a formula, in a way that can be taken back: whatever is exported is imported as
/// it was (https://owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
public static class CsvCell
{
    // The quote itself is among them, so that a text that began with one keeps it. The last four are what some spreadsheets
    // make of the first four.
    private const string Marked = "=+-@\t\r\n'＝＋－＠";

    /// <summary>The text as it is written into a cell: with a ' before it where a spreadsheet might calculate it.</summary>
    public static string Protect(string text) => text.Length > 0 && Marked.Contains(text[0]) ? "'" + text : text;

    /// <summary>The text of a cell: without the first ' where it begins with one.</summary>
    public static string Unprotect(string cell) => cell.StartsWith('\'') ? cell[1..] : cell;
}
