using CsvHelper;

namespace FlowConfigs.Core.Lists;

/// <summary>
/// Entries as CSV (RFC 4180): the columns key, note, owner and expires. It is read as spreadsheets write it, too: with or without
/// the header, under the usual names in many languages, separated by commas, semicolons or tabs, or as one bare column of keys.
/// </summary>
public static class EntriesCsv
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The text of a file in UTF-8, or in UTF-16 with its mark.</summary>
    /// <exception cref="InvalidConfigException">It is neither.</exception>
    public static string Decode(ReadOnlySpan<byte> file) => Spreadsheet.Decode(file);

    /// <summary>Reads the text that a user pasted or uploaded.</summary>
    /// <param name="csv">The text.</param>
    /// <param name="keys">What the list's keys are: a phone number is not taken for a column's name.</param>
    /// <param name="columns">What the columns are, in their order, null for one that is not read; left out, the first line says it.</param>
    /// <param name="hasHeader">Whether the first line names the columns; left out, it is found out.</param>
    /// <exception cref="InvalidConfigException">It is no CSV, or has too many lines.</exception>
    /// <exception cref="UnknownColumnsException">The first line names a column that is not known.</exception>
    public static IReadOnlyList<EntryDraft> Read(
        string csv, KeyKind keys = KeyKind.Phone, IReadOnlyList<string?>? columns = null, bool? hasHeader = null)
    {
        var lines = Spreadsheet.Read(csv, HeadersSeparator).Take(Paste.MaxEntries + 2).ToList();
        if (lines is [var first, ..] && (hasHeader ?? (columns is not null || IsHeader(first, lines.ElementAtOrDefault(1), keys))))
        {
            columns ??= Header(first, lines.ElementAtOrDefault(1));
            lines.RemoveAt(0);
        }

        if (lines.Count > Paste.MaxEntries)
        {
            throw Spreadsheet.Refused(
                $"line {lines[^1].Number}", $"More than {Paste.MaxEntries:N0} entries are too many at once. Send them in parts.");
        }

        return [.. lines.Select(line => Draft(line, columns ?? EntryColumns.Fields))];
    }

    /// <summary>Writes the header.</summary>
    public static void WriteHeader(CsvWriter writer)
    {
        foreach (var column in EntryColumns.Fields)
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

    // The header says how the cells are separated; without one the first lines are compared.
    private static char? HeadersSeparator(string line) => Separators.Cast<char?>().FirstOrDefault(separator =>
        line.Split(separator!.Value) is { Length: > 1 } cells && cells.Any(cell => EntryColumns.FieldOf(cell) == EntryColumns.Key));

    // A text can be any word: only the names in which a file is exported, or several names that are known, are a header there. Of phone
    // numbers a line without a digit is none.
    private static bool IsHeader(SpreadsheetLine first, SpreadsheetLine? second, KeyKind keys)
    {
        var known = first.Cells.Where(cell => EntryColumns.FieldOf(cell) is not null).ToList();
        if (first.Cells.Any(cell => cell.Trim().Equals(EntryColumns.Key, StringComparison.OrdinalIgnoreCase)))
            return true;
        return keys == KeyKind.Text
            ? known.Count > 1
            : known.Any(cell => EntryColumns.FieldOf(cell) == EntryColumns.Key)
                || (!first.Cells.Any(HasDigit) && second?.Cells.Any(HasDigit) == true);

        static bool HasDigit(string cell) => cell.Any(char.IsAsciiDigit);
    }

    // A column without a name is one that the spreadsheet has left over.
    private static string?[] Header(SpreadsheetLine line, SpreadsheetLine? next)
    {
        EntryColumn[] columns = [.. line.Cells.Take(line.Width).Select((name, i) =>
            new EntryColumn(name.Trim(), EntryColumns.FieldOf(name), next?[i] ?? ""))];
        if (columns.Any(column => column is { Name: not "", Field: null }) || columns.All(column => column.Field != EntryColumns.Key))
            throw new UnknownColumnsException(columns);
        var fields = columns.Select(column => column.Field).ToList();
        var twice = fields.OfType<string>().FirstOrDefault(field => fields.Count(other => other == field) > 1);
        return twice is null
            ? [.. fields]
            : throw new UnknownColumnsException([.. columns.Select(column => column.Field == twice ? column with { Field = null } : column)]);
    }

    private static EntryDraft Draft(SpreadsheetLine line, IReadOnlyList<string?> columns)
    {
        var path = $"line {line.Number}";
        var isWider = line.Cells.Skip(columns.Count).Any(cell => !string.IsNullOrWhiteSpace(cell));
        return new(line.Number, path, Cell(EntryColumns.Key), Cell(EntryColumns.Note), Cell(EntryColumns.Owner), Cell(EntryColumns.Expires))
        {
            Problem = isWider ? $"Has more cells than columns ({columns.Count}). Put a cell that contains a separator in quotes." : null,
        };

        // A column that is not there leaves what the entry has; a cell of it that is empty empties it.
        string? Cell(string field) => columns.ToList().IndexOf(field) is >= 0 and var at && at < line.Cells.Count ? line.Cells[at] : null;
    }
}
