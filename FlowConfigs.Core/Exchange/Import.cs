using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>
/// Reads a file back: first all of it is checked, then, if nothing is refused, parents are written before children. Each config
/// is a save of its own. Whoever runs it again goes on where it stopped: what is there already is unchanged.
/// </summary>
public sealed class Import(
    ConfigStore store, ConfigCheck check, AliasStore aliases, SettingsStore settings, TimeProvider time)
{
    /// <summary>Most configs that one import creates, changes and deletes.</summary>
    public const int MaxChanged = 500;

    /// <summary>Most configs that one import looks at.</summary>
    public const int MaxConfigs = 5000;

    /// <summary>Most bytes of a file.</summary>
    public const int MaxBytes = 5_000_000;

    private const int AtOnce = 8;

    /// <summary>Imports a file, or says what importing it would do.</summary>
    /// <exception cref="InvalidConfigException">The request as a whole is wrong; nothing was written.</exception>
    /// <exception cref="ConfigTooLargeException">It would change too many configs; nothing was written.</exception>
    public async Task<ImportReport> RunAsync(ImportRequest request, Author author, CancellationToken cancellationToken)
    {
        if (request.Problems().ToList() is { Count: > 0 } problems)
            throw new InvalidConfigException(problems);
        var now = time.GetUtcNow();
        var imported = author with { Action = SaveAction.Imported };
        var settingsImport = await SettingsImport.PlanAsync(settings, request.Settings, cancellationToken);
        var plan = await PlanAsync(request, imported, now, cancellationToken);

        var report = ImportReport.Of(request.DryRun, [.. settingsImport.Items, .. plan.Select(each => each.Item)]);
        if (plan.Count(each => each.Writes) is > MaxChanged and var writes)
            throw TooMuch(writes);
        if (request.DryRun || report.Counts.Refused > 0)
            return report with { DryRun = true };
        // Before the first is written: an import is not to stop in the middle.
        await store.Items.RequireAsync(plan.Where(each => each.Writes).Select(each => each.Change), imported, cancellationToken);
        return ImportReport.Of(dryRun: false,
        [
            .. await settingsImport.WriteAsync(imported, cancellationToken),
            .. await new ImportWrites(store, author).RunAsync(plan, cancellationToken),
        ]);
    }

    /// <summary>Does something with each, a few at once.</summary>
    internal static Task InParallel<T>(IEnumerable<T> items, Func<T, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (item, token) => await act(item, token));

    private async Task<IReadOnlyList<PlannedConfig>> PlanAsync(
        ImportRequest request, Author author, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = request.Document?.Configs.Select(config => config.Id) ?? request.Rows!.Select(row => ConfigId.Parse(row.Config));
        var saved = await store.ReadAsync([.. ids.SelectMany(id => id.Path).Distinct()], cancellationToken);
        var drafts = request.Document is { } document
            ? document.Configs.Select(config => Draft(config, now))
            : CsvValues.Apply(request.Rows!, saved, now);
        drafts = drafts.Select(draft => request.Covers(draft.Config.Id) ? draft : Outside(draft, request.Scope!));

        var deletions = request.Delete ? await DeletionsAsync(request, cancellationToken) : [];
        foreach (var config in deletions)
            saved[config.Id] = config;
        return await new ImportPlan(store, check, aliases, author, now, saved).MakeAsync([.. drafts], deletions, cancellationToken);
    }

    private static ConfigTooLargeException TooMuch(int changes) => new(
        $"This would create, change or delete {changes:N0}; an import does at most {MaxChanged:N0} at once. "
        + "Import the parts of an export one after another, or fewer configs at a time.");

    private static ImportDraft Draft(ExportedConfig config, DateTimeOffset now) => NullElements.Of(config).ToList() is { Count: > 0 } nulls
        ? new(new() { Id = config.Id }) { Problems = nulls }
        : new(config.ToConfig(now));

    private static ImportDraft Outside(ImportDraft draft, ConfigId path) =>
        draft with
    {
        Problems = CsvProblems.InWords([new("id", $"Does not lie in {path}: leave it out, or import without the path.")], draft),
    };

    private async Task<List<Config>> DeletionsAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        var kept = request.Document!.Configs.Select(config => config.Id).ToHashSet();
        var after = request.Document.After is { } last && (request.Scope is null || last.IsBelow(request.Scope)) ? last : null;
        var ids = await store.IdsAsync(request.Scope, after, cancellationToken)
            .Where(id => request.SpeaksFor(id) && !kept.Contains(id))
            .Take(MaxConfigs)
            .ToListAsync(cancellationToken);
        return [.. (await store.ReadAsync(ids, cancellationToken)).Values.OrderBy(config => config.Id.Value, StringComparer.Ordinal)];
    }
}
