using Amazon.DynamoDBv2;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Saving;

/// <summary>Deletes configs, with those below them and with the aliases that point at them only where that is said.</summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
/// <param name="configs">The configs of the same table.</param>
/// <param name="aliases">Its aliases.</param>
public sealed class ConfigDeletes(IAmazonDynamoDB dynamo, string table, ConfigStore configs, AliasStore aliases)
{
    private const int ItemsOfDeletion = 2;
    private const int MaxAliases = (Transaction.MaxItems - ItemsOfDeletion) / AliasItem.ItemsOfDeletion;

    /// <summary>Deletes a config; its history stays. What is below it goes first, so that no config ever lacks its parents.</summary>
    /// <param name="id">The config.</param>
    /// <param name="version">Its version as it was seen.</param>
    /// <param name="with">What goes with it.</param>
    /// <param name="author">Who deletes it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; some may be deleted already, and the rest can be later.</param>
    /// <returns>What was deleted; null when there is no such config.</returns>
    /// <exception cref="NotPossibleException">Others inherit from it, or aliases point at it, and that was not said.</exception>
    /// <exception cref="VersionConflictException">It is at another version, or one below it was saved just now.</exception>
    public async Task<ConfigsDeleted?> DeleteAsync(
        ConfigId id, int version, DeleteWith with, Author author, CancellationToken cancellationToken)
    {
        if (await configs.GetAsync(id, cancellationToken) is not { } top)
            return null;
        if (top.Version != version)
            throw new VersionConflictException(id, top);
        var below = await configs.ListBelowAsync(id, cancellationToken).Select(config => config.Id).ToListAsync(cancellationToken);
        var found = await configs.GetManyAsync(below, cancellationToken);
        if (found.Count > 0 && !with.Children)
        {
            var first = found.Keys.MinBy(config => config.Value, StringComparer.Ordinal)!;
            throw NotPossibleException.HasChildren(id, first, found.Count, "children=true to delete them too");
        }

        List<Config> deepestFirst = [.. found.Values.OrderByDescending(config => config.Id.Path.Count()), top];
        var links = await aliases.StoredOfAsync(deepestFirst, cancellationToken);
        List<(Config Config, IReadOnlyList<Stored<Alias>> Aliases)> going = [.. deepestFirst.Select(config => (config, links[config.Id]))];
        if (going.Find(config => config.Aliases.Count > 0) is { Config: not null } pointed && !with.Aliases)
        {
            throw new NotPossibleException($"{pointed.Aliases[0].Id} is an alias of {pointed.Config.Id}; "
                + $"{going.Sum(config => config.Aliases.Count)} in all point at what would be deleted. "
                + "Point them elsewhere first, or send aliases=true to delete them too.");
        }

        await DeleteAsync(going, author, cancellationToken);
        return new(going.Count, going.Sum(config => config.Aliases.Count));
    }

    private async Task DeleteAsync(
        List<(Config Config, IReadOnlyList<Stored<Alias>> Aliases)> going, Author author, CancellationToken cancellationToken)
    {
        // More than one transaction takes go before.
        foreach (var alias in going.SelectMany(config => config.Aliases.Skip(MaxAliases)))
            await aliases.DeleteAsync(ConfigId.Parse(alias.Id), alias.Version, author, cancellationToken);
        var batches = Transaction.Batches(
            going,
            config => ItemsOfDeletion + (AliasItem.ItemsOfDeletion * Math.Min(MaxAliases, config.Aliases.Count)),
            config => ConfigItem.SizeOf(new(null, config.Config)));
        foreach (var batch in batches)
        {
            var transaction = new Transaction(dynamo, table);
            foreach (var alias in batch.SelectMany(config => config.Aliases.Take(MaxAliases)))
                aliases.Delete(transaction, alias, author);
            var writes = batch.Select(config => new ConfigWrite(config.Config, null)).ToList();
            await configs.WriteAsync(writes, author, transaction, cancellationToken);
        }
    }
}

/// <summary>What is deleted with a config.</summary>
/// <param name="Children">The configs below it.</param>
/// <param name="Aliases">The aliases that point at it, and at those below it.</param>
public sealed record DeleteWith(bool Children, bool Aliases);

/// <summary>What was deleted.</summary>
/// <param name="Configs">How many configs.</param>
/// <param name="Aliases">How many aliases.</param>
public sealed record ConfigsDeleted(int Configs, int Aliases);
