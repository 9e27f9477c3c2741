using Amazon.DynamoDBv2;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Scenarios;

/// <summary>
/// Scenarios in the table. Switching one on or off is one transaction of the scenario and all its configs: every one of them
/// changes or none.
/// </summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
/// <param name="configs">The configs of the same table.</param>
/// <param name="time">The clock.</param>
public sealed class ScenarioStore(IAmazonDynamoDB dynamo, string table, ConfigStore configs, TimeProvider time)
{
    // Whoever saves one of the configs in the moment between our read and our write makes us read again.
    private const int MaxAttempts = 5;

    private readonly SettingsStore settings = new(dynamo, table, time);
    private readonly Documents<Scenario> documents = new(dynamo, table, time, "scenario", CoreJson.Relaxed.Scenario);

    /// <summary>Reads a scenario; null when there is none.</summary>
    public Task<Stored<Scenario>?> GetAsync(ConfigId id, CancellationToken cancellationToken) =>
        documents.GetAsync(id.Value, cancellationToken);

    /// <summary>Reads all scenarios by id; one that was saved a moment ago may be missing.</summary>
    public Task<IReadOnlyList<Stored<Scenario>>> ListAsync(CancellationToken cancellationToken) => documents.ListAsync(cancellationToken);

    /// <summary>Saves a scenario as its next version. Where it is on, its configs keep the values that it gave them.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">The version that it is based on; 0 to create it.</param>
    /// <param name="draft">The scenario; whether it is on is not the draft's to say.</param>
    /// <param name="author">Who saves it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    /// <exception cref="InvalidConfigException">It breaks a rule.</exception>
    /// <exception cref="ConfigTooLargeException">It is above 400 KB, all above 4 MB, or an answer not below 32 KB.</exception>
    /// <exception cref="DocumentConflictException">It is at another version, exists already, or not any more.</exception>
    public async Task<Stored<Scenario>> SaveAsync(
        ConfigId id, int version, Scenario draft, Author author, CancellationToken cancellationToken)
    {
        var before = await GetAsync(id, cancellationToken);
        if (version != (before?.Version ?? 0))
            throw new DocumentConflictException("scenario", id.Value, before?.Version);
        // Too many configs are refused before they are all read.
        if (ScenarioRules.Problems(draft).ToList() is { Count: > 0 } problems)
            throw new InvalidConfigException(problems);
        var now = time.GetUtcNow();
        // No end is known yet: any will do to see whether it can be switched on.
        Check(draft, await PlanAsync(id, draft, now, now.AddHours(1), cancellationToken));
        var next = draft with { On = before?.Value.RunAt(now) };
        return await documents.SaveAsync(id.Value, before, next, author, ScenarioDiff.Of(before?.Value, next), cancellationToken);
    }

    /// <summary>Deletes a scenario that is off; its history stays.</summary>
    /// <exception cref="NotPossibleException">It is on.</exception>
    /// <exception cref="DocumentConflictException">It is at another version, or does not exist.</exception>
    public async Task DeleteAsync(ConfigId id, int version, Author author, CancellationToken cancellationToken)
    {
        var before = await GetAsync(id, cancellationToken);
        if (before?.Version != version)
            throw new DocumentConflictException("scenario", id.Value, before?.Version);
        if (before.Value.RunAt(time.GetUtcNow()) is { } run)
            throw new NotPossibleException($"The scenario {id} is on until {run.Until:u}. Switch it off first.");
        await documents.DeleteAsync(before, author, cancellationToken);
    }

    /// <summary>Shows what switching a scenario on would change at the moment; null when there is no such scenario.</summary>
    public async Task<(Stored<Scenario> Scenario, ScenarioPreview Preview)?> PreviewAsync(
        ConfigId id, string? language, Channel channel, CancellationToken cancellationToken)
    {
        if (await GetAsync(id, cancellationToken) is not { } stored)
            return null;
        var now = time.GetUtcNow();
        var plan = await PlanAsync(id, stored.Value, now, now.AddHours(1), cancellationToken);
        return (stored, ScenarioPreview.Of(stored.Value, plan, language, channel));
    }

    /// <summary>Switches a scenario on; one that is on gets the new end, and the values that it has now.</summary>
    /// <returns>The scenario as it is now; null when there is none.</returns>
    /// <exception cref="InvalidConfigException">A config does not exist, or a value does not fit any more.</exception>
    /// <exception cref="ConfigTooLargeException">An answer would not be below 32 KB, or all together are above 4 MB.</exception>
    /// <exception cref="ConfigsChangedException">Configs are not at the versions that were seen.</exception>
    public Task<Stored<Scenario>?> TurnOnAsync(ConfigId id, ScenarioStart start, Author author, CancellationToken cancellationToken) =>
        WithFreshReadsAsync(async () =>
        {
            if (await GetAsync(id, cancellationToken) is not { } before)
                return null;
            var now = time.GetUtcNow();
            if (LimitRules.ScenarioProblem(now, start.Until, (await settings.GetAsync(cancellationToken)).Limits) is { } problem)
                throw new InvalidConfigException([problem]);
            var plan = await PlanAsync(id, before.Value, now, start.Until, cancellationToken);
            start.CheckSeen(before.Value, plan);
            Check(before.Value, plan);
            var run = new ScenarioRun
            {
                From = now,
                Until = start.Until,
                TimeZone = start.TimeZone,
                By = author.By,
                Comment = author.Comment,
                Configs = [.. before.Value.Values.Keys],
            };
            return await WriteAsync(before, run, plan.Writes, author with { Action = SaveAction.ScenarioOn }, cancellationToken);
        });

    /// <summary>Switches a scenario off, and passes over configs that were deleted meanwhile; one that is off stays as it is.</summary>
    /// <returns>The scenario as it is now; null when there is none.</returns>
    /// <exception cref="ConfigsChangedException">Configs were changed again and again at the same moments.</exception>
    public Task<Stored<Scenario>?> TurnOffAsync(ConfigId id, Author author, CancellationToken cancellationToken) =>
        WithFreshReadsAsync(async () =>
        {
            var before = await GetAsync(id, cancellationToken);
            var now = time.GetUtcNow();
            if (before?.Value.RunAt(now) is not { } run)
                return before;
            var found = await configs.GetManyAsync([.. run.Configs], cancellationToken);
            IReadOnlyList<ConfigWrite> writes =
            [
                .. found.Values
                    .Where(config => config.Scenarios.Any(active => active.Id == id.Value))
                    .Select(config => new ConfigWrite(config, ScenarioPlan.Without(config, id, now))),
            ];
            return await WriteAsync(before, null, writes, author with { Action = SaveAction.ScenarioOff }, cancellationToken);
        });

    private async Task<Stored<Scenario>?> WriteAsync(
        Stored<Scenario> before, ScenarioRun? run, IReadOnlyList<ConfigWrite> writes, Author author, CancellationToken cancellationToken)
    {
        var next = before.Value with { On = run };
        if (writes.Count == 0)
            return await documents.SaveAsync(before.Id, before, next, author, ScenarioDiff.Of(before.Value, next), cancellationToken);
        var transaction = new Transaction(dynamo, table);
        var stored = documents.Put(transaction, before.Id, before, next, author, ScenarioDiff.Of(before.Value, next));
        await configs.WriteAsync(writes, author, transaction, cancellationToken);
        return stored;
    }

    private async Task<ScenarioPlan> PlanAsync(
        ConfigId id, Scenario scenario, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // What an earlier run gave ends by itself; only one that is still on has to be taken back.
        var current = scenario with { On = scenario.RunAt(now) };
        return new(id, current, await configs.GetManyAsync([.. ScenarioPlan.Reads(current)], cancellationToken), now, until);
    }

    private static void Check(Scenario scenario, ScenarioPlan plan)
    {
        ScenarioRules.Check(scenario, plan);
        var bytes = plan.Writes.Sum(write => ConfigItem.SizeOf(write));
        if (bytes > Transaction.MaxBytes)
            throw ConfigTooLargeException.Together(plan.Writes.Count, bytes);
    }

    private static async Task<Stored<Scenario>?> WithFreshReadsAsync(Func<Task<Stored<Scenario>?>> attempt)
    {
        for (var n = 1; ; n++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception e) when (n < MaxAttempts && (e is VersionConflictException or DocumentConflictException))
            {
                // On to fresh reads.
            }
            catch (VersionConflictException e)
            {
                throw new ConfigsChangedException(new Dictionary<ConfigId, int?> { [e.Id] = e.Current?.Version });
            }
        }
    }
}

/// <summary>How a scenario is switched on.</summary>
/// <param name="Until">When it ends; there is no scenario without an end.</param>
/// <param name="TimeZone">The IANA time zone in which that was written.</param>
/// <param name="Seen">The version of each config that somebody saw before; null to switch it on whatever has changed.</param>
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
