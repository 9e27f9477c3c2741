namespace FlowConfigs.Core.Exchange;

/// <summary>A row of a table.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Cells">A cell for each column.</param>
public sealed record DataTableRow(int Line, IReadOnlyList<string> Cells);
