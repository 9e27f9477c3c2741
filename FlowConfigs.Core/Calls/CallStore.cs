using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Calls;

/// <summary>
/// Calls in the DynamoDB table: an item for each contact, so that a function that is invoked again for the same contact adds none; and in
/// the index by time, which follows within moments. The table deletes them when their time is over.
/// </summary>
/// <param name="dynamo">The client; its time limits and retries hold for each call.</param>
/// <param name="table">The table's name.</param>
/// <param name="time">The clock.</param>
public sealed class CallStore(IAmazonDynamoDB dynamo, string table, TimeProvider time)
{
    /// <summary>Most calls of a page.</summary>
    public const int MaxPage = 100;

    private const string Prefix = "CALL#";
    private const string Listed = "CALL";

    /// <summary>Keeps a call, unless its contact has one already: then that stays as it is.</summary>
    /// <returns>Whether it is a new one.</returns>
    public async Task<bool> KeepAsync(Call call, CancellationToken cancellationToken)
    {
        var item = new Dictionary<string, AttributeValue>(Item.Key(Prefix + call.ContactId, Item.Current))
        {
            [Item.Listed] = new(Listed),
            [Item.Id] = new(string.Create(CultureInfo.InvariantCulture, $"{call.At.UtcDateTime:O}#{call.ContactId}")),
            [Item.Summary] = new(JsonSerializer.Serialize(call, CoreJson.Relaxed.Call)),
            [Item.Expires] = new() { N = call.Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
        };
        var request = new PutItemRequest { TableName = table, Item = item, ConditionExpression = $"attribute_not_exists({Item.Pk})" };
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

    /// <summary>Lists calls, the newest first.</summary>
    /// <param name="before">Where the page before ended (<see cref="CallPage.Next"/>); null begins with the newest.</param>
    /// <param name="limit">Most calls, 1–<see cref="MaxPage"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<CallPage> ListAsync(TimeCursor? before, int limit, CancellationToken cancellationToken)
    {
        var response = await dynamo.QueryAsync(Query(before, limit), cancellationToken);
        var now = time.GetUtcNow();
        // What has ended may still be there for days; it is older than all that has not, unless the setting was changed in between.
        var calls = response.Items.Select(item => JsonSerializer.Deserialize(item[Item.Summary].S, CoreJson.Default.Call)!)
            .Where(call => call.Expires > now).ToList();
        return new(calls, response.LastEvaluatedKey is { Count: > 0 } && calls.Count > 0 ? response.Items[^1][Item.Id].S : null);
    }

    private QueryRequest Query(TimeCursor? before, int limit) => new()
    {
        TableName = table,
        IndexName = FlowConfigsTable.ListingIndex,
        KeyConditionExpression = $"{Item.Listed} = :listed AND {Item.Id} < :before",
        ExpressionAttributeValues = new() { [":listed"] = new(Listed), [":before"] = new(before?.Text ?? "9999") },
        ScanIndexForward = false,
        Limit = limit,
    };
}

/// <summary>A page of calls.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="Next">Pass it as <c>before</c> for the next page; null on the last.</param>
public sealed record CallPage(IReadOnlyList<Call> Items, string? Next);
