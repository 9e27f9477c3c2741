using System.Globalization;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Exchange;

/// <summary>
/// Makes configs of a table's rows: the path's own config defines a variable for each column, and each row is a config below it that gives
/// them values. An empty cell takes the default. Whatever else those configs have stays.
/// </summary>
internal static class DataTableConfigs
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static IReadOnlyList<ImportDraft> Of(
        DataTable table, ConfigId path, IReadOnlyDictionary<ConfigId, Config> saved, DateTimeOffset now)
    {
        var rows = table.Below(path).Rows;
        var parents = path.Path.Skip(1).Where(saved.ContainsKey).Select(id => saved[id] with { Changes = [], Scenarios = [] });
        var inherited = Chain.Of([.. parents], now);
        IReadOnlyList<Column> columns = [.. table.Columns.Select((name, i) => Column.Of(name, i, table.Rows)).Skip(table.Primary)];
        var defaults = rows.GetValueOrDefault(path);
        var top = saved.GetValueOrDefault(path) ?? new() { Id = path };
        return
        [
            new(columns.Aggregate(top, (config, column) => WithDefault(config, column, defaults, inherited)))
            {
                Where = defaults is null ? "" : $"line {defaults.Line}",
                Notes = [.. columns.Where(column => column.Key != column.Name).Select(column =>
                    $"The column “{column.Name}” is read as $.External.{column.Key}: a key has letters, digits, - and _ only.")],
            },
            .. rows.Where(row => row.Key != path).Select(row => Draft(row.Key, row.Value, table, path, columns, saved)),
        ];
    }

    private static ImportDraft Draft(
        ConfigId id, DataTableRow row, DataTable table, ConfigId path, IReadOnlyList<Column> columns,
        IReadOnlyDictionary<ConfigId, Config> saved)
    {
        var config = saved.GetValueOrDefault(id) ?? new() { Id = id, DisplayName = DisplayNames.Foreign(table.Name(row), id.Value[(path.Value.Length + 1)..]) };
        var filled = columns.Where(column => column.Of(row) != "");
        return new(filled.Aggregate(config, (next, column) => With(next, column.Key, column.Value(row))))
        {
            Where = $"line {row.Line}",
            Notes = id.Value == $"{path}/{table.Name(row)}" ? [] : [$"“{table.Name(row)}” becomes {id}. Flows must ask for {id}."],
        };
    }

    // A column that is known here keeps what it is, and without a default in the table its value too.
    private static Config WithDefault(Config top, Column column, DataTableRow? row, Chain inherited)
    {
        var isKnown = top.Variables.Any(variable => variable.Name == column.Key) || inherited.Find(column.Key)?.Variable is not null;
        return row is not null && column.Of(row) != "" ? WithDefault(top, column, column.Value(row), isKnown)
            : isKnown ? top
            : WithDefault(top, column, column.Neutral, isKnown);
    }

    private static Config WithDefault(Config top, Column column, string value, bool isKnown) => isKnown
        ? With(top, column.Key, value)
        : top with { Variables = [.. top.Variables, New(column, value)] };

    private static Variable New(Column column, string value) => new()
    {
        Name = column.Key,
        DisplayName = DisplayNames.Foreign(column.Name, column.Key),
        Kind = column.Kind,
        Value = value,
    };

    private static Config With(Config config, string key, string value) => config.Variables.Any(variable => variable.Name == key)
        ? config with { Variables = [.. config.Variables.Select(v => v.Name == key ? v with { Value = value } : v)] }
        : config with { Overrides = new Dictionary<string, Override>(config.Overrides) { [key] = new() { Value = value } } };

    private sealed record Column(string Name, string Key, int Index, VariableKind Kind)
    {
        public string Neutral => Kind switch
        {
            VariableKind.Boolean => "false",
            VariableKind.Number => "0",
            _ => "",
        };

        // A switch where nothing but true and false is written, a number where all are written as numbers are; 007 is a text.
        public static Column Of(string name, int index, IReadOnlyList<DataTableRow> rows)
        {
            var filled = rows.Select(row => row.Cells[index]).Where(cell => cell != "").ToList();
            return new(name, ForeignNames.Key(name), index, filled switch
            {
                [] => VariableKind.Text,
                _ when filled.All(IsFlag) => VariableKind.Boolean,
                _ when filled.All(IsNumber) => VariableKind.Number,
                _ => VariableKind.Text,
            });
        }

        public string Of(DataTableRow row) => row.Cells[Index];

        public string Value(DataTableRow row) => SpreadsheetValue.Of(new() { Name = Key, Kind = Kind, Value = "" }, Of(row));

        private static bool IsFlag(string cell) => SpreadsheetValue.Boolean(cell) is not null;

        private static bool IsNumber(string cell) => SpreadsheetValue.Number(cell) is { } plain
            && decimal.TryParse(plain, Number, CultureInfo.InvariantCulture, out var number)
            && !cell.StartsWith('+') && (!plain.TrimStart('-').StartsWith('0') || number is > -1 and < 1);
    }
}
