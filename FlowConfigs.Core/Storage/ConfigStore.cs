using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Storage;

/// <summary>
/// Configs in the DynamoDB table. Every read is strongly consistent; every save writes the current item and its history item
/// in one transaction, so that neither is ever there without the other.
/// </summary>
/// <param name="dynamo">The client; its time limits and retries hold for each call.</param>
/// <param name="table">The table's name.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
public sealed class ConfigStore(IAmazonDynamoDB dynamo, string table, TimeProvider time)
{
    /// <summary>Most bytes of an item, by DynamoDB's own counting.</summary>
    public const int MaxItemBytes = 400 * 1024;

    /// <summary>Most configs that one read of several takes (BatchGetItem's limit).</summary>
    public const int MaxBatch = 100;

    /// <summary>Reads a config; null when there is none.</summary>
    public async Task<Config?> GetAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = table, Key = ConfigItem.CurrentKey(id), ConsistentRead = true };
        var response = await dynamo.GetItemAsync(request, cancellationToken);
        return response.Item is { Count: > 0 } item ? ConfigItem.Read(item) : null;
    }

    /// <summary>
    /// Reads a config and its parents in one BatchGetItem, nearest first; ids that do not exist are left out.
    /// </summary>
    public async Task<IReadOnlyList<Config>> GetChainAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var found = await GetManyAsync([.. id.Path], cancellationToken);
        return [.. id.Path.Where(found.ContainsKey).Select(i => found[i])];
    }

    /// <summary>Reads several configs, <see cref="MaxBatch"/> at once; ids that do not exist are left out.</summary>
    public async Task<IReadOnlyDictionary<ConfigId, Config>> GetManyAsync(
        IReadOnlyCollection<ConfigId> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ConfigId, Config>();
        foreach (var keys in ids.Select(ConfigItem.CurrentKey).Chunk(MaxBatch))
        {
            foreach (var config in (await GetItemsAsync(keys, cancellationToken)).Select(ConfigItem.Read))
                found[config.Id] = config;
        }

        return found;
    }

    /// <summary>Lists summaries by id from the index, which follows a save within moments.</summary>
    /// <param name="below">Only the configs below this one; null lists all.</param>
    /// <param name="after">The last id of the page before; null begins.</param>
    /// <param name="limit">Most summaries, 1–1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ConfigPage> ListAsync(ConfigId? below, ConfigId? after, int limit, CancellationToken cancellationToken)
    {
        var request = ListQuery.Of(table, below, after, limit);
        var response = await dynamo.QueryAsync(request, cancellationToken);
        var items = response.Items.Select(ConfigItem.ReadSummary).ToList();
        return new(items, response.LastEvaluatedKey is { Count: > 0 } ? items[^1].Id : null);
    }

    /// <summary>Lists the summaries of everything below a config.</summary>
    public async IAsyncEnumerable<ConfigSummary> ListBelowAsync(
        ConfigId id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ConfigId? after = null;
        do
        {
            var page = await ListAsync(id, after, ListQuery.MaxPage, cancellationToken);
            foreach (var summary in page.Items)
                yield return summary;
            after = page.Next;
        }
        while (after is not null);
    }

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
    /// <param name="writes">At most <see cref="MaxWrites"/>.</param>
    /// <param name="author">Who does it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the writes may still have happened.</param>
    /// <returns>For each write the config as saved; null for a deletion.</returns>
    /// <exception cref="VersionConflictException">One is not at the version on which its write was based.</exception>
    /// <exception cref="ConfigTooLargeException">One is above 400 KB, or all together are above 4 MB.</exception>
    public Task<IReadOnlyList<Config?>> WriteAsync(
        IReadOnlyList<ConfigWrite> writes, Author author, CancellationToken cancellationToken) =>
        WriteAsync(writes, author, new Transaction(dynamo, table), cancellationToken);

    /// <summary>Most configs of one write: each is two items, and others may have to be written with them.</summary>
    public const int MaxWrites = 49;

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

    private async Task<List<Dictionary<string, AttributeValue>>> GetItemsAsync(
        Dictionary<string, AttributeValue>[] keys, CancellationToken cancellationToken)
    {
        var found = new List<Dictionary<string, AttributeValue>>();
        var wanted = new Dictionary<string, KeysAndAttributes> { [table] = new() { ConsistentRead = true, Keys = [.. keys] } };
        // DynamoDB may answer in parts: when the whole is above 16 MB, or when it is throttled.
        while (wanted is { Count: > 0 })
        {
            var response = await dynamo.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = wanted }, cancellationToken);
            found.AddRange(response.Responses.GetValueOrDefault(table, []));
            wanted = response.UnprocessedKeys;
        }

        return found;
    }

    private async Task<Config> NextAsync(ConfigWrite write, Author author, string mark, CancellationToken cancellationToken)
    {
        var config = (write.After ?? write.Before)!;
        // A config that is created again after a deletion goes on counting, so that no two versions ever share a number.
        var last = write.Before?.Version
            ?? Math.Max(await LastVersionAsync(config.Id, cancellationToken), config.MovedFrom is [var from, ..] ? from.Version : 0);
        var action = write.After is null ? author.Action ?? SaveAction.Deleted
            : author.Action ?? (write.Before is null ? SaveAction.Created : SaveAction.Saved);
        var saved = new Saved(author.By, time.GetUtcNow(), author.Comment)
        {
            Action = action,
            Mark = mark,
            BasedOn = write.Before?.Saved?.Mark,
            Merges = author.Merges,
        };
        return config with { Version = last + 1, Saved = saved };
    }

    private static void Add(Transaction transaction, ConfigWrite write, Config next)
    {
        var expect = Expect.Version(write.Before?.Version ?? 0);
        if (write.After is null)
        {
            transaction.Delete(ConfigItem.CurrentKey(next.Id), expect);
        }
        else
        {
            var current = ConfigItem.CurrentOf(next);
            if (Item.Size(current) is > MaxItemBytes and var bytes)
                throw ConfigTooLargeException.Item(next, bytes);
            transaction.Put(current, expect);
        }

        transaction.Put(ConfigItem.VersionOf(next, write.Before, deleted: write.After is null), Expect.Nothing);
    }

    private async Task<VersionConflictException> ConflictAsync(IReadOnlyList<ConfigWrite> writes, CancellationToken cancellationToken)
    {
        foreach (var write in writes)
        {
            var id = (write.After ?? write.Before)!.Id;
            var current = await GetAsync(id, cancellationToken);
            if ((current?.Version ?? 0) != (write.Before?.Version ?? 0))
                return new(id, current) { Exists = write.Before is null };
        }

        // Whoever was first has since been undone, or something else that is written with them has changed.
        return new((writes[0].After ?? writes[0].Before)!.Id, writes[0].Before);
    }

    private async Task<int> LastVersionAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var response = await dynamo.QueryAsync(ListQuery.LastVersion(table, ConfigItem.Partition(id)), cancellationToken);
        return response.Items is [var last] ? last.ReadNumber(Item.Version) : 0;
    }
}
