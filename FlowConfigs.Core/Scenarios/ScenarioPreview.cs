using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Core.Scenarios;

/// <summary>What switching a scenario on would change at the moment.</summary>
/// <param name="Configs">Its configs, in its order.</param>
public sealed record ScenarioPreview(IReadOnlyList<ScenarioEffect> Configs)
{
    /// <summary>Resolves every config of the scenario without and with it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="plan">It and its configs as they are.</param>
    /// <param name="language">The language to show; null takes each config's default.</param>
    /// <param name="channel">The channel to show.</param>
    public static ScenarioPreview Of(Scenario scenario, ScenarioPlan plan, string? language, Channel channel) =>
        new([.. scenario.Values.Select(values => EffectOf(values.Key, values.Value.Keys, plan, language, channel))]);

    private static ScenarioEffect EffectOf(ConfigId id, IEnumerable<string> keys, ScenarioPlan plan, string? language, Channel channel)
    {
        List<Problem> problems = [.. plan.Problems(id)];
        if (!plan.After.TryGetValue(id, out var config))
            return new(id, null, [.. keys.Select(key => new KeyEffect(key, null, null))], problems);
        if (plan.LargestAfter(id) is { Fits: false } largest)
            problems.Add(new("", largest.TooLargeFor(id).Message));
        var before = Resolver.Resolve(plan.ChainBefore(id), language, channel).Values.ToDictionary(value => value.Key);
        var chain = plan.ChainAfter(id);
        var after = Resolver.Resolve(chain, language, channel).Values.ToDictionary(value => value.Key);
        return new(id, config.Version, [.. keys.Select(Effect)], problems) { DisplayName = config.DisplayName };

        KeyEffect Effect(string key) => new(key, before.GetValueOrDefault(key), after.GetValueOrDefault(key))
        {
            DisplayName = chain.Find(key)?.DisplayName,
            OptionNames = chain.Find(key)?.Variable?.Constraints?.OptionNames,
        };
    }
}

/// <summary>What a scenario would change in one config.</summary>
/// <param name="Config">The config.</param>
/// <param name="Version">Its version, to be sent when the scenario is switched on; null when it does not exist.</param>
/// <param name="Keys">The keys to which the scenario gives a value.</param>
/// <param name="Problems">Why it cannot be switched on; the paths begin with the key. Empty when it can.</param>
public sealed record ScenarioEffect(ConfigId Config, int? Version, IReadOnlyList<KeyEffect> Keys, IReadOnlyList<Problem> Problems)
{
    /// <summary>The name that business users see for the config; null shows the id.</summary>
    public string? DisplayName { get; init; }
}

/// <summary>What a flow reads under a key without and with the scenario, and why.</summary>
/// <param name="Key">The key.</param>
/// <param name="Before">As it is now; null when no config of the chain defines the key.</param>
/// <param name="After">With the scenario: the same where a parent has locked the key.</param>
public sealed record KeyEffect(string Key, ResolvedValue? Before, ResolvedValue? After)
{
    /// <summary>The name that business users see for the key; null shows the key.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The names of a select's options, by option; null where none has one.</summary>
    public IReadOnlyDictionary<string, string>? OptionNames { get; init; }
}
