using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Scenarios;

/// <summary>Reads what a scenario gives values to, and judges whether they can take them, down to the last config below.</summary>
internal sealed class ScenarioReads(ConfigStore configs)
{
    private readonly ConfigsBelow below = new(configs);

    /// <summary>Reads the configs of a scenario, and works out what they become.</summary>
    public async Task<ScenarioPlan> PlanAsync(
        ConfigId id, Scenario scenario, Scenario? saved, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // What an earlier run gave ends by itself; only one that is still on has to be taken back.
        var current = scenario with { On = scenario.RunAt(now) };
        return new(id, current, await configs.GetManyAsync([.. ScenarioPlan.Reads(current)], cancellationToken), now, until, saved);
    }

    /// <summary>Lists what is below each of several configs.</summary>
    public async Task<IReadOnlyDictionary<ConfigId, IReadOnlyList<ConfigSummary>>> BelowAsync(
        IEnumerable<ConfigId> ids, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(ids.Distinct().Select(async id =>
            (Id: id, Below: await configs.ListBelowAsync(id, cancellationToken).ToListAsync(cancellationToken))));
        return found.ToDictionary(config => config.Id, config => (IReadOnlyList<ConfigSummary>)config.Below);
    }

    /// <summary>Checks a scenario against its configs, and against all that inherit from them.</summary>
    /// <exception cref="InvalidConfigException">A config is missing, or a value does not fit.</exception>
    /// <exception cref="ConfigTooLargeException">An answer would not be below 32 KB, or all together are above 4 MB.</exception>
    public async Task CheckAsync(
        Scenario scenario,
        ScenarioPlan plan,
        IReadOnlyDictionary<ConfigId, IReadOnlyList<ConfigSummary>> configsBelow,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        ScenarioRules.Check(scenario, plan);
        foreach (var config in plan.After.Keys)
        {
            var found = await below.FirstTooLargeAsync(
                plan.ConfigsAfter(config), configsBelow.GetValueOrDefault(config, []), now, cancellationToken, plan.After);
            if (found is { } office)
                throw office.Answer.TooLargeFor(office.Id);
        }

        var bytes = plan.Changes.Sum(configs.Items.SizeOf);
        if (bytes > Transaction.MaxBytes)
        {
            throw new ConfigTooLargeException(
                $"The {plan.Changes.Count} configs would take {bytes:N0} of the {Transaction.MaxBytes:N0} bytes that can be written at once. "
                + "Take fewer of them.");
        }
    }
}
