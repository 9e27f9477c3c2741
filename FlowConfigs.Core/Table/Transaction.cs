using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace FlowConfigs.Core.Table;

/// <summary>Writes of several items, of which all happen or none.</summary>
internal sealed class Transaction(IAmazonDynamoDB dynamo, string table)
{
    /// <summary>Most items of a transaction
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).</summary>
    public const int MaxItems = 100;

    /// <summary>Most bytes of a transaction's items together; from the same page.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Parts things, in their order, into as many as fit a transaction each.</summary>
    /// <param name="things">The things.</param>
    /// <param name="items">How many items one takes, at the most.</param>
    /// <param name="bytes">How many bytes one takes, at the most.</param>
    public static IEnumerable<List<T>> Batches<T>(IEnumerable<T> things, Func<T, int> items, Func<T, int> bytes)
    {
        var (batch, count, size) = (new List<T>(), 0, 0L);
        foreach (var thing in things)
        {
            // Once each: to count bytes, a config is serialised.
            var (moreItems, moreBytes) = (items(thing), bytes(thing));
            if (batch.Count > 0 && (count + moreItems > MaxItems || size + moreBytes > MaxBytes))
            {
                yield return batch;
                (batch, count, size) = ([], 0, 0L);
            }

            batch.Add(thing);
            (count, size) = (count + moreItems, size + moreBytes);
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private const int MaxAttempts = 5;
    private static readonly TimeSpan ConflictDelay = TimeSpan.FromMilliseconds(20);

    private readonly List<TransactWriteItem> items = [];

    public int Count => items.Count;

    public int Bytes => items.Sum(item => item.Put is { } put ? Item.Size(put.Item) : 0);

    /// <summary>Whether it has something to do with the item of this key already: each item may be in it once only.</summary>
    public bool Has(Dictionary<string, AttributeValue> key) => items.Any(item =>
        (item.Put?.Item ?? item.Delete?.Key ?? item.ConditionCheck.Key) is var other
        && other[Item.Pk].S == key[Item.Pk].S && other[Item.Sk].S == key[Item.Sk].S);

    public void Put(Dictionary<string, AttributeValue> item, Expect expect) => items.Add(new()
    {
        Put = new() { TableName = table, Item = item, ConditionExpression = expect.Condition, ExpressionAttributeValues = expect.Values },
    });

    public void Delete(Dictionary<string, AttributeValue> key, Expect expect) => items.Add(new()
    {
        Delete = new() { TableName = table, Key = key, ConditionExpression = expect.Condition, ExpressionAttributeValues = expect.Values },
    });

    /// <summary>Writes nothing at this key, and nothing at all unless the condition holds.</summary>
    public void Check(Dictionary<string, AttributeValue> key, Expect expect) => items.Add(new()
    {
        ConditionCheck = new() { TableName = table, Key = key, ConditionExpression = expect.Condition, ExpressionAttributeValues = expect.Values },
    });

    /// <summary>Writes everything.</summary>
    /// <returns>False when a condition did not hold; nothing was written then.</returns>
    public async Task<bool> TryCommitAsync(CancellationToken cancellationToken)
    {
        var request = new TransactWriteItemsRequest { TransactItems = items };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await dynamo.TransactWriteItemsAsync(request, cancellationToken);
                return true;
            }
            catch (TransactionCanceledException e) when (Has(e, "ConditionalCheckFailed") || (Has(e, "TransactionConflict") && attempt == MaxAttempts))
            {
                return false;
            }
            catch (TransactionCanceledException e) when (Has(e, "TransactionConflict"))
            {
                // Another write of one of these items is under way; once it is through, the condition tells who was first.
                await Task.Delay(attempt * ConflictDelay, cancellationToken);
            }
        }
    }

    private static bool Has(TransactionCanceledException e, string code) => e.CancellationReasons.Any(reason => reason.Code == code);
}

/// <summary>A condition on the item that a write replaces.</summary>
internal sealed record Expect(string? Condition, int? AtVersion)
{
    public static readonly Expect Nothing = new($"attribute_not_exists({Item.Pk})", null);

    public static readonly Expect Something = new($"attribute_exists({Item.Pk})", null);

    public static readonly Expect Anything = new(null, null);

    /// <summary>The item has this version; 0 expects that there is no item.</summary>
    public static Expect Version(int version) => version == 0 ? Nothing : new($"{Item.Version} = :version", version);

    public Dictionary<string, AttributeValue>? Values =>
        AtVersion is { } version ? new() { [":version"] = Item.Number(version) } : null;
}
