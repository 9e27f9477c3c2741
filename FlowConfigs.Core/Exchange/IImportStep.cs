using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>What an import does with one kind of thing: it is planned, then, if nothing in the whole file is refused, written.</summary>
internal interface IImportStep
{
    /// <summary>The plan, as the report shows it.</summary>
    IReadOnlyList<ImportItem> Items { get; }

    /// <summary>Goes on only if the person may make all of these changes.</summary>
    Task RequireAsync(Author author, CancellationToken cancellationToken);

    /// <summary>Writes what was planned, on the versions that the plan has read.</summary>
    Task<IReadOnlyList<ImportItem>> WriteAsync(Author author, CancellationToken cancellationToken);
}
