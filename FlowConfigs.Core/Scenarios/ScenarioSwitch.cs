using System.Diagnostics;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Scenarios;

/// <summary>
/// Switches scenarios on and off, in one transaction of the scenario and all its configs: every one of them changes or none. It is for an
/// emergency, so a save of one of the configs at the same moment only makes it read again; after a few times it holds the configs, and
/// saves wait until it is done.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="scenarios">The scenarios of the same table.</param>
/// <param name="configs">Its configs.</param>
/// <param name="settings">Its settings.</param>
/// <param name="time">The clock.</param>
public sealed class ScenarioSwitch(
    DynamoTable table, ScenarioStore scenarios, ConfigStore configs, SettingsStore settings, TimeProvider time)
{
    private const int LongestPauseMilliseconds = 20;

    // During most switches no other user saves one of the configs. Holding costs a write for each config.
    private const int TriesBeforeHolding = 3;

    // Longer than reading and writing 49 configs takes, and shorter than a save waits.
    private static readonly TimeSpan HoldFor = TimeSpan.FromSeconds(4);

    private readonly ScenarioReads reads = new(configs);

    /// <summary>How long it reads again: API Gateway waits 29 s.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Switches a scenario on; one that is on gets the new end, and the values that it has now.</summary>
    /// <returns>The scenario as it is now; null when there is none.</returns>
    /// <exception cref="InvalidConfigException">A config does not exist, or a value does not fit any more.</exception>
    /// <exception cref="ConfigTooLargeException">An answer would not be below 32 KB, or all together are above 4 MB.</exception>
    /// <exception cref="ConfigsChangedException">
    /// Configs are not at the versions that were seen, or were changed again and again until the time limit.
    /// </exception>
    public async Task<Stored<Scenario>?> TurnOnAsync(ConfigId id, ScenarioStart start, Author author, CancellationToken cancellationToken)
    {
        if (LimitRules.ScenarioProblem(time.GetUtcNow(), start.Until, (await settings.GetAsync(cancellationToken)).Limits) is { } problem)
            throw new InvalidConfigException([problem]);
        return await WithFreshReadsAsync(
            id, () => TryOnAsync(id, start, author with { Action = SaveAction.ScenarioOn }, cancellationToken), cancellationToken);
    }

    /// <summary>Switches a scenario off, and passes over configs that were deleted meanwhile; one that is off stays as it is.</summary>
    /// <returns>The scenario as it is now; null when there is none.</returns>
    /// <exception cref="ConfigsChangedException">Its configs were changed again and again until the time limit.</exception>
    public Task<Stored<Scenario>?> TurnOffAsync(ConfigId id, Author author, CancellationToken cancellationToken) =>
        WithFreshReadsAsync(
            id, () => TryOffAsync(id, author with { Action = SaveAction.ScenarioOff }, cancellationToken), cancellationToken);

    private async Task<Stored<Scenario>?> TryOnAsync(ConfigId id, ScenarioStart start, Author author, CancellationToken cancellationToken)
    {
        if (await scenarios.GetAsync(id, cancellationToken) is not { } before)
            return null;
        var now = time.GetUtcNow();
        var run = new ScenarioRun
        {
            From = now,
            Until = start.Until,
            TimeZone = start.TimeZone,
            By = author.By,
            Comment = author.Comment,
            Configs = [.. before.Value.Values.Keys],
        };
        var change = Switched(before, run);
        await scenarios.Items.RequireAsync([change], author, cancellationToken);
        // The slow reads come first: another user can save one of the configs between their read and the write.
        var below = await reads.BelowAsync(before.Value.Reached(), cancellationToken);
        var plan = await reads.PlanAsync(id, before.Value, before.Value, now, start.Until, cancellationToken);
        start.CheckSeen(before.Value, plan);
        await reads.CheckAsync(before.Value, plan, below, now, cancellationToken);
        return await WriteAsync(change, plan.Changes, author, cancellationToken);
    }

    private async Task<Stored<Scenario>?> TryOffAsync(ConfigId id, Author author, CancellationToken cancellationToken)
    {
        var before = await scenarios.GetAsync(id, cancellationToken);
        if (before is null)
            return null;
        var change = Switched(before, null);
        await scenarios.Items.RequireAsync([change], author, cancellationToken);
        var now = time.GetUtcNow();
        if (before.Value.RunAt(now) is not { } run)
            return before;
        var found = await configs.GetManyAsync([.. run.Configs], cancellationToken);
        IReadOnlyList<Change<Config>> changes =
        [
            .. found.Values
                .Where(config => config.Scenarios.Any(active => active.Id == id.Value))
                .Select(config => new Change<Config>(config, ScenarioPlan.Without(config, id, now))),
        ];
        return await WriteAsync(change, changes, author, cancellationToken);
    }

    private static Change<Stored<Scenario>> Switched(Stored<Scenario> before, ScenarioRun? run) =>
        new(before, before.With(before.Value with { On = run }));

    private async Task<Stored<Scenario>> WriteAsync(
        Change<Stored<Scenario>> change, IReadOnlyList<Change<Config>> changes, Author author, CancellationToken cancellationToken)
    {
        var transaction = table.NewTransaction(holds: true);
        var saved = await scenarios.Items.AddAsync(transaction, [change], author, cancellationToken);
        await configs.AddAsync(transaction, changes, author, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved[0];
    }

    private async Task<Stored<Scenario>?> WithFreshReadsAsync(
        ConfigId id, Func<Task<Stored<Scenario>?>> attempt, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        IReadOnlyList<ItemKey> held = [];
        try
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return await attempt();
                }
                catch (VersionConflictException e) when (Stopwatch.GetElapsedTime(started) >= TimeLimit)
                {
                    throw new ConfigsChangedException(new Dictionary<ConfigId, int?> { [e.Id] = e.Current?.Version });
                }
                catch (Exception e) when (e is VersionConflictException or DocumentConflictException or TableBusyException
                    && Stopwatch.GetElapsedTime(started) < TimeLimit)
                {
                    // On to fresh reads.
                }

                await Task.Delay(Random.Shared.Next(LongestPauseMilliseconds), cancellationToken);
                if (tries >= TriesBeforeHolding)
                    held = await HoldAsync(id, cancellationToken);
            }
        }
        finally
        {
            await Task.WhenAll(held.Select(table.TryReleaseAsync));
        }
    }

    private async Task<IReadOnlyList<ItemKey>> HoldAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var reached = (await scenarios.GetAsync(id, cancellationToken))?.Value.Reached() ?? [];
        ItemKey[] keys = [.. reached.Select(config => configs.Items.KeyOf(config.Value)).Distinct()];
        var until = time.GetUtcNow() + HoldFor;
        await Task.WhenAll(keys.Select(key => table.HoldAsync(key, until, cancellationToken)));
        return keys;
    }
}

/// <summary>How a scenario is switched on.</summary>
/// <param name="Until">When it ends; there is no scenario without an end.</param>
/// <param name="TimeZone">The IANA time zone in which that was written.</param>
/// <param name="Seen">The version of each config that the user saw before; null switches the scenario on, whatever has changed.</param>
public sealed record ScenarioStart(DateTimeOffset Until, string TimeZone, IReadOnlyDictionary<ConfigId, int>? Seen = null)
{
    internal void CheckSeen(Scenario scenario, ScenarioPlan plan)
    {
        if (Seen is null)
            return;
        var changed = Seen.Keys.Union(scenario.Values.Keys)
            .Select(id => (Id: id, Current: scenario.Values.ContainsKey(id) ? plan.After.GetValueOrDefault(id)?.Version : null))
            .Where(config => config.Current is null || Seen.GetValueOrDefault(config.Id) != config.Current)
            .ToDictionary(config => config.Id, config => config.Current);
        if (changed.Count > 0)
            throw new ConfigsChangedException(changed);
    }
}
