using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace FlowConfigs.Core.Exchange;

/// <summary>One value of one config.</summary>
/// <param name="Line">Its line in the file, from 1; 0 for a row that is being written.</param>
/// <param name="Config">The config's id.</param>
/// <param name="Key">The key of a variable or a prompt.</param>
/// <param name="Language">The language of a text; empty for a variable.</param>
/// <param name="Channel"><c>voice</c> or <c>chat</c>; empty for a variable.</param>
/// <param name="Value">The variable's value, or the text.</param>
public sealed record CsvRow(int Line, string Config, string Key, string Language, string Channel, string Value);

/// <summary>Rows as a file that spreadsheets open, RFC 4180 in UTF-8, and back.</summary>
public static class CsvRows
{
    private const int MaxProblems = 100;
    private const int MaxHeader = 1000;
    private static readonly string[] Columns = ["config", "key", "language", "channel", "value"];

    /// <summary>Writes rows under a header.</summary>
    public static byte[] Write(IEnumerable<CsvRow> rows)
    {
        using var bytes = new MemoryStream();
        var options = new CsvWriterOptions { WriteByteOrderMark = true, Quoting = CsvQuoting.WhenNeededOrWhitespace };
        using (var csv = CsvWriter.Create(bytes, options, leaveOpen: true))
        {
            csv.WriteHeader(Columns);
            foreach (var row in rows)
                csv.WriteRecord([.. Cells(row).Select(CsvCell.Protect)]);
        }

        return bytes.ToArray();
    }

    /// <summary>Whether a file begins with the header of such rows, or with what was meant for it; any other CSV is a table.</summary>
    public static bool AreIn(ReadOnlySpan<byte> utf8)
    {
        var line = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, MaxHeader)]).Split('\r', '\n')[0];
        string[] cells = [.. line.Split(',', ';', '\t').Select(cell => cell.Trim(' ', '"').ToLowerInvariant())];
        return cells is ["config", "key", ..];
    }

    /// <summary>Reads rows; the separator may be a comma, a semicolon or a tab, as spreadsheets save it.</summary>
    /// <exception cref="InvalidConfigException">It is no such file; paths name its lines.</exception>
    public static IReadOnlyList<CsvRow> Read(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
            throw Refused("body", "Is not UTF-8. In Excel, save it as \"CSV UTF-8\".");
        using var csv = CsvReader.Create(utf8, new()
        {
            Separator = SeparatorOf(utf8.Span),
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Throw,
            TrackLineNumbers = true,
        });
        try
        {
            var rows = Rows(csv).ToList();
            return Problems(rows).Take(MaxProblems).ToList() is { Count: > 0 } problems ? throw new InvalidConfigException(problems) : rows;
        }
        catch (CsvFormatException e)
        {
            throw Refused($"lines[{e.LineNumber}]", "Is not CSV: quotes must be in pairs, and every line needs five cells.");
        }
    }

    private static IEnumerable<CsvRow> Rows(CsvReader csv)
    {
        csv.ReadHeader();
        if (!csv.Headers.SequenceEqual(Columns))
            throw Refused("lines[1]", $"Must be the header {string.Join(',', Columns)}.");
        while (csv.Read())
            yield return new((int)csv.LineNumber, Cell(0), Cell(1), Cell(2), Cell(3), Cell(4));

        string Cell(int i) => CsvCell.Unprotect(csv.GetString(i));
    }

    private static IEnumerable<Problem> Problems(IReadOnlyList<CsvRow> rows)
    {
        var seen = new HashSet<(string, string, string, string)>();
        foreach (var row in rows)
        {
            var path = $"lines[{row.Line}]";
            if (!ConfigId.TryParse(row.Config, out _, out var problem))
                yield return new($"{path}.config", problem);
            else if (row is not { Language: "", Channel: "" } and not { Language: not "", Channel: "voice" or "chat" })
                yield return new($"{path}.channel", "A text needs a language, and the channel voice or chat; a variable needs neither.");
            else if (!seen.Add((row.Config, row.Key, row.Language.ToUpperInvariant(), row.Channel)))
                yield return new(path, "There is another row for this value.");
        }
    }

    private static string[] Cells(CsvRow row) => [row.Config, row.Key, row.Language, row.Channel, row.Value];

    // Guessing from the lines would take a text's punctuation for separators; the header has none.
    internal static char SeparatorOf(ReadOnlySpan<byte> utf8) =>
        utf8.IndexOfAny(",;\t\r\n"u8) is >= 0 and var first && utf8[first] is (byte)';' or (byte)'\t' ? (char)utf8[first] : ',';

    private static InvalidConfigException Refused(string path, string message) => new([new(path, message)]);
}
