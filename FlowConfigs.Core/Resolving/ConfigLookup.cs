using System.Text.Json;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Resolving;

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
        var alias = Item.Partition(Kinds.Alias, asked.Value);
        var read = await bodies.ReadAsync([alias, .. asked.Path.Select(Partition)], cancellationToken);
        if (Chain(asked, read, known) is { Count: > 0 } chain)
            return chain;
        if (!read.TryGetValue(alias, out var body))
            return [];
        var target = JsonSerializer.Deserialize(body, AliasJson.Default.Alias)!.Target;
        return Chain(target, await bodies.ReadAsync([.. target.Path.Select(Partition)], cancellationToken), known);
    }

    // Nearest first; empty unless the config itself is among them.
    private static IReadOnlyList<StoredConfig> Chain(
        ConfigId id, IReadOnlyDictionary<string, string> bodies, IReadOnlyList<StoredConfig> known)
    {
        return bodies.ContainsKey(Partition(id))
            ? [.. id.Path.Where(part => bodies.ContainsKey(Partition(part))).Select(part => Read(part, bodies[Partition(part)]))]
            : [];

        StoredConfig Read(ConfigId part, string body) => known.FirstOrDefault(stored => stored.Config.Id == part) is { } same && same.Body == body
            ? same
            : new(JsonSerializer.Deserialize(body, ConfigJson.Default.Config)!, body);
    }

    private static string Partition(ConfigId id) => Item.Partition(Kinds.Config, id.Value);
}
