using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Settings;

namespace FlowConfigs.Core.Exchange;

/// <summary>What an import is to do.</summary>
public sealed record ImportRequest
{
    /// <summary>The file; null for CSV.</summary>
    public ExportDocument? Document { get; init; }

    /// <summary>The rows of a CSV file; null for a document.</summary>
    public IReadOnlyList<CsvRow>? Rows { get; init; }

    /// <summary>The rows of a data table, which become configs below <see cref="Path"/>; null for anything else.</summary>
    public DataTable? Table { get; init; }

    /// <summary>Where the configs of the document come from, if another product wrote them.</summary>
    public ForeignFile? Foreign { get; init; }

    /// <summary>Takes nothing outside this config and what is below it; null takes the document's path.</summary>
    public ConfigId? Path { get; init; }

    /// <summary>Deletes the configs, aliases and scenarios below the path that the document lacks.</summary>
    public bool Delete { get; init; }

    /// <summary>Says what would happen and writes nothing.</summary>
    public bool DryRun { get; init; } = true;

    internal ConfigId? Scope => Path ?? Document?.Path;

    /// <summary>The document's settings; a path has none.</summary>
    internal SharedSettings? Settings => Scope is null ? Document?.Settings : null;

    /// <summary>Whether lists are imported: they belong to no path, so the document itself must have brought them with its path.</summary>
    internal bool CoversLists => Scope == Document?.Path;

    /// <summary>Whether a config lies in the path.</summary>
    internal bool Covers(ConfigId id) => Scope is null || id == Scope || id.IsBelow(Scope);

    /// <summary>Why something that lies elsewhere is refused.</summary>
    internal Problem Outside(string path) => new(path, $"Is outside {Scope}. Take it out of the file, or import without the path.");

    /// <summary>Whether the document says of a config that it is not there: a part of a file speaks for its own range only.</summary>
    internal bool SpeaksFor(ConfigId id) => (Scope is null || id.IsBelow(Scope)) && IsInRange(ExportCursor.Config(id));

    /// <summary>The same of the aliases of a config.</summary>
    internal bool SpeaksForAliasesOf(ConfigId target) => Covers(target) && IsInRange(ExportCursor.Config(target));

    /// <summary>The same of a scenario.</summary>
    internal bool SpeaksForScenario(ConfigId id, Scenario scenario) =>
        scenario.Values.Keys.All(Covers) && IsInRange(new(ExportPhase.Scenario, id));

    /// <summary>What is wrong with the request as a whole; nothing is looked at then.</summary>
    internal IEnumerable<Problem> Problems()
    {
        if (Document is { Format: not ExportDocument.CurrentFormat })
            yield return new("format", $"Must be {ExportDocument.CurrentFormat}.");
        if (Delete && (Document is null || Foreign is not null))
            yield return new("delete", "Only a document that Flow Configs exported can delete configs; CSV and other files set values only.");
        if (Table is not null && Path is null)
            yield return new("path", "Needed for a data table: its rows become configs below this path, such as stores. "
                + "Values of configs begin with the header config,key,language,channel,value.");
        if (Path is { } path && Document?.Path is { } exported && path != exported && !path.IsBelow(exported))
            yield return new("path", $"The document has {exported} and what is below it only.");
        foreach (var problem in CountProblems())
            yield return problem;
        foreach (var problem in Elements())
            yield return problem;
    }

    private bool IsInRange(ExportCursor thing) => thing.IsAfter(Document?.After) && (Document?.Next is not { } last || !thing.IsAfter(last));

    private IEnumerable<Problem> CountProblems()
    {
        var configs = Document?.Configs.Count ?? Table?.Rows.Count ?? Rows!.Select(row => row.Config).Distinct().Count();
        (string Path, string What, int Count, int Most)[] counts =
        [
            (Rows is null ? "configs" : "lines", "configs", configs, Import.MaxConfigs),
            ("aliases", "aliases", Document?.Aliases?.Count ?? 0, Import.MaxAliases),
            ("scenarios", "scenarios", Document?.Scenarios?.Count ?? 0, Import.MaxChanged),
            ("scenarios", "configs in scenarios", Document?.Scenarios?.Sum(scenario => scenario?.Values.Count ?? 0) ?? 0, Import.MaxConfigs),
            ("lists", "lists", Document?.Lists?.Count ?? 0, Import.MaxChanged),
            ("lists", "entries of lists", Document?.Lists?.Sum(list => list?.Entries.Count ?? 0) ?? 0, Paste.MaxEntries),
        ];
        return counts.Where(each => each.Count > each.Most)
            .Select(each => new Problem(each.Path, $"Has more than {each.Most:N0} {each.What}. Import a part at a time."));
    }

    private IEnumerable<Problem> Elements() =>
    [
        .. Elements("configs", Document?.Configs, config => config.Id),
        .. Elements("aliases", Document?.Aliases, alias => alias.Id),
        .. Elements("scenarios", Document?.Scenarios, scenario => scenario.Id),
        .. Elements("lists", Document?.Lists, list => list.Id),
        .. NullElements.Of(Document?.Scenarios ?? []),
        .. NullElements.Of(Document?.Lists ?? []),
    ];

    private static IEnumerable<Problem> Elements<T>(string path, IReadOnlyList<T>? elements, Func<T, ConfigId> idOf)
    {
        var seen = new HashSet<ConfigId>();
        for (var i = 0; i < (elements?.Count ?? 0); i++)
        {
            if (elements![i] is not { } element)
                yield return new($"{path}[{i}]", "Must not be null.");
            else if (!seen.Add(idOf(element)))
                yield return new($"{path}[{i}].id", $"{idOf(element)} appears twice.");
        }
    }
}
