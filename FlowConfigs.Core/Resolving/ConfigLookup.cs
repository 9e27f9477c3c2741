using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Resolving;

/// <summary>Reads the texts that things are stored as, strongly consistent.</summary>
public interface IBodyReader
{
    /// <summary>Reads what is current in partitions of the table.</summary>
    /// <param name="partitions">Their keys, such as CONFIG#BasicQueue; at most <see cref="ConfigStore.MaxBatch"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Bodies by partition; what does not exist is left out.</returns>
    Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyList<string> partitions, CancellationToken cancellationToken);
}

/// <summary>
/// Reads what a flow asks for: a config and its parents, nearest first, or those of the config that an alias of this id points at. The
/// config, its parents and the alias are read at once; only an alias takes a second read.
/// </summary>
/// <param name="bodies">The table.</param>
public sealed class ConfigLookup(IBodyReader bodies)
{
    /// <summary>Reads a config and its parents.</summary>
    /// <param name="asked">The id.</param>
    /// <param name="known">What was read before: a config whose text is still the same is not parsed again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Empty when there is neither a config nor an alias of this id, or when the alias's config is gone.</returns>
    public async Task<IReadOnlyList<StoredConfig>> FindAsync(
        ConfigId asked, IReadOnlyList<StoredConfig> known, CancellationToken cancellationToken)
    {
        var alias = AliasItem.Partition(asked);
        var read = await bodies.ReadAsync([alias, .. asked.Path.Select(ConfigItem.Partition)], cancellationToken);
        if (ConfigItem.ReadChain(asked, read, known) is { Count: > 0 } chain)
            return chain;
        if (!read.TryGetValue(alias, out var body))
            return [];
        var target = AliasItem.Target(body);
        return ConfigItem.ReadChain(
            target, await bodies.ReadAsync([.. target.Path.Select(ConfigItem.Partition)], cancellationToken), known);
    }
}
