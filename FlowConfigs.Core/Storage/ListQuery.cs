using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Storage;

/// <summary>The queries of the store.</summary>
internal static class ListQuery
{
    public static QueryRequest Of(string table, ConfigId? below, ConfigId? after, int limit)
    {
        var request = new QueryRequest
        {
            TableName = table,
            IndexName = FlowConfigsTable.ListingIndex,
            KeyConditionExpression = $"{ConfigItem.Listed} = :listed",
            ExpressionAttributeValues = new() { [":listed"] = new(ConfigItem.ListedConfig) },
            Limit = limit,
        };
        if (below is not null)
        {
            request.KeyConditionExpression += $" AND begins_with({ConfigItem.Id}, :below)";
            request.ExpressionAttributeValues[":below"] = new(below.Value + "/");
        }

        if (after is not null)
        {
            request.ExclusiveStartKey = ConfigItem.CurrentKey(after);
            request.ExclusiveStartKey[ConfigItem.Listed] = new(ConfigItem.ListedConfig);
            request.ExclusiveStartKey[ConfigItem.Id] = new(after.Value);
        }

        return request;
    }

    public static QueryRequest LastVersion(string table, ConfigId id) => new()
    {
        TableName = table,
        KeyConditionExpression = $"{ConfigItem.Pk} = :pk AND begins_with({ConfigItem.Sk}, :version)",
        ExpressionAttributeValues = new()
        {
            [":pk"] = new(ConfigItem.Partition(id)),
            [":version"] = new(ConfigItem.VersionPrefix),
        },
        ScanIndexForward = false,
        ConsistentRead = true,
        Limit = 1,
    };
}
