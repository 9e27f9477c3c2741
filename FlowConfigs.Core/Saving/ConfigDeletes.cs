using FlowConfigs.Core.Access;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Saving;

/// <summary>Deletes configs, with those below them and with the aliases that point at them only where that is said.</summary>
/// <param name="table">The table.</param>
/// <param name="configs">The configs of the same table.</param>
/// <param name="aliases">Its aliases.</param>
public sealed class ConfigDeletes(DynamoTable table, ConfigStore configs, AliasStore aliases)
{
    private const int ItemsOfDeletion = 2;
    private const int MaxAliases = (Transaction.MaxItems - ItemsOfDeletion) / AliasKind.ItemsOfDeletion;

    /// <summary>Deletes a config; its history stays. What is below it goes first, so that no config ever lacks its parents.</summary>
    /// <param name="id">The config.</param>
    /// <param name="version">Its version as it was seen.</param>
    /// <param name="with">What goes with it.</param>
    /// <param name="author">Who deletes it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; some may be deleted already, and the rest can be later.</param>
    /// <returns>What was deleted; null when there is no such config.</returns>
    /// <exception cref="BlockedOperationException">Others inherit from it, or aliases point at it, and that was not said.</exception>
    /// <exception cref="VersionConflictException">It is at another version, or one below it was saved just now.</exception>
    public async Task<ConfigsDeleted?> DeleteAsync(
        ConfigId id, int version, DeleteWith with, Author author, CancellationToken cancellationToken)
    {
        if (await configs.GetAsync(id, cancellationToken) is not { } top)
            return null;
        configs.Items.RequireVersion(id.Value, top, version);
        var found = await BelowAsync(id, cancellationToken);
        if (found.Count > 0 && !with.Children)
            throw HasChildren(id, found.MinBy(config => config.Id.Value, StringComparer.Ordinal)!.Id, found.Count, "children=true to delete them too");

        var deleted = await DeleteAsync([.. found, top], with, author, cancellationToken);
        // Whatever was made below it until that moment had it as its parent. Nothing can be made any more since then.
        while (await BelowAsync(id, cancellationToken) is { Count: > 0 } late)
        {
            if (!with.Children)
            {
                await configs.SaveAsync(top, null, author with { May = Permit.Everything, Action = SaveAction.Restored }, cancellationToken);
                throw HasChildren(id, late[0].Id, late.Count, "children=true to delete them too");
            }

            var more = await DeleteAsync(late, with, author, cancellationToken);
            deleted = new(deleted.Configs + more.Configs, deleted.Aliases + more.Aliases);
        }

        return deleted;
    }

    /// <summary>What to tell when others inherit from a config.</summary>
    internal static BlockedOperationException HasChildren(ConfigId id, ConfigId first, int count, string send) => new(
        count == 1 ? $"{first} inherits from {id}. Send {send}." : $"{first} and {count - 1} others inherit from {id}. Send {send}.");

    // The deepest first.
    private async Task<List<Config>> BelowAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var ids = await configs.ListBelowAsync(id, cancellationToken).Select(config => config.Id).ToListAsync(cancellationToken);
        var found = await configs.GetManyAsync(ids, cancellationToken);
        return [.. found.Values.OrderByDescending(config => config.Id.Path.Count())];
    }

    private async Task<ConfigsDeleted> DeleteAsync(
        List<Config> deepestFirst, DeleteWith with, Author author, CancellationToken cancellationToken)
    {
        // Before the first is deleted: a deletion is not to stop in the middle.
        await configs.Items.RequireAsync(deepestFirst.Select(config => new Change<Config>(config, null)), author, cancellationToken);
        var links = await aliases.StoredOfAsync(deepestFirst, cancellationToken);
        List<Going> going = [.. deepestFirst.Select(config => new Going(config, links[config.Id]))];
        var count = going.Sum(config => config.Aliases.Count);
        if (going.Find(config => config.Aliases.Count > 0) is { } pointed && !with.Aliases)
        {
            throw new BlockedOperationException($"{pointed.Aliases[0].Id} is an alias of {pointed.Config.Id}; "
                + $"{count} in all point at what would be deleted. "
                + "Point them elsewhere first, or send aliases=true to delete them too.");
        }

        await AliasStore.RequireAsync(links.Values.SelectMany(link => link), author, cancellationToken);
        // More than one transaction takes go before.
        foreach (var alias in going.SelectMany(config => config.Aliases.Skip(MaxAliases)))
            await aliases.DeleteAsync(ConfigId.Parse(alias.Id), alias.Version, author, cancellationToken);
        var batches = Transaction.Batches(
            going,
            config => ItemsOfDeletion + (AliasKind.ItemsOfDeletion * Math.Min(MaxAliases, config.Aliases.Count)),
            config => configs.Items.SizeOf(new(config.Config, null)));
        foreach (var batch in batches)
            await DeleteAsync(batch, author, cancellationToken);
        return new(going.Count, count);
    }

    private async Task DeleteAsync(List<Going> batch, Author author, CancellationToken cancellationToken)
    {
        var transaction = table.NewTransaction();
        foreach (var alias in batch.SelectMany(config => config.Aliases.Take(MaxAliases)))
            await aliases.AddDeletionAsync(transaction, alias, author, cancellationToken);
        await configs.AddAsync(transaction, [.. batch.Select(config => new Change<Config>(config.Config, null))], author, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record Going(Config Config, IReadOnlyList<Stored<Alias>> Aliases);
}

/// <summary>What is deleted with a config.</summary>
/// <param name="Children">The configs below it.</param>
/// <param name="Aliases">The aliases that point at it, and at those below it.</param>
public sealed record DeleteWith(bool Children, bool Aliases);

/// <summary>What was deleted.</summary>
/// <param name="Configs">How many configs.</param>
/// <param name="Aliases">How many aliases.</param>
public sealed record ConfigsDeleted(int Configs, int Aliases);
