using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Storage;

/// <summary>The queries of the store.</summary>
internal static class ListQuery
{
    /// <summary>Most summaries of a page; DynamoDB ends one at 1 MB in any case.</summary>
    public const int MaxPage = 1000;

    public static QueryRequest Of(string table, ConfigId? below, ConfigId? after, int limit)
    {
        var request = new QueryRequest
        {
            TableName = table,
            IndexName = FlowConfigsTable.ListingIndex,
            KeyConditionExpression = $"{Item.Listed} = :listed",
            ExpressionAttributeValues = new() { [":listed"] = new(ConfigItem.Listed) },
            Limit = limit,
        };
        if (below is not null)
        {
            request.KeyConditionExpression += $" AND begins_with({Item.Id}, :below)";
            request.ExpressionAttributeValues[":below"] = new(below.Value + "/");
        }

        if (after is not null)
        {
            request.ExclusiveStartKey = ConfigItem.CurrentKey(after);
            request.ExclusiveStartKey[Item.Listed] = new(ConfigItem.Listed);
            request.ExclusiveStartKey[Item.Id] = new(after.Value);
        }

        return request;
    }

    public static QueryRequest LastVersion(string table, string partition) => new()
    {
        TableName = table,
        KeyConditionExpression = $"{Item.Pk} = :pk AND begins_with({Item.Sk}, :version)",
        ExpressionAttributeValues = new()
        {
            [":pk"] = new(partition),
            [":version"] = new(Item.VersionPrefix),
        },
        ScanIndexForward = false,
        ConsistentRead = true,
        Limit = 1,
    };
}
