using CsvHelper;

namespace FlowConfigs.Core.Exchange;

/// <summary>One value of one config.</summary>
/// <param name="Line">Its line in the file, from 1; 0 for a row that is being written.</param>
/// <param name="Config">The config's id.</param>
/// <param name="Key">The key of a variable or a prompt.</param>
/// <param name="Language">The language of a text; empty for a variable.</param>
/// <param name="Channel"><c>voice</c> or <c>chat</c>; empty for a variable.</param>
/// <param name="Value">The variable's value, or the text.</param>
public sealed record CsvRow(int Line, string Config, string Key, string Language, string Channel, string Value)
{
    /// <summary>Where one of its cells is, in words: <c>line 3, CallbackMinutes of field-office, column value</c>.</summary>
    internal string Where(string column) =>
        $"line {Line}, {(Language == "" ? Key : $"{Key} ({Language}, {Channel})")} of {Config}, column {column}";
}

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

    /// <summary>Whether a file has the header of such rows, or what was meant for it; any other CSV is a table.</summary>
    public static bool AreIn(ReadOnlySpan<byte> file)
    {
        var header = Spreadsheet.Read(Spreadsheet.Decode(file), SeparatorOf).FirstOrDefault();
        var known = header?.Cells.Count(cell => Columns.Contains(cell.Trim().ToLowerInvariant()));
        return known is null or > 2;
    }

    /// <summary>
    /// Reads rows as spreadsheets save them: in UTF-8 or UTF-16, with a comma, semicolon or tab as the separator, the columns in any order,
    /// lines and columns without a cell left out.
    /// </summary>
    /// <exception cref="InvalidConfigException">It is no such file; paths name its lines.</exception>
    public static IReadOnlyList<CsvRow> Read(ReadOnlyMemory<byte> file)
    {
        var rows = Rows(Spreadsheet.Read(Spreadsheet.Decode(file.Span), SeparatorOf)).ToList();
        return Problems(rows).Take(MaxProblems).ToList() is { Count: > 0 } problems ? throw new InvalidConfigException(problems) : rows;
    }

    private static IEnumerable<CsvRow> Rows(IEnumerable<SpreadsheetLine> lines)
    {
        int[]? at = null;
        var width = 0;
        foreach (var line in lines)
        {
            if (at is null)
            {
                (at, width) = (Header(line), line.Width);
                continue;
            }

            var row = new CsvRow(line.Number, line[at[0]], line[at[1]], line[at[2]], line[at[3]], line[at[4]]);
            if (line.Cells.Count < width)
                throw Spreadsheet.Refused($"line {line.Number}", $"Must have {width} cells; it has {line.Cells.Count}.");
            if (line.Width > width)
                throw Spreadsheet.Refused(row.Where($"{width + 1}"), "This cell is beyond the last column. Put a cell that contains a separator in quotes.");
            yield return row;
        }

        if (at is null)
            throw Spreadsheet.Refused("line 1", $"Must be the header {string.Join(',', Columns)}.");
    }

    private static int[] Header(SpreadsheetLine line)
    {
        string[] names = [.. line.Cells.Take(line.Width).Select(cell => cell.Trim().ToLowerInvariant())];
        if (names.FirstOrDefault(name => !Columns.Contains(name)) is { } unknown && names.Any(Columns.Contains))
        {
            throw Spreadsheet.Refused(
                $"line {line.Number}", $"The column '{unknown}' is not known. Must be the header {string.Join(',', Columns)}.");
        }

        return names.Length == Columns.Length && Columns.All(names.Contains)
            ? [.. Columns.Select(column => Array.IndexOf(names, column))]
            : throw Spreadsheet.Refused($"line {line.Number}", $"Must be the header {string.Join(',', Columns)}.");
    }

    private static IEnumerable<Problem> Problems(IReadOnlyList<CsvRow> rows)
    {
        var seen = new Dictionary<(string, string, string, string), int>();
        foreach (var row in rows)
        {
            if (!ConfigId.TryParse(row.Config, out _, out var problem))
                yield return new(row.Where("config"), problem);
            else if (row is not { Language: "", Channel: "" } and not { Language: not "", Channel: "voice" or "chat" })
                yield return new(row.Where("channel"), "A text needs a language, and the channel voice or chat; a variable needs neither.");
            else if (Other(row) is { } line)
                yield return new(row.Where("value"), $"There is another row for this value, at line {line}. Leave one of them out.");
        }

        int? Other(CsvRow row) =>
            (row.Config, row.Key, row.Language.ToUpperInvariant(), row.Channel) is var value && seen.TryAdd(value, row.Line) ? null : seen[value];
    }

    private static string[] Cells(CsvRow row) => [row.Config, row.Key, row.Language, row.Channel, row.Value];

    // Guessing from the lines would take a text's punctuation for separators; the header has none.
    internal static char? SeparatorOf(string header) => header.IndexOfAny([',', ';', '\t']) is >= 0 and var first ? header[first] : ',';
}
