using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace FlowConfigs.Core.Table;

/// <summary>Reads several items by their keys, strongly consistent.</summary>
internal static class BatchRead
{
    // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
    private const int MaxItems = 100;

    /// <summary>The items that exist, in no certain order; one call for each hundred keys.</summary>
    public static async Task<List<Dictionary<string, AttributeValue>>> AllAsync(
        IAmazonDynamoDB dynamo, string table, IEnumerable<Dictionary<string, AttributeValue>> keys, CancellationToken cancellationToken)
    {
        var found = new List<Dictionary<string, AttributeValue>>();
        foreach (var some in keys.Chunk(MaxItems))
        {
            var wanted = new Dictionary<string, KeysAndAttributes> { [table] = new() { ConsistentRead = true, Keys = [.. some] } };

            var backoff = new Backoff(TimeProvider.System);

            // DynamoDB may answer in parts: when the whole is above 16 MB, or when it is throttled.
            while (wanted.Count > 0)
            {
                var response = await dynamo.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = wanted }, cancellationToken);
                var items = response.Responses.GetValueOrDefault(table, []);
                found.AddRange(items);
                wanted = response.UnprocessedKeys ?? [];
                if (wanted.Count > 0)
                    await backoff.PauseAsync(items.Count > 0, cancellationToken);
            }
        }

        return found;
    }
}
