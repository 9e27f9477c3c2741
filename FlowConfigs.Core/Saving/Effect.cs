using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Saving;

/// <summary>What a change of a key means for the configs below.</summary>
/// <param name="Key">The key.</param>
/// <param name="Affects">How many configs below take the new value.</param>
/// <param name="Below">How many configs there are below.</param>
/// <param name="OverriddenBy">The first ten that override it, themselves.</param>
/// <param name="Overriding">How many override it.</param>
public sealed record Effect(string Key, int Affects, int Below, int Overriding, IReadOnlyList<ConfigId> OverriddenBy)
{
    private const int MaxNamed = 10;

    /// <summary>The keys that have another value, other texts or another lock after a change, at an instant.</summary>
    /// <param name="before">The config as it is and its parents; the parents alone for a new config.</param>
    /// <param name="after">The config as it would be, and its parents.</param>
    /// <param name="at">The instant.</param>
    public static IReadOnlyList<string> ChangedKeys(IReadOnlyList<Config> before, IReadOnlyList<Config> after, DateTimeOffset at)
    {
        var (was, now) = (Chain.Of(before, at), Chain.Of(after, at));
        return
        [
            .. now.Entries.Select(entry => entry.Key).Union(was.Entries.Select(entry => entry.Key))
                .Where(key => !Same(was.Find(key), now.Find(key))),
        ];
    }

    /// <summary>Counts what changes of keys reach.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="at">The instant.</param>
    /// <param name="after">The config as it would be, and its parents.</param>
    /// <param name="below">The summaries of all configs below it.</param>
    public static IReadOnlyList<Effect> Of(
        IReadOnlyList<string> keys, DateTimeOffset at, IReadOnlyList<Config> after, IReadOnlyList<ConfigSummary> below)
    {
        // A lock lets nothing through, and a scenario is stronger than anything below.
        var chain = Chain.Of(after, at);
        var overriding = keys.Where(key => chain.Find(key) is not ({ Locked: true } or { Origin.Source: ReasonSource.Scenario }))
            .ToDictionary(key => key, _ => new List<ConfigId>());
        foreach (var summary in below)
        {
            foreach (var key in Overridden(summary, at))
            {
                if (overriding.TryGetValue(key, out var ids))
                    ids.Add(summary.Id);
            }
        }

        return [.. keys.Select(key => Of(key, overriding.GetValueOrDefault(key, []), after[0].Id, below))];
    }

    private static Effect Of(string key, List<ConfigId> overriding, ConfigId changed, IReadOnlyList<ConfigSummary> below)
    {
        var ids = overriding.ToHashSet();
        var affected = ids.Count == 0
            ? below.Count
            : below.Count(summary => !summary.Id.Path.TakeWhile(id => id != changed).Any(ids.Contains));
        return new(key, affected, below.Count, overriding.Count, [.. overriding.Take(MaxNamed)]);
    }

    private static IEnumerable<string> Overridden(ConfigSummary summary, DateTimeOffset at) => summary.Overrides
        .Concat(summary.Times.Where(time => time.From <= at && at < time.Until).SelectMany(time => time.Keys))
        .Distinct();

    private static bool Same(ChainEntry? one, ChainEntry? other) =>
        one?.Locked == other?.Locked
        && Given(one).HasSameContentAs(Given(other));

    private static Override Given(ChainEntry? entry) => new() { Value = entry?.Value, Texts = entry?.Texts };
}
