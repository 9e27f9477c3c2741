using System.Text.Unicode;
using CsvHelper;
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
    public static DataTable Read(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
            throw Refused("body", "Is not UTF-8. In Excel, save it as \"CSV UTF-8\".");
        using var csv = CsvReader.Create(utf8, new()
        {
            Separator = CsvRows.SeparatorOf(utf8.Span),
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Throw,
            TrackLineNumbers = true,
        });
        try
        {
            csv.ReadHeader();
            var columns = csv.Headers.Select(name => name.Trim()).ToList();
            if (columns.Count < 2 || columns.Count > MaxColumns || columns.Any(name => name == ""))
                throw Refused("line 1", $"Must name the columns: at least 2, at most {MaxColumns}, none without a name.");
            if (columns.GroupBy(ForeignNames.Key).FirstOrDefault(same => same.Count() > 1) is { } twice)
                throw Refused("line 1", $"The columns {Quoted(twice)} have the same key, {twice.Key}. Rename one.");
            var rows = ReadRows(csv, columns.Count).ToList();
            return new(columns, rows, PrimaryOf(rows, columns.Count));
        }
        catch (CsvFormatException e)
        {
            throw Refused($"line {e.LineNumber}", "Is not CSV: quotes must be in pairs, and every line needs a cell for each column.");
        }
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
                var message = $"Is {id}, as line {found[id].Line} is. Rename one of the rows.";
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

    private static IEnumerable<DataTableRow> ReadRows(CsvReader csv, int columns)
    {
        while (csv.Read())
        {
            string[] cells = [.. Enumerable.Range(0, columns).Select(i => CsvCell.Unprotect(csv.GetString(i)))];
            // A spreadsheet's empty lines are commas only.
            if (!cells.All(string.IsNullOrWhiteSpace))
                yield return new((int)csv.LineNumber, cells);
        }
    }

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

    private static InvalidConfigException Refused(string path, string message) => new([new(path, message)]);
}
