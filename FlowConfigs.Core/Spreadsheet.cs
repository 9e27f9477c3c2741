using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace FlowConfigs.Core;

/// <summary>A line of a spreadsheet that has anything in it.</summary>
/// <param name="Number">Its line in the file, from 1; the first, where a cell has line breaks.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Width">How many there are up to the last that has anything in it.</param>
internal sealed record SpreadsheetLine(int Number, IReadOnlyList<string> Cells, int Width)
{
    /// <summary>A cell; empty where the line ends before it.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}

/// <summary>
/// CSV (RFC 4180) as spreadsheets write it: in UTF-8 or UTF-16, with commas, semicolons or tabs, with <c>sep=;</c> in the first line,
/// with lines and columns that are empty.
/// </summary>
internal static partial class Spreadsheet
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    /// <summary>The text of a file.</summary>
    /// <exception cref="InvalidConfigException">It is neither UTF-8 nor UTF-16 with a mark.</exception>
    public static string Decode(ReadOnlySpan<byte> file)
    {
        Encoding encoding = file switch
        {
            [0xFF, 0xFE, ..] => Utf16,
            [0xFE, 0xFF, ..] => Utf16BigEndian,
            _ => Utf8,
        };
        try
        {
            return encoding.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw Refused("body", "Is not UTF-8. In Excel, save it as \"CSV UTF-8\".");
        }
    }

    /// <summary>Reads the lines.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="separatorOf">Finds the separator in the first line that has any text; null compares the first lines.</param>
    /// <exception cref="InvalidConfigException">Quotes do not match; the path names the line.</exception>
    public static IEnumerable<SpreadsheetLine> Read(string text, Func<string, char?> separatorOf)
    {
        text = text.TrimStart('\uFEFF');
        var hint = SeparatorHint().Match(text);
        using var csv = CsvReader.Create(new StringReader(text[hint.Length..]), new CsvReaderOptions
        {
            HasHeader = false,
            Separator = hint.Success ? hint.Groups["separator"].Value[0] : separatorOf(FirstLine().Match(text).Value),
            MalformedData = CsvMalformedDataHandling.Throw,
            TrackLineNumbers = true,
        });
        var before = hint.Success ? 1 : 0;
        while (Next(csv, before))
        {
            var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToList();
            if (cells.FindLastIndex(cell => !string.IsNullOrWhiteSpace(cell)) is >= 0 and var last)
                yield return new((int)csv.LineNumber + before, [.. cells.Select(CsvCell.Unprotect)], last + 1);
        }
    }

    public static InvalidConfigException Refused(string path, string message) => new([new(path, message)]);

    private static bool Next(CsvReader csv, int before)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException e)
        {
            throw Refused(
                $"line {e.LineNumber + before}", "The quotes don’t match. Put a cell that contains a quote in quotes, and double its own.");
        }
    }

    [GeneratedRegex(@"^""?sep=(?<separator>[ -~\t])""?[,;\t]*\r?\n", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SeparatorHint();

    [GeneratedRegex(@"[^\r\n]*[^\s,;""][^\r\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex FirstLine();
}
