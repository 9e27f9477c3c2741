using System.Globalization;
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

    private const int MaxAttempts = 5;
    private static readonly TimeSpan ConflictDelay = TimeSpan.FromMilliseconds(20);

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
        var found = new Dictionary<ConfigId, Config>();
        var keys = new KeysAndAttributes { ConsistentRead = true, Keys = [.. id.Path.Select(ConfigItem.CurrentKey)] };
        var wanted = new Dictionary<string, KeysAndAttributes> { [table] = keys };

        // DynamoDB may answer in parts: when the whole is above 16 MB, or when it is throttled.
        while (wanted is { Count: > 0 })
        {
            var response = await dynamo.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = wanted }, cancellationToken);
            foreach (var config in response.Responses.GetValueOrDefault(table, []).Select(ConfigItem.Read))
                found[config.Id] = config;
            wanted = response.UnprocessedKeys;
        }

        return [.. id.Path.Where(found.ContainsKey).Select(i => found[i])];
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

    /// <summary>Saves a config as its next version.</summary>
    /// <param name="config">The config; <see cref="Config.Version"/> is the version that it is based on, 0 to create it.</param>
    /// <param name="by">Who saves it.</param>
    /// <param name="comment">Why, or null.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    /// <returns>The config as saved.</returns>
    /// <exception cref="VersionConflictException">Somebody else was first, or created or deleted it.</exception>
    /// <exception cref="ConfigTooLargeException">It is above 400 KB.</exception>
    public async Task<Config> SaveAsync(Config config, string by, string? comment, CancellationToken cancellationToken)
    {
        var based = config.Version == 0 ? await LastVersionAsync(config.Id, cancellationToken) : config.Version;
        var next = config with { Version = based + 1, Saved = new(by, time.GetUtcNow(), comment) };
        var current = ConfigItem.CurrentOf(next);
        if (ConfigItem.Size(current) is > MaxItemBytes and var bytes)
            throw ConfigTooLargeException.Item(config.Id, bytes);

        var put = new Put { TableName = table, Item = current }.If(Expect.Version(config.Version));
        await WriteAsync(new() { Put = put }, ConfigItem.VersionOf(next), config, cancellationToken);
        return next;
    }

    /// <summary>Deletes a config; its history stays, with a last entry that says who deleted it.</summary>
    /// <param name="config">The config at the version that the caller has seen.</param>
    /// <param name="by">Who deletes it.</param>
    /// <param name="comment">Why, or null.</param>
    /// <param name="cancellationToken">Ends the wait; the deletion may still have happened.</param>
    /// <exception cref="VersionConflictException">It is at another version.</exception>
    public async Task DeleteAsync(Config config, string by, string? comment, CancellationToken cancellationToken)
    {
        var last = config with { Version = config.Version + 1, Saved = new(by, time.GetUtcNow(), comment) };
        var delete = new Delete { TableName = table, Key = ConfigItem.CurrentKey(config.Id) }.If(Expect.Version(config.Version));
        await WriteAsync(new() { Delete = delete }, ConfigItem.DeletionOf(last), config, cancellationToken);
    }

    private async Task WriteAsync(
        TransactWriteItem current, Dictionary<string, AttributeValue> version, Config config, CancellationToken cancellationToken)
    {
        var history = new Put { TableName = table, Item = version }.If(Expect.Nothing);
        var request = new TransactWriteItemsRequest { TransactItems = [current, new() { Put = history }] };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await dynamo.TransactWriteItemsAsync(request, cancellationToken);
                return;
            }
            catch (TransactionCanceledException e) when (e.Has("ConditionalCheckFailed") || (e.Has("TransactionConflict") && attempt == MaxAttempts))
            {
                throw new VersionConflictException(config.Id, await GetAsync(config.Id, cancellationToken));
            }
            catch (TransactionCanceledException e) when (e.Has("TransactionConflict"))
            {
                // Another save of this config is under way; once it is through, the condition tells who was first.
                await Task.Delay(attempt * ConflictDelay, cancellationToken);
            }
        }
    }

    // A config that is created again after a deletion goes on counting, so that no two versions ever share a number.
    private async Task<int> LastVersionAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var response = await dynamo.QueryAsync(ListQuery.LastVersion(table, id), cancellationToken);
        return response.Items is [var last] ? int.Parse(last[ConfigItem.Version].N, CultureInfo.InvariantCulture) : 0;
    }
}
