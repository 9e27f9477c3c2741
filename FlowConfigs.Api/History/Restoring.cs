using System.Globalization;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.History;

namespace FlowConfigs.Api.History;

/// <summary>What a config becomes when an earlier version of it is brought back.</summary>
internal static class Restoring
{
    /// <param name="wanted">The earlier version.</param>
    /// <param name="saved">The config as it is; null after a deletion.</param>
    /// <param name="id">Its id, which it may not have had then.</param>
    /// <param name="changes">Whether the version's timed changes come back; without, those of now stay.</param>
    /// <param name="now">The instant: what is over by then stays away.</param>
    public static Config Draft(Config wanted, Config? saved, ConfigId id, bool changes, DateTimeOffset now) => wanted with
    {
        Id = id,
        Version = saved?.Version ?? 0,
        Changes = changes ? [.. wanted.Changes.Where(change => change.Until > now)] : saved?.Changes ?? [],
    };

    /// <exception cref="InvalidConfigException">It is no version; answered with 400.</exception>
    /// <exception cref="NotFoundException">There is no such version; answered with 404.</exception>
    public static async Task<Config> ReadAsync(
        ConfigId id, string version, string parameter, ConfigHistory history, CancellationToken cancellationToken)
    {
        var parts = version.Split('-', 2);
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or int.MaxValue)
            throw new InvalidConfigException([new(parameter, "Must be a version such as 5.")]);
        return await history.GetAsync(id, number, parts.ElementAtOrDefault(1), cancellationToken)
            ?? throw new NotFoundException($"{id} has no version {version}.");
    }
}
