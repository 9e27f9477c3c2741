using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace FlowConfigs.Core.Table;

/// <summary>Reads the texts that things are stored as, strongly consistent.</summary>
public interface IBodyReader
{
    /// <summary>Reads what is current in partitions of the table.</summary>
    /// <param name="partitions">Their keys, such as CONFIG#BasicQueue; at most 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Bodies by partition; what does not exist is left out.</returns>
    Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyList<string> partitions, CancellationToken cancellationToken);
}

/// <summary>The table in DynamoDB, as everything else reads and writes it.</summary>
/// <param name="dynamo">The client; its time limits and retries hold for each call.</param>
/// <param name="name">The table's name.</param>
public sealed class DynamoTable(IAmazonDynamoDB dynamo, string name) : IBodyReader
{
    /// <summary>Most keys of one read of several
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html).</summary>
    internal const int MaxBatch = 100;

    /// <summary>How long a call is made again while the table is busy with others.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        IReadOnlyList<string> partitions, CancellationToken cancellationToken) =>
        (await GetManyAsync(partitions.Select(partition => new ItemKey(partition, Item.Current)), cancellationToken))
            .ToDictionary(item => item[Item.Pk], item => item[Item.Body]);

    internal async Task<TableItem?> GetAsync(ItemKey key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = name, Key = key.Attributes, ConsistentRead = true };
        var response = await dynamo.GetItemAsync(request, cancellationToken);
        return response.Item is { Count: > 0 } item ? new(item) : null;
    }

    /// <summary>The items that exist, in no certain order; one call for each hundred keys.</summary>
    internal async Task<List<TableItem>> GetManyAsync(IEnumerable<ItemKey> keys, CancellationToken cancellationToken)
    {
        var found = new List<TableItem>();
        foreach (var some in keys.Chunk(MaxBatch))
        {
            var all = new KeysAndAttributes { ConsistentRead = true, Keys = [.. some.Select(key => key.Attributes)] };
            var wanted = new Dictionary<string, KeysAndAttributes> { [name] = all };
            var pause = new Pauses(Patience);

            // DynamoDB may answer in parts: when the whole is above 16 MB, or when it is throttled.
            while (true)
            {
                var response = await dynamo.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = wanted }, cancellationToken);
                var items = response.Responses?.GetValueOrDefault(name, []) ?? [];
                found.AddRange(items.Select(item => new TableItem(item)));
                wanted = response.UnprocessedKeys;
                if (wanted is not { Count: > 0 })
                    break;
                if (items.Count == 0)
                    await pause.NextAsync(cancellationToken);
            }
        }

        return found;
    }

    /// <summary>Reads a page of items.</summary>
    internal async Task<(IReadOnlyList<TableItem> Items, bool More)> PageAsync(ItemQuery query, CancellationToken cancellationToken)
    {
        var response = await dynamo.QueryAsync(query.ToRequest(name), cancellationToken);
        return ([.. (response.Items ?? []).Select(item => new TableItem(item))], response.LastEvaluatedKey is { Count: > 0 });
    }

    /// <summary>Reads all items, or as many as the caller takes, a page at a time.</summary>
    internal async IAsyncEnumerable<TableItem> AllAsync(ItemQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = query.ToRequest(name);
        do
        {
            var response = await dynamo.QueryAsync(request, cancellationToken);
            foreach (var item in response.Items ?? [])
                yield return new(item);
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    /// <summary>Counts the items of a page, without reading them.</summary>
    internal async Task<(int Count, bool More)> CountAsync(ItemQuery query, CancellationToken cancellationToken)
    {
        var request = query.ToRequest(name);
        request.Select = Select.COUNT;
        var response = await dynamo.QueryAsync(request, cancellationToken);
        return (response.Count ?? 0, response.LastEvaluatedKey is { Count: > 0 });
    }

    /// <summary>Writes an item, unless there is one with its key.</summary>
    /// <returns>Whether it was written.</returns>
    internal async Task<bool> PutNewAsync(TableItem item, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest
        {
            TableName = name,
            Item = item.Attributes,
            ConditionExpression = $"attribute_not_exists({Item.Pk})",
        };
        try
        {
            await dynamo.PutItemAsync(request, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    /// <summary>
    /// Keeps all others from writing to an item until an instant: their saves wait. It is no lock: the instant passes, and the holder
    /// still writes on the condition that the item is as the holder read it. Nothing is created where there is no item.
    /// </summary>
    internal async Task HoldAsync(ItemKey key, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var held = new AttributeValue { N = until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) };
        await UpdateAsync(key, $"SET {Item.Held} = :until", new() { [":until"] = held }, cancellationToken);
    }

    /// <summary>Ends a hold, so that others need not wait for its end. Where that fails, the hold still ends by itself.</summary>
    internal async Task TryReleaseAsync(ItemKey key)
    {
        try
        {
            await UpdateAsync(key, $"REMOVE {Item.Held}", null, CancellationToken.None);
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException or TableBusyException)
        {
            // What was to be written is written or refused already.
        }
    }

    /// <param name="holds">Whether the one who writes holds the items.</param>
    internal Transaction NewTransaction(bool holds = false) => new(dynamo, name, Patience, holds);

    private async Task UpdateAsync(
        ItemKey key, string update, Dictionary<string, AttributeValue>? values, CancellationToken cancellationToken)
    {
        var request = new UpdateItemRequest
        {
            TableName = name,
            Key = key.Attributes,
            UpdateExpression = update,
            ExpressionAttributeValues = values,
            ConditionExpression = Expect.Something.Condition,
        };
        for (var pause = new Pauses(Patience); ; await pause.NextAsync(cancellationToken))
        {
            try
            {
                await dynamo.UpdateItemAsync(request, cancellationToken);
                return;
            }
            catch (ConditionalCheckFailedException)
            {
                return;
            }
            catch (TransactionConflictException)
            {
                // A transaction is writing the item: on to the next try.
            }
        }
    }
}
