using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace FlowConfigs.Core.Table;

/// <summary>Writes of several items, of which all happen or none.</summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
/// <param name="patience">How long it is tried again while the table is busy, or others hold an item.</param>
/// <param name="holds">Whether it is of the one who holds the items, and so need not wait for their release.</param>
internal sealed class Transaction(IAmazonDynamoDB dynamo, string table, TimeSpan patience, bool holds = false)
{
    /// <summary>Most items of a transaction
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).</summary>
    public const int MaxItems = 100;

    /// <summary>Most bytes of a transaction's items together; from the same page.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const string ConditionFailed = "ConditionalCheckFailed";

    // Another write of one of the items is under way, or the table is throttled: tried again, it goes through.
    private static readonly HashSet<string> Passing =
        ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded", "RequestLimitExceeded"];

    private readonly List<Part> parts = [];

    /// <inheritdoc cref="Transaction" path="/param[@name='holds']"/>
    public bool Holds => holds;

    /// <summary>Parts things, in their order, into as many as fit a transaction each.</summary>
    /// <param name="things">The things.</param>
    /// <param name="items">How many items one takes, at the most.</param>
    /// <param name="bytes">How many bytes one takes, at the most.</param>
    public static IEnumerable<List<T>> Batches<T>(IEnumerable<T> things, Func<T, int> items, Func<T, int> bytes)
    {
        var batch = new List<T>();
        var (itemsSoFar, bytesSoFar) = (0, 0);
        foreach (var thing in things)
        {
            var (moreItems, moreBytes) = (items(thing), bytes(thing));
            if (batch.Count > 0 && (itemsSoFar + moreItems > MaxItems || bytesSoFar + moreBytes > MaxBytes))
            {
                yield return batch;
                (batch, itemsSoFar, bytesSoFar) = ([], 0, 0);
            }

            batch.Add(thing);
            (itemsSoFar, bytesSoFar) = (itemsSoFar + moreItems, bytesSoFar + moreBytes);
        }

        if (batch.Count > 0)
            yield return batch;
    }

    /// <summary>Whether it has something to do with the item of this key already: each item may be in it once only.</summary>
    public bool Has(ItemKey key) => parts.Any(part => part.Key == key);

    /// <param name="item">The item.</param>
    /// <param name="expect">What must be there now.</param>
    /// <param name="refusal">Says what to tell when it is not.</param>
    public void Put(TableItem item, Expect expect, Refusal? refusal = null) => parts.Add(new(item.Key, item.Size, expect, refusal, new()
    {
        Put = new()
        {
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            TableName = table,
            Item = item.Attributes,
            ConditionExpression = expect.Condition,
            ExpressionAttributeValues = expect.Values,
        },
    }));

    public void Delete(ItemKey key, Expect expect, Refusal? refusal = null) => parts.Add(new(key, 0, expect, refusal, new()
    {
        Delete = new()
        {
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            TableName = table,
            Key = key.Attributes,
            ConditionExpression = expect.Condition,
            ExpressionAttributeValues = expect.Values,
        },
    }));

    /// <summary>Writes nothing at this key, and nothing at all unless the condition holds.</summary>
    public void Check(ItemKey key, Expect expect, Refusal? refusal = null) => parts.Add(new(key, 0, expect, refusal, new()
    {
        ConditionCheck = new()
        {
            TableName = table,
            Key = key.Attributes,
            ConditionExpression = expect.Condition,
            ExpressionAttributeValues = expect.Values,
        },
    }));

    /// <summary>Writes everything, or says what was in the way.</summary>
    /// <exception cref="ConfigTooLargeException">It is more than one transaction takes.</exception>
    /// <exception cref="TableBusyException">The table had too much to do.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        var failed = await TryCommitAsync(cancellationToken);
        if (failed.Count > 0)
            throw await parts.First(part => part.Refusal is not null && failed.Contains(part.Key)).Refusal!(cancellationToken);
    }

    /// <summary>Writes everything.</summary>
    /// <returns>The items whose condition did not hold: nothing was written then. Empty when everything was.</returns>
    /// <exception cref="ConfigTooLargeException">It is more than one transaction takes.</exception>
    /// <exception cref="TableBusyException">The table had too much to do.</exception>
    public async Task<IReadOnlyCollection<ItemKey>> TryCommitAsync(CancellationToken cancellationToken)
    {
        RefuseTooMuch();
        var request = new TransactWriteItemsRequest { TransactItems = [.. parts.Select(part => part.Write)] };
        for (var pauses = new Pauses(patience); ; await pauses.NextAsync(cancellationToken))
        {
            try
            {
                await dynamo.TransactWriteItemsAsync(request, cancellationToken);
                return [];
            }
            catch (TransactionCanceledException e) when (e.CancellationReasons.Any(reason => reason.Code == ConditionFailed))
            {
                var failed = parts.Zip(e.CancellationReasons).Where(part => part.Second.Code == ConditionFailed)
                    .Where(part => !part.First.Expect.IsOnlyHeld(part.Second.Item)).Select(part => part.First.Key).ToList();
                if (failed.Count > 0)
                    return failed;
                // Others hold what is otherwise as expected: on to the next try.
            }
            catch (TransactionCanceledException e) when (e.CancellationReasons.Any(reason => Passing.Contains(reason.Code)))
            {
                // On to the next try.
            }
        }
    }

    private void RefuseTooMuch()
    {
        if (parts.Count > MaxItems)
            throw new InvalidOperationException($"{parts.Count} items are more than a transaction takes.");
        if (parts.Sum(part => part.Bytes) is > MaxBytes and var bytes)
        {
            throw new ConfigTooLargeException(
                $"Together they would take {bytes:N0} of the {MaxBytes:N0} bytes that can be written at once. Take fewer of them.");
        }
    }

    private sealed record Part(ItemKey Key, int Bytes, Expect Expect, Refusal? Refusal, TransactWriteItem Write);
}

/// <summary>Says why a write was refused: it reads what is there now.</summary>
internal delegate Task<Exception> Refusal(CancellationToken cancellationToken);
