using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Settings;

namespace FlowConfigs.Core.Exchange;

/// <summary>A config as an import would make it.</summary>
public sealed record ImportDraft(Config Config)
{
    /// <summary>What keeps it from being made, found while it was read.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The rows of a CSV file that it was made from; empty for a document.</summary>
    public IReadOnlyList<CsvRow> Rows { get; init; } = [];
}

/// <summary>What an import is to do.</summary>
public sealed record ImportRequest
{
    /// <summary>The file; null for CSV.</summary>
    public ExportDocument? Document { get; init; }

    /// <summary>The rows of a CSV file; null for a document.</summary>
    public IReadOnlyList<CsvRow>? Rows { get; init; }

    /// <summary>Takes nothing outside this config and what is below it; null takes the document's path.</summary>
    public ConfigId? Path { get; init; }

    /// <summary>Deletes the configs below the path that the document lacks.</summary>
    public bool Delete { get; init; }

    /// <summary>Says what would happen and writes nothing.</summary>
    public bool DryRun { get; init; } = true;

    internal ConfigId? Scope => Path ?? Document?.Path;

    /// <summary>The document's settings; a path has none.</summary>
    internal SharedSettings? Settings => Scope is null ? Document?.Settings : null;

    /// <summary>Whether a config lies in the path.</summary>
    internal bool Covers(ConfigId id) => Scope is null || id == Scope || id.IsBelow(Scope);

    /// <summary>Whether the document says of a config that it is not there: a part of a file speaks for its own range only.</summary>
    internal bool SpeaksFor(ConfigId id) =>
        (Scope is null || id.IsBelow(Scope))
        && (Document?.After is not { } after || string.CompareOrdinal(id.Value, after.Value) > 0)
        && (Document?.Next is not { } last || string.CompareOrdinal(id.Value, last.Value) <= 0);

    /// <summary>What is wrong with the request as a whole; nothing is looked at then.</summary>
    internal IEnumerable<Problem> Problems()
    {
        if (Document is { Format: not ExportDocument.CurrentFormat })
            yield return new("format", $"Must be {ExportDocument.CurrentFormat}.");
        if (Delete && Document is null)
            yield return new("delete", "CSV sets values only; import a JSON document to delete configs.");
        if (Path is { } path && Document?.Path is { } exported && path != exported && !path.IsBelow(exported))
            yield return new("path", $"The document has {exported} and what is below it only.");
        var configs = Document?.Configs ?? [];
        if (configs.Count > Import.MaxConfigs || Rows?.Select(row => row.Config).Distinct().Count() > Import.MaxConfigs)
            yield return new(Rows is null ? "configs" : "lines", $"Has more than {Import.MaxConfigs} configs. Import a part at a time.");
        var seen = new HashSet<ConfigId>();
        for (var i = 0; i < configs.Count; i++)
        {
            if (configs[i] is null)
                yield return new($"configs[{i}]", "Must not be null.");
            else if (!seen.Add(configs[i].Id))
                yield return new($"configs[{i}].id", $"{configs[i].Id} is there twice.");
        }
    }
}
