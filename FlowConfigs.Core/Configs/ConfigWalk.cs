using System.Runtime.CompilerServices;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// Reads many configs in the order of their ids: a query for the ids, then the bodies, 100 at a time. Nothing is scanned.
/// </summary>
public static class ConfigWalk
{
    /// <summary>The ids of a path's own config, if it exists, and of everything below it; of all configs for null.</summary>
    /// <param name="store">The configs.</param>
    /// <param name="path">Where to look; null looks everywhere.</param>
    /// <param name="after">The last id that was seen; null begins.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <remarks>The index follows a save within moments.</remarks>
    public static async IAsyncEnumerable<ConfigId> IdsAsync(
        this ConfigStore store, ConfigId? path, ConfigId? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The index begins below the path's own config.
        if (path is not null && after is null)
            yield return path;
        var last = after == path ? null : after;
        do
        {
            var page = await store.ListAsync(path, last, ItemQuery.MaxPage, cancellationToken);
            foreach (var summary in page.Items)
                yield return summary.Id;
            last = page.Next;
        }
        while (last is not null);
    }

    /// <summary>The same with each config and its parents, nearest first.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<Config>> ChainsAsync(
        this ConfigStore store, ConfigId? path, ConfigId? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var ids in store.IdsAsync(path, after, cancellationToken).Chunk(ConfigStore.MaxBatch))
        {
            var found = await store.ReadAsync([.. ids.SelectMany(id => id.Path).Distinct()], cancellationToken);
            foreach (var id in ids.Where(found.ContainsKey))
                yield return [.. id.Path.Where(found.ContainsKey).Select(level => found[level])];
        }
    }

    /// <summary>The same with each config.</summary>
    public static async IAsyncEnumerable<Config> ConfigsAsync(
        this ConfigStore store, ConfigId? path, ConfigId? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var ids in store.IdsAsync(path, after, cancellationToken).Chunk(ConfigStore.MaxBatch))
        {
            var found = await store.GetManyAsync(ids, cancellationToken);
            foreach (var id in ids.Where(found.ContainsKey))
                yield return found[id];
        }
    }

    /// <summary>Reads any number of configs, <see cref="ConfigStore.MaxBatch"/> at a time; ids that do not exist are left out.</summary>
    public static async Task<Dictionary<ConfigId, Config>> ReadAsync(
        this ConfigStore store, IReadOnlyCollection<ConfigId> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ConfigId, Config>();
        foreach (var batch in ids.Chunk(ConfigStore.MaxBatch))
        {
            foreach (var (id, config) in await store.GetManyAsync(batch, cancellationToken))
                found[id] = config;
        }

        return found;
    }
}
