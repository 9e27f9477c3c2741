using FlowConfigs.Core.Access;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Saving;

/// <summary>
/// Moves configs to other ids, with their history. At every moment each config answers under its old id, its new one, or both,
/// with the same parents. A move that broke off is taken up where it was when it is asked for again.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="configs">The configs of the same table.</param>
/// <param name="aliases">Its aliases.</param>
/// <param name="time">The clock.</param>
public sealed class ConfigMoves(DynamoTable table, ConfigStore configs, AliasStore aliases, TimeProvider time)
{
    private const int MaxAttempts = 5;

    /// <summary>Moves a config, and those below it if that is said.</summary>
    /// <returns>What became of it.</returns>
    /// <exception cref="InvalidConfigException">The new id is none, or the rules refuse a config under its new parents.</exception>
    /// <exception cref="BlockedOperationException">It has children, a scenario is on for it, or its new id is taken.</exception>
    /// <exception cref="ConfigTooLargeException">An answer would not be below 32 KB under the new parents.</exception>
    /// <exception cref="ConfigsChangedException">It is at another version, or others were changed again and again meanwhile.</exception>
    /// <exception cref="VersionConflictException">It does not exist.</exception>
    public async Task<ConfigMoved> MoveAsync(ConfigMove move, Author author, CancellationToken cancellationToken)
    {
        var count = 0;
        var moving = author with { Action = SaveAction.Moved };
        // What is at either id is told only to those who may change it.
        AccessQuestion[] both = [new(Right.Define, AccessResource.Config(move.From)), new(Right.Define, AccessResource.Config(move.To))];
        await author.May.RequireAsync(both, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var steps = await new MovePlan(configs, aliases, move, time.GetUtcNow()).ReadAsync(cancellationToken);
            // Before the first is written: a move is not to stop in the middle.
            await configs.Items.RequireAsync(steps.SelectMany(Changes), moving, cancellationToken);
            await AliasStore.RequireAsync(steps.SelectMany(step => step.Aliases), moving, cancellationToken);
            // What an earlier attempt has moved is no step any more.
            count = Math.Max(count, steps.Count);
            try
            {
                var top = await WriteAsync(steps, move, moving, cancellationToken);
                var unused = steps.Where(step => step.UnusedKeys.Count > 0).ToDictionary(step => step.After.Id, step => step.UnusedKeys);
                return new(top, count, unused);
            }
            catch (VersionConflictException e) when (attempt == MaxAttempts)
            {
                throw new ConfigsChangedException(new Dictionary<ConfigId, int?> { [e.Id] = e.Current?.Version });
            }
            catch (Exception e) when (attempt < MaxAttempts && e is VersionConflictException or DocumentConflictException)
            {
                // Another user saved one of the configs or aliases meanwhile: the next attempt reads them again.
            }
        }
    }

    private async Task<Config> WriteAsync(
        IReadOnlyList<MoveStep> steps, ConfigMove move, Author author, CancellationToken cancellationToken)
    {
        Config? top = null;
        foreach (var step in steps.Where(step => step.CopiedFirst))
        {
            var copy = await CopyAsync(step, author, cancellationToken);
            top ??= copy;
        }

        foreach (var batch in Transaction.Batches(steps.Where(step => !step.CopiedFirst), step => step.Items, step => step.Bytes))
        {
            var moved = await MoveAsync(batch, move.Alias, author, cancellationToken);
            top ??= moved;
        }

        foreach (var step in steps.Where(step => step.CopiedFirst).Reverse())
        {
            await RepointAsync(step, author, cancellationToken);
            await RemoveAsync(step, move.Alias, author, cancellationToken);
        }

        // An alias that was made between our reading and our writing still points at the old id.
        foreach (var step in steps)
            await RepointAsync(step, author, cancellationToken);
        return top!;
    }

    private async Task<Config> CopyAsync(MoveStep step, Author author, CancellationToken cancellationToken)
    {
        // A copy of the version that is still there is as good as a new one, whatever was changed in it since.
        if (step.Copy?.MovedFrom[0].Version == step.Before.Version)
            return step.Copy;
        var transaction = table.NewTransaction();
        foreach (var alias in step.Aliases.Where(alias => alias.Id == step.After.Id.Value))
            await aliases.AddDeletionAsync(transaction, alias, Plain(author), cancellationToken);
        return await CommitAsync(transaction, [new(step.Copy, step.After)], author, cancellationToken);
    }

    private async Task<Config> MoveAsync(List<MoveStep> batch, bool leaveAlias, Author author, CancellationToken cancellationToken)
    {
        var transaction = table.NewTransaction();
        var writes = new List<Change<Config>>();
        foreach (var step in batch)
        {
            foreach (var alias in step.Aliases)
            {
                if (alias.Id == step.After.Id.Value)
                    await aliases.AddDeletionAsync(transaction, alias, Plain(author), cancellationToken);
                else
                    await PointAsync(transaction, ConfigId.Parse(alias.Id), alias, step, author, cancellationToken);
            }

            if (leaveAlias)
                await PointAsync(transaction, step.Before.Id, null, step, author, cancellationToken);
            writes.AddRange(Changes(step));
        }

        return await CommitAsync(transaction, writes, author, cancellationToken);
    }

    private async Task RemoveAsync(MoveStep step, bool leaveAlias, Author author, CancellationToken cancellationToken)
    {
        // What was created below it in the meantime would lose its parent.
        if ((await configs.ListAsync(step.Before.Id, null, 1, cancellationToken)).Items is [var below, ..]
            && await configs.GetAsync(below.Id, cancellationToken) is not null)
            throw new VersionConflictException(step.Before.Id, step.Before);
        var transaction = table.NewTransaction();
        if (leaveAlias)
            await PointAsync(transaction, step.Before.Id, null, step, author, cancellationToken);
        await CommitAsync(transaction, [new(step.Before, null) { MovedTo = step.After.Id }], author, cancellationToken);
    }

    private async Task RepointAsync(MoveStep step, Author author, CancellationToken cancellationToken)
    {
        foreach (var alias in await aliases.StoredOfAsync(step.Before.Id, cancellationToken))
        {
            try
            {
                // The user's right could not be checked before for an alias that was created since; the alias still leads to the same
                // config.
                await aliases.SaveAsync(
                    ConfigId.Parse(alias.Id), alias.Version, step.After.Id, Plain(author) with { May = Permit.Everything }, cancellationToken);
            }
            catch (DocumentConflictException)
            {
                // Another user has just pointed the alias at another config, or deleted it.
            }
        }
    }

    private static IEnumerable<Change<Config>> Changes(MoveStep step) =>
        [new(null, step.After), new(step.Before, null) { MovedTo = step.After.Id }];

    private async Task<Config> CommitAsync(
        Transaction transaction, IReadOnlyList<Change<Config>> changes, Author author, CancellationToken cancellationToken)
    {
        var saved = await configs.AddAsync(transaction, changes, author, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved[0];
    }

    private Task<Stored<Alias>> PointAsync(
        Transaction transaction, ConfigId id, Stored<Alias>? alias, MoveStep step, Author author, CancellationToken cancellationToken) =>
        aliases.AddSaveAsync(transaction, id, alias, step.After.Id, Plain(author), cancellationToken);

    // An alias is made or changed, not moved.
    private static Author Plain(Author author) => author with { Action = null };
}

/// <summary>A move.</summary>
/// <param name="From">The config's id.</param>
/// <param name="Version">Its version as it was seen.</param>
/// <param name="To">Its new id.</param>
/// <param name="Children">Whether those below it come along; without, a config that has any is not moved.</param>
/// <param name="Alias">Whether the old ids become aliases of the new ones, so that flows go on as they are.</param>
public sealed record ConfigMove(ConfigId From, int Version, ConfigId To, bool Children, bool Alias);

/// <summary>What a move did.</summary>
/// <param name="Config">The config under its new id.</param>
/// <param name="Configs">How many configs were moved, itself included.</param>
/// <param name="UnusedKeys">By new id the keys to which a config gives values and that no config defines in its new place.</param>
public sealed record ConfigMoved(Config Config, int Configs, IReadOnlyDictionary<ConfigId, IReadOnlyList<string>> UnusedKeys);
