using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Saving;

/// <summary>What a parent needs to know of the configs below it.</summary>
public sealed class ConfigsBelow(ConfigStore store)
{
    private const int ReadAtOnce = 25;

    /// <summary>Lists the configs below one that override a key, with what they give.</summary>
    /// <param name="id">The parent.</param>
    /// <param name="key">The key.</param>
    /// <param name="after">The last id of the page before; null begins.</param>
    /// <param name="limit">Most configs, 1–100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<OverridePage> ListOverridesAsync(
        ConfigId id, string key, ConfigId? after, int limit, CancellationToken cancellationToken)
    {
        var ids = new List<ConfigId>();
        do
        {
            var page = await store.ListAsync(id, after, ItemQuery.MaxPage, cancellationToken);
            ids.AddRange(page.Items.Where(summary => summary.Overrides.Contains(key)).Select(summary => summary.Id));
            after = page.Next;
        }
        while (after is not null && ids.Count <= limit);

        var configs = await store.GetManyAsync([.. ids.Take(limit)], cancellationToken);
        // A user may have removed an override since the index was written.
        var overriding = ids.Take(limit).Select(configs.GetValueOrDefault).Where(config => config?.Overrides.ContainsKey(key) == true);
        return new([.. overriding.Select(config => new OverrideBy(config!, key))], ids.Count > limit ? ids[limit - 1] : after);
    }

    /// <summary>Finds the first config below whose largest answer would reach the limit with a changed parent.</summary>
    /// <param name="changed">The parent as it would be, then its parents.</param>
    /// <param name="below">The summaries of all configs below it.</param>
    /// <param name="now">The instant of the change.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="changedToo">Those below that change with it, as they would be.</param>
    public async Task<(ConfigId Id, LargestAnswer Answer)?> FirstTooLargeAsync(
        IReadOnlyList<Config> changed,
        IReadOnlyList<ConfigSummary> below,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<ConfigId, Config>? changedToo = null)
    {
        if (below is [])
            return null;

        var parent = changed[0].Id;
        var bytes = below.ToDictionary(
            summary => summary.Id,
            summary => changedToo?.GetValueOrDefault(summary.Id) is { } next ? OwnBytes.Of(next) : summary.OwnBytes);
        var most = LargestAnswer.Of(changed, now).Bytes;
        // Only what its path can add at most may reach the limit at all.
        var suspects = below.Where(summary =>
            most + summary.Id.Path.TakeWhile(id => id != parent).Sum(bytes.GetValueOrDefault) >= FlowAnswer.MaxBytes);
        foreach (var some in suspects.Select(summary => summary.Id).Chunk(ReadAtOnce))
        {
            var configs = await store.GetManyAsync(
                [.. some.SelectMany(id => id.Path.TakeWhile(i => i != parent)).Distinct()], cancellationToken);
            foreach (var id in some)
            {
                var own = id.Path.TakeWhile(i => i != parent).Where(configs.ContainsKey)
                    .Select(i => changedToo?.GetValueOrDefault(i) ?? configs[i]);
                IReadOnlyList<Config> chain = [.. own, .. changed];
                if (chain[0].Id == id && LargestAnswer.Of(chain, now) is { Fits: false } answer)
                    return (id, answer);
            }
        }

        return null;
    }
}

/// <summary>A config that overrides a key, and with what.</summary>
public sealed record OverrideBy(ConfigId Id, int Version, Override Given, Saved Saved)
{
    internal OverrideBy(Config config, string key)
        : this(config.Id, config.Version, config.Overrides[key], config.Saved!)
    {
    }
}

/// <summary>A page of configs that override a key.</summary>
/// <param name="Items">By id.</param>
/// <param name="Next">Pass it as <c>after</c> for the next page; null on the last.</param>
public sealed record OverridePage(IReadOnlyList<OverrideBy> Items, ConfigId? Next);
