using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Configs;

/// <content>What is written.</content>
public sealed partial class ConfigStore
{
    /// <summary>Saves a config as its next version.</summary>
    /// <param name="config">The config.</param>
    /// <param name="before">The version that it is based on; null to create it.</param>
    /// <param name="author">Who saves it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    /// <returns>The config as saved.</returns>
    /// <exception cref="VersionConflictException">Somebody else was first, or created or deleted it.</exception>
    /// <exception cref="ConfigTooLargeException">It is above 400 KB.</exception>
    public async Task<Config> SaveAsync(Config config, Config? before, Author author, CancellationToken cancellationToken) =>
        (await WriteAsync([new(before, config)], author, cancellationToken))[0]!;

    /// <summary>Deletes a config; its history stays, with a last entry that says who deleted it.</summary>
    /// <exception cref="VersionConflictException">It is at another version.</exception>
    public Task DeleteAsync(Config config, Author author, CancellationToken cancellationToken) =>
        WriteAsync([new(config, null)], author, cancellationToken);

    /// <summary>Saves, creates and deletes several configs, of which all happen or none.</summary>
    /// <param name="writes">At most <see cref="MaxWrites"/>, or <see cref="MaxCreations"/> where all are new.</param>
    /// <param name="author">Who does it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the writes may still have happened.</param>
    /// <returns>For each write the config as saved; null for a deletion.</returns>
    /// <exception cref="VersionConflictException">One is not at the version on which its write was based.</exception>
    /// <exception cref="NotPossibleException">An alias has the id of one that is to be created.</exception>
    /// <exception cref="ConfigTooLargeException">One is above 400 KB, or all together are above 4 MB.</exception>
    public Task<IReadOnlyList<Config?>> WriteAsync(
        IReadOnlyList<ConfigWrite> writes, Author author, CancellationToken cancellationToken) =>
        WriteAsync(writes, author, new Transaction(dynamo, table), cancellationToken);

    /// <summary>Most configs of one write: each is two items, and others may have to be written with them.</summary>
    public const int MaxWrites = 49;

    /// <summary>Most configs that one write creates: each is a third item, which makes sure that no alias has the id.</summary>
    public const int MaxCreations = 33;

    internal async Task<IReadOnlyList<Config?>> WriteAsync(
        IReadOnlyList<ConfigWrite> writes, Author author, Transaction transaction, CancellationToken cancellationToken)
    {
        var mark = Item.NewMark();
        var saved = new List<Config?>();
        foreach (var write in writes)
        {
            var next = await NextAsync(write, author, mark, cancellationToken);
            saved.Add(write.After is null ? null : next);
            Add(transaction, write, next);
        }

        if (transaction.Count > Transaction.MaxItems)
            throw new ArgumentException($"{transaction.Count} items are more than a transaction takes.", nameof(writes));
        if (transaction.Bytes > Transaction.MaxBytes)
            throw ConfigTooLargeException.Together(writes.Count, transaction.Bytes);
        return await transaction.TryCommitAsync(cancellationToken)
            ? saved
            : throw await ConflictAsync(writes, cancellationToken);
    }

    private async Task<Config> NextAsync(ConfigWrite write, Author author, string mark, CancellationToken cancellationToken)
    {
        var config = (write.After ?? write.Before)!;
        // A config that is created again after a deletion goes on counting, so that no two versions ever share a number.
        var before = config.MovedFrom is [var from, ..] ? from.Version : 0;
        var last = write.Before?.Version ?? Math.Max(await LastVersionAsync(config.Id, cancellationToken), before);
        var action = write.After is null ? author.Action ?? SaveAction.Deleted
            : author.Action ?? (write.Before is null ? SaveAction.Created : SaveAction.Saved);
        var saved = new Saved(author.By, time.GetUtcNow(), author.Comment)
        {
            Action = action,
            Mark = mark,
            BasedOn = write.Before?.Saved?.Mark,
            Merges = author.Merges,
            MovedTo = write.MovedTo,
        };
        return config with { Version = last + 1, Saved = saved };
    }

    private static void Add(Transaction transaction, ConfigWrite write, Config next)
    {
        var expect = Expect.Version(write.Before?.Version ?? 0);
        var version = ConfigItem.VersionOf(next, write.Before, deleted: write.After is null);
        if (write.After is null)
        {
            transaction.Delete(ConfigItem.CurrentKey(next.Id), expect);
        }
        else
        {
            var current = ConfigItem.CurrentOf(next);
            // The version is the larger one when much was changed: it is in the audit too.
            if (Math.Max(Item.Size(current), Item.Size(version)) is > MaxItemBytes and var bytes)
                throw ConfigTooLargeException.Item(next, bytes);
            transaction.Put(current, expect);
        }

        // An alias of that id would never be followed any more, and flows that use it would get another config.
        if (write.Before is null && !transaction.Has(AliasItem.CurrentKey(next.Id)))
            transaction.Check(AliasItem.CurrentKey(next.Id), Expect.Nothing);
        transaction.Put(version, Expect.Nothing);
    }

    private async Task<Exception> ConflictAsync(IReadOnlyList<ConfigWrite> writes, CancellationToken cancellationToken)
    {
        foreach (var write in writes)
        {
            var id = (write.After ?? write.Before)!.Id;
            var current = await GetAsync(id, cancellationToken);
            if ((current?.Version ?? 0) != (write.Before?.Version ?? 0))
                return new VersionConflictException(id, current) { Exists = write.Before is null };
            if (write.Before is null && await BatchRead.AllAsync(dynamo, table, [AliasItem.CurrentKey(id)], cancellationToken) is [var alias])
                return new NotPossibleException($"{id} is an alias of {AliasItem.Target(alias[Item.Body].S)}: delete the alias, or choose another id.");
        }

        // Whoever was first has since been undone, or something else that is written with them has changed.
        return new VersionConflictException((writes[0].After ?? writes[0].Before)!.Id, writes[0].Before);
    }

    private async Task<int> LastVersionAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var response = await dynamo.QueryAsync(ListQuery.LastVersion(table, ConfigItem.Partition(id)), cancellationToken);
        return response.Items is [var last] ? last.ReadNumber(Item.Version) : 0;
    }
}
