using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Scenarios;

/// <summary>Scenarios in the table. <see cref="ScenarioSwitch"/> switches them on and off.</summary>
/// <param name="table">The table.</param>
/// <param name="configs">The configs of the same table.</param>
/// <param name="time">The clock.</param>
public sealed class ScenarioStore(DynamoTable table, ConfigStore configs, TimeProvider time)
{
    private readonly ScenarioReads reads = new(configs);

    internal VersionedItems<Stored<Scenario>> Items { get; } = new(table, time, new ScenarioKind());

    /// <summary>Reads a scenario; null when there is none.</summary>
    public Task<Stored<Scenario>?> GetAsync(ConfigId id, CancellationToken cancellationToken) => Items.GetAsync(id.Value, cancellationToken);

    /// <summary>Reads all scenarios by id; one that was saved a moment ago may be missing.</summary>
    public Task<IReadOnlyList<Stored<Scenario>>> ListAsync(CancellationToken cancellationToken) => Items.ListAsync(cancellationToken);

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
        var before = await Items.GetForSaveAsync(id.Value, version, cancellationToken);
        var now = time.GetUtcNow();
        draft = draft with { Values = draft.Values.ToDictionary(given => given.Key, given => Blanks.Without(given.Value)) };
        var next = draft with { On = before?.Value.RunAt(now) };
        var change = new Change<Stored<Scenario>>(before, (before ?? Stored<Scenario>.New(id.Value, next)).With(next));
        await Items.RequireAsync([change], author, cancellationToken);
        // Too many configs are refused before they are all read, and so is what the table would not store.
        if (ScenarioRules.Problems(draft).ToList() is { Count: > 0 } problems)
            throw new InvalidConfigException(problems);
        Items.RefuseTooLarge(change, author);
        // No end is known yet: any will do to see whether it can be switched on.
        var plan = await reads.PlanAsync(id, draft, before?.Value, now, now.AddHours(1), cancellationToken);
        await reads.CheckAsync(draft, plan, await reads.BelowAsync(plan.After.Keys, cancellationToken), now, cancellationToken);
        return await Items.SaveAsync(change, author, cancellationToken);
    }

    /// <summary>Deletes a scenario that is off; its history stays.</summary>
    /// <exception cref="BlockedOperationException">It is on.</exception>
    /// <exception cref="DocumentConflictException">It is at another version, or does not exist.</exception>
    public async Task DeleteAsync(ConfigId id, int version, Author author, CancellationToken cancellationToken)
    {
        var before = await Items.GetForSaveAsync(id.Value, version, cancellationToken);
        var change = new Change<Stored<Scenario>>(before, null);
        await Items.RequireAsync([change], author, cancellationToken);
        if (before!.Value.RunAt(time.GetUtcNow()) is { } run)
            throw new BlockedOperationException($"The scenario {id} is on until {run.Until:u}. Switch it off first.");
        await Items.SaveAsync(change, author, cancellationToken);
    }

    /// <summary>Shows what switching a scenario on would change at the moment; null when there is no such scenario.</summary>
    public async Task<(Stored<Scenario> Scenario, ScenarioPreview Preview)?> PreviewAsync(
        ConfigId id, string? language, Channel channel, CancellationToken cancellationToken)
    {
        if (await GetAsync(id, cancellationToken) is not { } stored)
            return null;
        var now = time.GetUtcNow();
        var plan = await reads.PlanAsync(id, stored.Value, stored.Value, now, now.AddHours(1), cancellationToken);
        return (stored, ScenarioPreview.Of(stored.Value, plan, language, channel));
    }
}
