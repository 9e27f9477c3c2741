using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Scenarios;

/// <summary>What switching a scenario on makes of the configs as they are at an instant. Pure: it reads and writes nothing.</summary>
/// <param name="id">The scenario's id.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="configs">Its configs (<see cref="Reads"/>), those that exist.</param>
/// <param name="now">When it is switched on.</param>
/// <param name="until">When it is to end.</param>
/// <param name="saved">The scenario as it was saved before: its texts are not judged again. Null for a new one.</param>
public sealed class ScenarioPlan(
    ConfigId id, Scenario scenario, IReadOnlyDictionary<ConfigId, Config> configs, DateTimeOffset now, DateTimeOffset until, Scenario? saved)
{
    private readonly PatternTime patterns = new();

    /// <summary>What has to be known: its configs, their parents, and those to which it gave values before.</summary>
    public static IEnumerable<ConfigId> Reads(Scenario scenario) =>
        scenario.Values.Keys.SelectMany(config => config.Path).Concat(scenario.On?.Configs ?? []).Distinct();

    /// <summary>Every config that changes, with the scenario as it will be: those that it leaves are without it.</summary>
    public IReadOnlyDictionary<ConfigId, Config> After { get; } = scenario.Values.Keys
        .Union(scenario.On?.Configs ?? [])
        .Where(configs.ContainsKey)
        .ToDictionary(config => config, config => With(configs[config], id, scenario, now, until));

    /// <summary>The same as changes of one transaction.</summary>
    public IReadOnlyList<Change<Config>> Changes => [.. After.Select(config => new Change<Config>(configs[config.Key], config.Value))];

    /// <summary>A config without this scenario, and without what has ended by itself.</summary>
    public static Config Without(Config config, ConfigId id, DateTimeOffset now)
    {
        var rest = ChangeRules.WithoutEnded(config, config, now);
        return rest with { Scenarios = [.. rest.Scenarios.Where(other => other.Id != id.Value)] };
    }

    /// <summary>The chain of a config as it is.</summary>
    public Chain ChainBefore(ConfigId config) => Chain.Of([.. config.Path.Where(configs.ContainsKey).Select(i => configs[i])], now);

    /// <summary>The chain of a config as it will be.</summary>
    public Chain ChainAfter(ConfigId config) => Chain.Of(ConfigsAfter(config), now);

    /// <summary>The largest answer that a config will give.</summary>
    public LargestAnswer LargestAfter(ConfigId config) => LargestAnswer.Of(ConfigsAfter(config), now);

    /// <summary>What is wrong with the values for one config; paths begin with the key.</summary>
    public IEnumerable<Problem> Problems(ConfigId config)
    {
        if (!configs.ContainsKey(config))
            return [new("", $"There is no config {config}: create it, or take it out of the scenario.")];
        var chain = ChainBefore(config);
        var before = saved?.Values.GetValueOrDefault(config);
        return scenario.Values[config].SelectMany(given => ConfigRules.Under(
            given.Key, OverrideRules.Problems(given.Key, given.Value, chain, config, patterns, before?.GetValueOrDefault(given.Key))));
    }

    /// <summary>A config as it will be, then its parents.</summary>
    public IReadOnlyList<Config> ConfigsAfter(ConfigId config) =>
        [.. config.Path.Where(configs.ContainsKey).Select(i => After.GetValueOrDefault(i) ?? configs[i])];

    private static Config With(Config config, ConfigId id, Scenario scenario, DateTimeOffset now, DateTimeOffset until)
    {
        var without = Without(config, id, now);
        return scenario.Values.TryGetValue(config.Id, out var values)
            ? without with { Scenarios = [.. without.Scenarios, new() { Id = id.Value, From = now, Until = until, Values = values }] }
            : without;
    }
}
