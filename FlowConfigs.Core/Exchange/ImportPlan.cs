using System.Collections.Concurrent;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>
/// Works out what an import does with each config, before anything is written. Every config is checked as if the whole file were
/// there already: against its parents as the file has them, and without what is to be deleted.
/// </summary>
internal sealed class ImportPlan(
    ConfigStore store, ConfigCheck check, AliasStore aliases, SharedSettings shared, Author author, DateTimeOffset now,
    IReadOnlyDictionary<ConfigId, Config> saved)
{
    private readonly ConcurrentDictionary<ConfigId, Config> configs = new(saved);
    private readonly ConcurrentDictionary<ConfigId, PlannedConfig> planned = new();

    // For the whole file, which may have thousands of configs.
    private readonly PatternTime patterns = new(TimeSpan.FromSeconds(3));

    // Aliases that have the id of a config that is to be created.
    private HashSet<ConfigId> taken = [];

    /// <summary>Every config that is known as it would be.</summary>
    public IReadOnlyDictionary<ConfigId, Config> Configs => configs;

    /// <summary>Works out the plan.</summary>
    /// <param name="drafts">The configs of the file.</param>
    /// <param name="deletions">The configs that are to be deleted.</param>
    /// <param name="gone">Aliases that this import removes or points elsewhere.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<PlannedConfig>> MakeAsync(
        IReadOnlyList<ImportDraft> drafts, IReadOnlyCollection<Config> deletions, IReadOnlySet<ConfigId> gone,
        CancellationToken cancellationToken)
    {
        foreach (var deleted in deletions)
            configs.TryRemove(deleted.Id, out _);
        foreach (var draft in drafts.Where(draft => draft.Problems.Count == 0))
            configs[draft.Config.Id] = PromptKeys.Fix(draft.Config, saved.GetValueOrDefault(draft.Config.Id), []);
        var created = drafts.Select(draft => draft.Config.Id).Where(id => !saved.ContainsKey(id));
        var clashing = await aliases.Items.GetManyAsync(created.Select(id => id.Value), cancellationToken);
        taken = [.. clashing.Select(alias => ConfigId.Parse(alias.Id))];
        foreach (var level in drafts.GroupBy(draft => draft.Config.Id.Path.Count()).OrderBy(level => level.Key))
            await Import.InParallel(level, (draft, token) => PlanAsync(draft, token), cancellationToken);
        var links = await aliases.StoredOfAsync(deletions, cancellationToken);
        return
        [
            .. drafts.Select(draft => planned[draft.Config.Id]),
            .. deletions.Select(config => Deletion(config, [.. links[config.Id].Where(alias => !gone.Contains(ConfigId.Parse(alias.Id)))])),
        ];
    }

    // An alias that points nowhere is a number on which callers find nothing.
    private static PlannedConfig Deletion(Config config, IReadOnlyList<Stored<Alias>> links) => links is [var alias, ..]
        ? new(Item(config.Id, ImportOutcome.Refused) with { Problems = [new("aliases", Pointed(alias.Id, links.Count))] }, config, null)
        : new(Item(config.Id, ImportOutcome.Deleted), config, null);

    private static string Pointed(string alias, int count) =>
        $"This config is missing from the file, and {(count == 1 ? $"the alias {alias} points" : $"the alias {alias} and {count - 1} others point")} at it. "
        + "Point aliases elsewhere, or delete them first.";

    private static ImportItem Item(ConfigId id, ImportOutcome outcome) => new(Kinds.Config, id.Value, outcome);

    private async Task PlanAsync(ImportDraft draft, CancellationToken cancellationToken)
    {
        var id = draft.Config.Id;
        var plan = draft.Problems.Count > 0
            ? new(Item(id, ImportOutcome.Refused) with { Problems = draft.Problems }, saved.GetValueOrDefault(id), null)
            : await CheckAsync(draft, cancellationToken);
        // What was found while it was read has its place already.
        var problems = draft.Problems.Count > 0 ? draft.Problems : [.. plan.Item.Problems.Select(draft.Placed)];
        planned[id] = plan with
        {
            Item = plan.Item with { Notes = draft.Notes, Problems = problems, Warnings = [.. plan.Item.Warnings.Select(draft.Placed)] },
        };
        if (plan.After is { } after)
            configs[id] = after;
    }

    private async Task<PlannedConfig> CheckAsync(ImportDraft from, CancellationToken cancellationToken)
    {
        var draft = from.Config;
        var before = saved.GetValueOrDefault(draft.Id);
        if (before is null && taken.Contains(draft.Id))
        {
            var problem = new Problem("id", "Is an alias here. Delete the alias first, or choose another id.");
            return new(Item(draft.Id, ImportOutcome.Refused).Refused(problem), null, null);
        }

        try
        {
            IReadOnlyList<Config> parents = [.. draft.Id.Path.Skip(1).Where(configs.ContainsKey).Select(id => configs[id])];
            var keysBelow = await KeysBelowAsync(draft, before, cancellationToken);
            var after = await check.CheckAsync(
                draft with { Version = before?.Version ?? 0 }, before, parents, author.Comment, cancellationToken, keysBelow, patterns);
            return Compared(from, before, TextTimes.Keep(after, draft, now));
        }
        catch (InvalidConfigException e)
        {
            return new(Item(draft.Id, ImportOutcome.Refused) with { Problems = CsvProblems.InWords(e.Problems, from) }, before, null);
        }
        catch (ConfigTooLargeException e)
        {
            return new(Item(draft.Id, ImportOutcome.Refused) with { Problems = CsvProblems.InWords([new("", e.Message)], from) }, before, null);
        }
    }

    private PlannedConfig Compared(ImportDraft from, Config? before, Config after)
    {
        // What has ended since goes with the next save; that alone is no change.
        var changes = ConfigDiff.Of(before is null ? null : ChangeRules.WithoutEnded(before, before, now), after);
        if (before is not null && changes.Count == 0)
            return new(Item(after.Id, ImportOutcome.Unchanged), before, null);
        store.Items.RefuseTooLarge(new(before, after), author);
        var item = Item(after.Id, before is null ? ImportOutcome.Created : ImportOutcome.Changed) with
        {
            Warnings = CsvProblems.InWords([.. SpeechWarnings.Of(after, before, shared)], from),
        };
        return new(item.With(changes), before, after);
    }

    // A key may come up from a config below in the same file: what that config will define counts, not what it defines yet.
    private async Task<Dictionary<string, ConfigId>> KeysBelowAsync(Config draft, Config? before, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<string, ConfigId>();
        if (!configs[draft.Id].DefinedKeys().Except(before?.DefinedKeys() ?? []).Any())
            return keys;
        await foreach (var summary in store.ListBelowAsync(draft.Id, cancellationToken))
        {
            foreach (var key in configs.TryGetValue(summary.Id, out var config) ? config.DefinedKeys() : KeysOf(summary))
                keys.TryAdd(key, summary.Id);
        }

        return keys;
    }

    private IEnumerable<string> KeysOf(ConfigSummary summary) =>
        saved.ContainsKey(summary.Id) ? [] : summary.Variables.Concat(summary.PromptKeys);
}
