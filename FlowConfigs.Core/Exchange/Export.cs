using FlowConfigs.Core.Access;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Settings;

namespace FlowConfigs.Core.Exchange;

/// <summary>Writes an environment into files, a part at a time.</summary>
public sealed class Export(
    ConfigStore store, AliasStore aliases, ScenarioStore scenarios, ListStore lists, SettingsStore settings, TimeProvider time)
{
    /// <summary>
    /// Most bytes of a part as JSON within JSON, which is how Lambda answers API Gateway; it answers at most 6 MB
    /// (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
    /// </summary>
    public const int MaxPartBytes = 4_000_000;

    private const int MaxParents = 10;

    // Small enough that a page of the longest entries fits into a part.
    private const int EntriesAtOnce = 500;

    /// <summary>Gives a part of an environment or of a path as JSON.</summary>
    /// <param name="range">What to export, and what the person may see.</param>
    /// <param name="after">The <see cref="ExportDocument.Next"/> of the part before; null for the first part.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ExportDocument> DocumentAsync(ExportRange range, ExportCursor? after, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // What comes after the first part brings parents along.
        var part = new ExportPart(after is null ? Import.MaxChanged : Import.MaxChanged - MaxParents);
        var isWhole = range.Path is null && range.Configs.IsEverything;
        var isLast = await AddConfigsAsync(part, range, after, now, cancellationToken)
            && await AddScenariosAsync(part, range, after, now, cancellationToken)
            && await AddListsAsync(part, range, after, cancellationToken);
        return new()
        {
            Format = ExportDocument.CurrentFormat,
            ExportedAt = now,
            Path = range.Configs.Narrow(range.Path),
            After = after,
            Settings = isWhole && after is null ? (await settings.GetStoredAsync(cancellationToken))?.Value : null,
            Configs = after is null ? part.Configs : [.. await ParentsAsync(part, range, now, cancellationToken), .. part.Configs],
            Aliases = part.Aliases,
            Scenarios = part.Scenarios,
            Lists = range.WithLists ? part.Lists : null,
            Next = isLast ? null : part.Last,
        };
    }

    /// <summary>Gives the values of a part as CSV, with a byte order mark, by which Excel knows UTF-8.</summary>
    public async Task<(byte[] Csv, ConfigId? Next)> CsvAsync(
        ConfigId? path, ConfigId? after, AccessScope scope, CancellationToken cancellationToken)
    {
        var configs = new List<Config>();
        var bytes = 0;
        var seen = store.ConfigsAsync(scope.Narrow(path), after, cancellationToken).Where(config => scope.Includes(config.Id));
        await foreach (var config in seen)
        {
            bytes += CsvRows.Write(CsvValues.Of(config)).Length;
            if (configs.Count == Import.MaxChanged || (bytes > MaxPartBytes && configs.Count > 0))
                return (CsvRows.Write(configs.SelectMany(CsvValues.Of)), configs[^1].Id);
            configs.Add(config);
        }

        return (CsvRows.Write(configs.SelectMany(CsvValues.Of)), null);
    }

    // Parents that an earlier part has: without them an import could not judge this part before that one is written.
    private async Task<IEnumerable<ExportedConfig>> ParentsAsync(
        ExportPart part, ExportRange range, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = part.Configs.SelectMany(config => config.Id.Path.Skip(1)).Except(part.Configs.Select(config => config.Id))
            .Where(range.Includes);
        var parents = await store.ReadAsync([.. ids.OrderBy(id => id.Path.Count()).Take(MaxParents)], cancellationToken);
        return parents.Values.OrderBy(config => config.Id.Value, StringComparer.Ordinal).Select(config => ExportedConfig.Of(config, now));
    }

    // Each returns whether all were added.
    private async Task<bool> AddConfigsAsync(
        ExportPart part, ExportRange range, ExportCursor? after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (after is { Phase: not ExportPhase.Config })
            return true;
        var links = await aliases.ByTargetAsync(cancellationToken);
        await foreach (var config in store.ConfigsAsync(range.Configs.Narrow(range.Path), after?.Id, cancellationToken))
        {
            var own = links[config.Id].Select(alias => new ExportedAlias { Id = alias, Target = config.Id }).ToList();
            if (range.Includes(config.Id) && !part.TryAdd(ExportedConfig.Of(config, now), own))
                return false;
        }

        return true;
    }

    private async Task<bool> AddScenariosAsync(
        ExportPart part, ExportRange range, ExportCursor? after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (after is { Phase: ExportPhase.List })
            return true;
        foreach (var (id, scenario) in (await scenarios.ListAsync(cancellationToken)).Select(s => (ConfigId.Parse(s.Id), s.Value)))
        {
            var isWanted = range.Includes(id, scenario) && new ExportCursor(ExportPhase.Scenario, id).IsAfter(after);
            if (isWanted && !part.TryAdd(ExportedScenario.Of(id, scenario, now)))
                return false;
        }

        return true;
    }

    private async Task<bool> AddListsAsync(ExportPart part, ExportRange range, ExportCursor? after, CancellationToken cancellationToken)
    {
        if (!range.WithLists)
            return true;
        foreach (var (id, head) in (await lists.ListAsync(cancellationToken)).Select(list => (ConfigId.Parse(list.Id), list.Value)))
        {
            var begun = after is { Phase: ExportPhase.List, Key: not "" } && after.Id == id ? after.Key : null;
            if (range.Lists.Includes(id) && !head.Deleting && (begun is not null || new ExportCursor(ExportPhase.List, id).IsAfter(after))
                && !await AddListAsync(part, range, id, head, begun, cancellationToken))
                return false;
        }

        return true;
    }

    private async Task<bool> AddListAsync(
        ExportPart part, ExportRange range, ConfigId id, ListHead head, string? begun, CancellationToken cancellationToken)
    {
        // A cursor must not tell the number that is masked: it counts the entries.
        var count = range.Masks(head) && int.TryParse(begun?.TrimStart('#'), out var seen) ? seen : 0;
        var key = range.Masks(head) ? await lists.KeyAtAsync(id, count, cancellationToken) : begun;
        var isFirst = begun is null;
        do
        {
            var page = await lists.PageAsync(id, "", key, Math.Clamp(part.EntriesLeft, 1, EntriesAtOnce), cancellationToken);
            if (page.Items.Count == 0 && !isFirst)
                return true;
            if (!part.TryAdd(range.Of(id, head, page.Items.Select(entry => entry.Value))))
                return false;
            count += page.Items.Count;
            if (page.Items.Count > 0)
                part.EndAt(range.Masks(head) ? $"#{count}" : page.Items[^1].Id);
            (key, isFirst) = (page.Next, false);
        }
        while (key is not null);
        return true;
    }
}
