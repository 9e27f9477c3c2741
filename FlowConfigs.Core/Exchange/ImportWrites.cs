using System.Collections.Concurrent;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>Writes what was planned, parents before children, and deletes children before parents.</summary>
internal sealed class ImportWrites(ConfigStore store, Author author)
{
    private readonly ConcurrentDictionary<ConfigId, Problem> failed = new();

    /// <summary>Creates and changes what it can; what it cannot write is a conflict, and so is everything below it.</summary>
    public async Task SaveAsync(IReadOnlyList<PlannedConfig> plan, CancellationToken cancellationToken)
    {
        var writes = plan.Where(each => each.After is not null).GroupBy(each => each.After!.Id.Path.Count());
        foreach (var level in writes.OrderBy(level => level.Key))
            await Import.InParallel(level, (each, token) => TryAsync(each.After!.Id, () => SaveAsync(each, token)), cancellationToken);
    }

    /// <summary>Deletes what is to be deleted.</summary>
    public async Task DeleteAsync(IReadOnlyList<PlannedConfig> plan, CancellationToken cancellationToken)
    {
        var deletions = plan.Where(each => each.Item.Outcome == ImportOutcome.Deleted).GroupBy(each => each.Before!.Id.Path.Count());
        foreach (var level in deletions.OrderByDescending(level => level.Key))
            await Import.InParallel(level, (each, token) => TryAsync(each.Before!.Id, () => DeleteAsync(each, token)), cancellationToken);
    }

    /// <summary>What became of the plan.</summary>
    public IEnumerable<ImportItem> Items(IReadOnlyList<PlannedConfig> plan) =>
        plan.Select(each => failed.TryGetValue(ConfigId.Parse(each.Item.Id), out var problem)
            ? each.Item with { Outcome = ImportOutcome.Conflict, Problems = [problem], Changes = [] }
            : each.Item);

    private async Task SaveAsync(PlannedConfig planned, CancellationToken cancellationToken)
    {
        if (planned.After!.Id.Path.Skip(1).FirstOrDefault(failed.ContainsKey) is { } parent)
            throw new VersionConflictException(parent, null);
        await store.SaveAsync(planned.After, planned.Before, author, cancellationToken);
    }

    private Task DeleteAsync(PlannedConfig planned, CancellationToken cancellationToken) =>
        store.DeleteAsync(planned.Before!, author with { Action = null }, cancellationToken);

    private async Task TryAsync(ConfigId id, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (VersionConflictException e)
        {
            failed[id] = new("", e.Id == id ? $"Someone else saved first: {e.Message}" : $"{e.Id}, above it, was not written.");
        }
        catch (Exception e) when (e is ConfigTooLargeException or BlockedOperationException)
        {
            failed[id] = new("", e.Message);
        }
    }
}
