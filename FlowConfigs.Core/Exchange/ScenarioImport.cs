using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>What an import does with scenarios. It changes what they would do, and never switches one on or off.</summary>
internal sealed class ScenarioImport : IImportStep
{
    private readonly ScenarioStore store;
    private readonly Dictionary<ConfigId, Stored<Scenario>> before;
    private readonly Dictionary<ConfigId, ExportedScenario> file;
    private readonly List<Stored<Scenario>> removed;

    private ScenarioImport(
        ScenarioStore store, Dictionary<ConfigId, Stored<Scenario>> before, Dictionary<ConfigId, ExportedScenario> file,
        List<Stored<Scenario>> removed) =>
        (this.store, this.before, this.file, this.removed) = (store, before, file, removed);

    public IReadOnlyList<ImportItem> Items { get; private set; } = [];

    /// <summary>Reads what is there.</summary>
    public static async Task<ScenarioImport> ReadAsync(ScenarioStore store, ImportRequest request, CancellationToken cancellationToken)
    {
        var file = (request.Document?.Scenarios ?? []).ToDictionary(scenario => scenario.Id);
        var stored = (await store.Items.GetManyAsync(file.Keys.Select(id => id.Value), cancellationToken)).ToList();
        if (request is { Delete: true, Document.Scenarios: not null })
            stored.AddRange((await store.ListAsync(cancellationToken)).Where(scenario => !file.ContainsKey(ConfigId.Parse(scenario.Id))));
        var found = stored.ToDictionary(scenario => ConfigId.Parse(scenario.Id));
        var removed = found.Where(s => !file.ContainsKey(s.Key) && request.SpeaksForScenario(s.Key, s.Value.Value)).Select(s => s.Value);
        return new(store, found, file, [.. removed.OrderBy(scenario => scenario.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Judges every scenario as if the configs of the file were there already.</summary>
    public void Plan(
        ImportRequest request, IReadOnlyDictionary<ConfigId, Config> configs, SharedSettings shared, DateTimeOffset now) => Items =
    [
        .. file.Values.Select(scenario => Item(scenario, request, configs, shared, now)),
        .. removed.Select(scenario => Deletion(scenario, now)),
    ];

    public Task RequireAsync(Author author, CancellationToken cancellationToken) => store.Items.RequireAsync(
        [
            .. Items.Where(item => item.Writes && item.Outcome != ImportOutcome.Deleted)
                .Select(item => Change(file[ConfigId.Parse(item.Id)])),
            .. removed.Select(scenario => new Change<Stored<Scenario>>(scenario, null)),
        ],
        author,
        cancellationToken);

    public async Task<IReadOnlyList<ImportItem>> WriteAsync(Author author, CancellationToken cancellationToken)
    {
        var written = new List<ImportItem>();
        foreach (var item in Items)
        {
            var id = ConfigId.Parse(item.Id);
            var version = before.GetValueOrDefault(id)?.Version ?? 0;
            written.Add(!item.Writes ? item : await item.WriteAsync(() => item.Outcome == ImportOutcome.Deleted
                ? store.DeleteAsync(id, version, author with { Action = null }, cancellationToken)
                : store.SaveAsync(id, version, Draft(file[id]), author, cancellationToken)));
        }

        return written;
    }

    private static Scenario Draft(ExportedScenario scenario) => new() { Description = scenario.Description, Values = scenario.Values };

    private Change<Stored<Scenario>> Change(ExportedScenario scenario)
    {
        var was = before.GetValueOrDefault(scenario.Id);
        var next = Draft(scenario) with { On = was?.Value.On };
        return new(was, (was ?? Stored<Scenario>.New(scenario.Id.Value, next)).With(next));
    }

    private ImportItem Item(
        ExportedScenario scenario, ImportRequest request, IReadOnlyDictionary<ConfigId, Config> configs, SharedSettings shared,
        DateTimeOffset now)
    {
        var (was, draft) = (before.GetValueOrDefault(scenario.Id)?.Value, Draft(scenario));
        var item = new ImportItem(Kinds.Scenario, scenario.Id.Value, ImportOutcome.Created) { Notes = [.. Notes(scenario, was, now)] };
        if (scenario.Values.Keys.Any(config => !request.Covers(config)))
            return item.Refused(request.Outside("values"));
        // Its configs may be in a part before this one, which a dry run has not written.
        if (request is { DryRun: true, Document.After: not null } && scenario.Values.Keys.Any(config => !configs.ContainsKey(config)))
            return item with { Notes = [.. item.Notes, "Some of this scenario's configs do not exist here yet. Import the earlier parts of the export first."] };
        try
        {
            ScenarioRules.Check(draft, new(scenario.Id, draft, configs, now, now.AddHours(1), was));
            var changes = ScenarioDiff.Of(was is null ? null : was with { On = null }, draft);
            if (was is not null && changes.Count == 0)
                return item with { Outcome = ImportOutcome.Unchanged };
            store.Items.RefuseTooLarge(Change(scenario), new("", null, Access.Permit.Everything));
            return (item with
            {
                Outcome = was is null ? ImportOutcome.Created : ImportOutcome.Changed,
                Warnings = [.. SpeechWarnings.Of(draft.Values, shared)],
            }).With(changes);
        }
        catch (InvalidConfigException e)
        {
            return item.Refused([.. e.Problems]);
        }
        catch (ConfigTooLargeException e)
        {
            return item.Refused(new Problem("", e.Message));
        }
    }

    private static IEnumerable<string> Notes(ExportedScenario scenario, Scenario? was, DateTimeOffset now)
    {
        if (was?.RunAt(now) is not null)
            yield return "This scenario is switched on here, and stays on with the values from when it was switched on.";
        else if (scenario.WasOn)
            yield return "This scenario was switched on where it was exported, and is switched off here.";
    }

    private static ImportItem Deletion(Stored<Scenario> scenario, DateTimeOffset now)
    {
        var item = new ImportItem(Kinds.Scenario, scenario.Id, ImportOutcome.Deleted);
        return scenario.Value.RunAt(now) is { } run
            ? item.Refused(new Problem("", $"This scenario is missing from the file and is switched on until {run.Until:u}. Switch it off first."))
            : item;
    }
}
