using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Table;

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

    public static QueryRequest LastVersion(string table, string partition)
    {
        var request = Beside(table, partition, Item.VersionPrefix);
        (request.ScanIndexForward, request.Limit) = (false, 1);
        return request;
    }

    public static QueryRequest Aliases(string table, ConfigId target) => Beside(table, ConfigItem.Partition(target), AliasItem.LinkPrefix);

    private static QueryRequest Beside(string table, string partition, string prefix) => new()
    {
        TableName = table,
        KeyConditionExpression = $"{Item.Pk} = :pk AND begins_with({Item.Sk}, :prefix)",
        ExpressionAttributeValues = new() { [":pk"] = new(partition), [":prefix"] = new(prefix) },
        ConsistentRead = true,
    };
}
