using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>
/// Reads a file back: first all of it is checked, then, if nothing is refused, parents are written before children. Each thing
/// is a save of its own. A user who runs the import again continues where it stopped: things that exist already are unchanged.
/// </summary>
public sealed class Import(
    ConfigStore store, ConfigCheck check, AliasStore aliases, ScenarioStore scenarios, ListStore lists, ListWriter entries,
    SettingsStore settings, TimeProvider time)
{
    /// <summary>Most configs, scenarios and lists that one import creates, changes and deletes.</summary>
    public const int MaxChanged = 500;

    /// <summary>Most configs that one import looks at.</summary>
    public const int MaxConfigs = 5000;

    /// <summary>Most aliases of a file.</summary>
    public const int MaxAliases = 2000;

    /// <summary>
    /// Most bytes of a file. API Gateway sends the file as base64, a third longer, and Lambda takes 6 MB:
    /// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    /// </summary>
    public const int MaxBytes = 4_000_000;

    private const int AtOnce = 8;

    /// <summary>Imports a file, or says what importing it would do.</summary>
    /// <exception cref="InvalidConfigException">The request as a whole is wrong; nothing was written.</exception>
    /// <exception cref="ConfigTooLargeException">It would change too many things; nothing was written.</exception>
    public async Task<ImportReport> RunAsync(ImportRequest request, Author author, CancellationToken cancellationToken)
    {
        if (request.Problems().ToList() is { Count: > 0 } problems)
            throw new InvalidConfigException(problems);
        var now = time.GetUtcNow();
        var imported = author with { Action = SaveAction.Imported };
        var ofSettings = await SettingsImport.PlanAsync(settings, request.Settings, cancellationToken);
        var ofAliases = await AliasImport.ReadAsync(aliases, request, cancellationToken);
        var ofScenarios = await ScenarioImport.ReadAsync(scenarios, request, cancellationToken);
        // They are written first, and choose the voices that speak the texts.
        var shared = request.Settings ?? await settings.GetAsync(cancellationToken);
        var (plan, configs) = await PlanAsync(request, shared, imported, ofAliases.Gone, now, cancellationToken);
        ofAliases.Plan(request, configs);
        ofScenarios.Plan(request, configs, shared, now);
        var ofLists = await ListImport.PlanAsync(lists, entries, request, cancellationToken);

        IImportStep[] others = [ofAliases, ofScenarios, ofLists];

        var report = Report(request, dryRun: true, ofSettings.Items, plan.Select(each => each.Item), others.SelectMany(step => step.Items));
        if (report.Items.Count(item => item.Writes && item.Kind != Kinds.Alias) is > MaxChanged and var count)
            throw TooMuch(count);
        if (request.DryRun || report.Counts.Refused > 0)
            return report;
        // Before the first is written: an import is not to stop in the middle.
        await store.Items.RequireAsync(plan.Where(each => each.Writes).Select(each => each.Change), imported, cancellationToken);
        foreach (var step in others)
            await step.RequireAsync(imported, cancellationToken);

        var settingsWritten = await ofSettings.WriteAsync(imported, cancellationToken);
        var writes = new ImportWrites(store, imported);
        await writes.SaveAsync(plan, cancellationToken);
        var othersWritten = new List<ImportItem>();
        foreach (var step in others)
            othersWritten.AddRange(await step.WriteAsync(imported, cancellationToken));
        // Last, when no alias points at them any more.
        await writes.DeleteAsync(plan, cancellationToken);
        return Report(request, dryRun: false, settingsWritten, writes.Items(plan), othersWritten);
    }

    /// <summary>Does something with each, a few at once.</summary>
    internal static Task InParallel<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (item, token) => await act(item, token));

    private async Task<(IReadOnlyList<PlannedConfig> Plan, IReadOnlyDictionary<ConfigId, Config> Configs)> PlanAsync(
        ImportRequest request, SharedSettings shared, Author author, IReadOnlySet<ConfigId> gone, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var saved = await store.ReadAsync(ImportDrafts.Reads(request), cancellationToken);
        var drafts = ImportDrafts.Of(request, saved, now).Select(draft =>
            request.Covers(draft.Config.Id) ? draft : draft with { Problems = CsvProblems.InWords([request.Outside("id")], draft) });
        var deletions = request.Delete ? await DeletionsAsync(request, cancellationToken) : [];
        foreach (var config in deletions)
            saved[config.Id] = config;
        var plan = new ImportPlan(store, check, aliases, shared, author, now, saved);
        return (await plan.MakeAsync([.. drafts], deletions, gone, cancellationToken), plan.Configs);
    }

    private static ImportReport Report(ImportRequest request, bool dryRun, params IEnumerable<IEnumerable<ImportItem>> items) =>
        ImportReport.Of(
            dryRun,
            [.. request.Foreign?.Refused ?? [], .. request.Table?.Below(request.Path!).Refused ?? [], .. items.SelectMany(some => some)]) with
        {
            Notes = [.. request.Foreign?.Notes ?? [], .. request.Table?.Notes ?? []],
        };

    private static ConfigTooLargeException TooMuch(int changes) => new(
        $"This would create, change or delete {changes:N0}; an import does at most {MaxChanged:N0} at once. "
        + "Import the parts of an export one after another, or fewer configs at a time.");

    private async Task<List<Config>> DeletionsAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        var kept = request.Document!.Configs.Select(config => config.Id).ToHashSet();
        var after = request.Document.After is { Phase: ExportPhase.Config, Id: var last } && (request.Scope is null || last.IsBelow(request.Scope))
            ? last
            : null;
        var ids = await store.IdsAsync(request.Scope, after, cancellationToken)
            .Where(id => request.SpeaksFor(id) && !kept.Contains(id))
            .Take(MaxConfigs)
            .ToListAsync(cancellationToken);
        return [.. (await store.ReadAsync(ids, cancellationToken)).Values.OrderBy(config => config.Id.Value, StringComparer.Ordinal)];
    }
}
