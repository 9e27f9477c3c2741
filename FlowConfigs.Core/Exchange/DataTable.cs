using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>
/// A table as CSV, such as the rows of an Amazon Connect data table: the first line names the attributes, and the leading columns name
/// the row (https://docs.aws.amazon.com/connect/latest/adminguide/data-tables.html). AWS documents no CSV form, so this is assumed: the
/// primary attributes are the fewest leading columns that tell all rows apart, and a row without them gives the defaults.
/// </summary>
/// <param name="Columns">The names of the attributes.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Primary">How many leading columns name a row.</param>
public sealed record DataTable(IReadOnlyList<string> Columns, IReadOnlyList<DataTableRow> Rows, int Primary)
{
    private const int MaxColumns = 200;

    /// <summary>What names a row, and is not a key.</summary>
    public IReadOnlyList<string> Notes => [Primary == 1
        ? $"“{Columns[0]}” names the configs, and is not a key."
        : $"{Quoted(Columns.Take(Primary))} name the configs together, and are not keys."];

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidConfigException">It is no table; paths name its lines.</exception>
    public static DataTable Read(ReadOnlyMemory<byte> file)
    {
        var lines = Spreadsheet.Read(Spreadsheet.Decode(file.Span), CsvRows.SeparatorOf).ToList();
        List<string> columns = lines is [var header, ..] ? [.. header.Cells.Take(header.Width).Select(name => name.Trim())] : [];
        if (columns.Count < 2 || columns.Count > MaxColumns || columns.Any(name => name == ""))
            throw Spreadsheet.Refused("line 1", $"Must name the columns: at least 2, at most {MaxColumns}, none without a name.");
        if (columns.GroupBy(ForeignNames.Key).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw Spreadsheet.Refused("line 1", $"The columns {Quoted(twice)} have the same key, {twice.Key}. Rename one.");
        var rows = lines.Skip(1).Select(line => Row(line, columns.Count)).ToList();
        return new(columns, rows, PrimaryOf(rows, columns.Count));
    }

    /// <summary>The configs that the rows become, and the rows that cannot become one.</summary>
    internal (IReadOnlyDictionary<ConfigId, DataTableRow> Rows, IReadOnlyList<ImportItem> Refused) Below(ConfigId path)
    {
        var (found, refused) = (new Dictionary<ConfigId, DataTableRow>(), new List<ImportItem>());
        foreach (var row in Rows)
        {
            if (Id(row, path, out var problem) is not { } id)
                refused.Add(Item(row).Refused(new Problem($"line {row.Line}", $"“{Name(row)}” cannot be an id. {problem}")));
            else if (!found.TryAdd(id, row))
            {
                var message = $"Becomes {id}, like line {found[id].Line}. Rename one of the rows.";
                refused.Add(Item(row).Refused(new Problem($"line {row.Line}", message)));
            }
        }

        return (found, refused);
    }

    internal string Name(DataTableRow row) => string.Join('-', row.Cells.Take(Primary).Select(cell => cell.Trim()));

    private ImportItem Item(DataTableRow row) => new(Kinds.Config, Name(row), ImportOutcome.Refused);

    // Without a name, a row gives the defaults.
    private ConfigId? Id(DataTableRow row, ConfigId path, out string? problem)
    {
        problem = null;
        if (row.Cells.Take(Primary).All(string.IsNullOrWhiteSpace))
            return path;
        return ForeignNames.TryReadId(Name(row), out var name, out problem) && ConfigId.TryParse($"{path}/{name}", out var id, out problem)
            ? id
            : null;
    }

    private static DataTableRow Row(SpreadsheetLine line, int columns) => line.Width <= columns
        ? new(line.Number, [.. Enumerable.Range(0, columns).Select(i => line[i])])
        : throw Spreadsheet.Refused(
            $"line {line.Number}", $"Must have a cell for each column: {columns}, not {line.Width}. Put a cell that contains a separator in quotes.");

    private static int PrimaryOf(List<DataTableRow> rows, int columns)
    {
        for (var count = 1; count < columns; count++)
        {
            if (rows.DistinctBy(row => string.Join('\u001F', row.Cells.Take(count))).Count() == rows.Count)
                return count;
        }

        return 1;
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(" and ", names.Select(name => $"“{name}”"));
}
