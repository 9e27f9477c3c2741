using CsvHelper;

namespace FlowConfigs.Core.Lists;

/// <summary>
/// Entries as CSV (RFC 4180): the columns key, note, owner and expires. It is read as spreadsheets write it, too: with or without
/// the header, parted by commas, semicolons or tabs, or as one bare column of keys.
/// </summary>
public static class EntriesCsv
{
    private const string Key = "key";
    private const string Note = "note";
    private const string Owner = "owner";
    private const string Expires = "expires";

    private static readonly string[] Columns = [Key, Note, Owner, Expires];

    private static readonly CsvReaderOptions Reading = new()
    {
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
    };

    /// <summary>Reads what somebody pasted or uploaded.</summary>
    /// <exception cref="InvalidConfigException">It is no CSV, or has other columns, or too many lines.</exception>
    public static IReadOnlyList<EntryDraft> Read(string csv)
    {
        using var reader = CsvReader.Create(new StringReader(csv), Reading with { Separator = HeadersSeparator(csv) });
        var drafts = new List<EntryDraft>();
        string[]? columns = null;
        foreach (var (line, cells) in Rows(reader))
        {
            if (columns is null)
            {
                columns = IsHeader(cells) ? Header(cells) : Columns;
                if (columns != Columns)
                    continue;
            }

            if (drafts.Count == Paste.MaxEntries)
                throw Problem($"line {line}", $"More than {Paste.MaxEntries:N0} entries are too many at once. Send them in parts.");
            drafts.Add(Draft(line, cells, columns));
        }

        return drafts;
    }

    /// <summary>Writes the header.</summary>
    public static void WriteHeader(CsvWriter writer)
    {
        foreach (var column in Columns)
            writer.WriteField(column);
        writer.EndRecord();
    }

    /// <summary>Writes an entry.</summary>
    public static void Write(CsvWriter writer, ListEntry entry)
    {
        writer.WriteField(CsvCell.Protect(entry.Key));
        writer.WriteField(CsvCell.Protect(entry.Note));
        writer.WriteField(CsvCell.Protect(entry.Owner));
        writer.WriteField(ListDiff.Instant(entry.Expires) ?? "");
        writer.EndRecord();
    }

    // The header says how the cells are parted; without one the first lines are compared.
    private static char? HeadersSeparator(string csv)
    {
        var start = csv.TrimStart('\uFEFF', '"');
        var rest = start.StartsWith(Key, StringComparison.OrdinalIgnoreCase) ? start[Key.Length..].TrimStart('"') : "";
        return rest.Length > 0 && rest[0] is ',' or ';' or '\t' ? rest[0] : null;
    }

    private static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Rows(CsvReader reader)
    {
        while (Read(reader))
        {
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(i => CsvCell.Unprotect(reader.GetString(i)))];
            // A spreadsheet's empty lines are commas only.
            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                yield return ((int)reader.LineNumber, cells);
        }
    }

    private static bool Read(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException e)
        {
            throw Problem($"line {e.LineNumber}", "The quotes do not match. A cell with a quote stands in quotes, with its own doubled.");
        }
    }

    private static bool IsHeader(IReadOnlyList<string> cells) => cells.Any(cell => Name(cell) == Key);

    private static string[] Header(IReadOnlyList<string> cells)
    {
        string[] names = [.. cells.Select(Name)];
        if (names.FirstOrDefault(name => !Columns.Contains(name)) is { } unknown)
            throw Problem("line 1", $"The column '{unknown}' is not known: there are {string.Join(", ", Columns)}.");
        return names.Distinct().Count() == names.Length ? names : throw Problem("line 1", "A column is there twice.");
    }

    private static EntryDraft Draft(int line, IReadOnlyList<string> cells, string[] columns)
    {
        if (cells.Skip(columns.Length).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            throw Problem($"line {line}", $"Has more cells than columns ({columns.Length}). A cell with a comma stands in quotes.");
        return new(line, $"line {line}", Cell(Key), Cell(Note), Cell(Owner), Cell(Expires));

        // A column that is not there leaves what the entry has; a cell of it that is empty empties it.
        string? Cell(string column) => Array.IndexOf(columns, column) is >= 0 and var at && at < cells.Count ? cells[at] : null;
    }

    private static string Name(string cell) => cell.Trim().ToLowerInvariant();

    private static InvalidConfigException Problem(string path, string message) => new([new(path, message)]);
}
