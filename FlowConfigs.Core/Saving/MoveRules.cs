using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Saving;

/// <summary>What a config becomes under another id, and whether the rules take it there. Pure: it reads and writes nothing.</summary>
public static class MoveRules
{
    /// <summary>The config under its new id; its history goes on there, and says where it was.</summary>
    public static Config Moved(Config config, ConfigId to, DateTimeOffset now) => ChangeRules.WithoutEnded(config, config, now) with
    {
        Id = to,
        MovedFrom = [new(config.Id, config.Version), .. config.MovedFrom],
    };

    /// <summary>The keys to which it gives values and that no config defines in its new place: the values stay, without effect.</summary>
    public static IReadOnlyList<string> UnusedKeys(Config moved, IReadOnlyList<Config> parents, DateTimeOffset now)
    {
        var chain = Chain.Of([moved, .. parents], now);
        var keys = moved.Overrides.Keys.Concat(moved.Changes.SelectMany(change => change.Values.Keys));
        return [.. keys.Where(key => chain.Find(key) is null).Distinct()];
    }

    /// <summary>
    /// What is wrong with a config in its new place and was not in its old one: what the rules have let pass since it was saved is
    /// no obstacle.
    /// </summary>
    /// <param name="moved">The config under its new id.</param>
    /// <param name="parents">Its parents there, nearest first.</param>
    /// <param name="keysBelow">The keys that configs define that are below it there, with those configs' ids.</param>
    /// <param name="before">The config under its old id.</param>
    /// <param name="parentsBefore">Its parents there.</param>
    /// <param name="now">The instant of the move.</param>
    /// <param name="patterns">The time that patterns have.</param>
    public static IEnumerable<Problem> Problems(
        Config moved,
        IReadOnlyList<Config> parents,
        IReadOnlyDictionary<string, ConfigId> keysBelow,
        Config before,
        IReadOnlyList<Config> parentsBefore,
        DateTimeOffset now,
        PatternTime patterns)
    {
        var unused = UnusedKeys(moved, parents, now).ToHashSet();
        var known = ConfigRules.Problems(Without(before, unused), null, parentsBefore, NoKeys, now, patterns).Select(p => p.Path).ToHashSet();
        return ConfigRules.Problems(Without(moved, unused), null, parents, keysBelow, now, patterns).Where(problem => !known.Contains(problem.Path));
    }

    private static readonly Dictionary<string, ConfigId> NoKeys = [];

    private static Config Without(Config config, HashSet<string> keys) => config with
    {
        Overrides = Without(config.Overrides, keys),
        Changes =
        [
            .. config.Changes.Select(change => change with { Values = Without(change.Values, keys) })
                .Where(change => change.Values.Count > 0),
        ],
    };

    private static Dictionary<string, Override> Without(IReadOnlyDictionary<string, Override> values, HashSet<string> keys) =>
        values.Where(value => !keys.Contains(value.Key)).ToDictionary();
}
