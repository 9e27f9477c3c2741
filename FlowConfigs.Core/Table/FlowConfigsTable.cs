using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace FlowConfigs.Core.Table;

/// <summary>The table's shape. In AWS CloudFormation makes it; here it is made for DynamoDB Local.</summary>
public static class FlowConfigsTable
{
    /// <summary>The sparse index: what is current by id, and audit entries by time, each with a summary only.</summary>
    public const string ListingIndex = "listing";

    /// <summary>The attribute by which DynamoDB deletes what has a limited life.</summary>
    public const string TimeToLiveAttribute = Item.Expires;

    /// <summary>Creates the table unless it is there, and waits until it can be used.</summary>
    /// <param name="dynamo">A client of DynamoDB Local.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task EnsureAsync(IAmazonDynamoDB dynamo, string table, CancellationToken cancellationToken)
    {
        try
        {
            await dynamo.CreateTableAsync(Definition(table), cancellationToken);
            await dynamo.UpdateTimeToLiveAsync(TimeToLive(table), cancellationToken);
        }
        catch (ResourceInUseException)
        {
            // It is there already.
        }

        while (await StatusAsync(dynamo, table, cancellationToken) != TableStatus.ACTIVE)
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
    }

    private static async Task<TableStatus> StatusAsync(IAmazonDynamoDB dynamo, string table, CancellationToken cancellationToken) =>
        (await dynamo.DescribeTableAsync(table, cancellationToken)).Table.TableStatus;

    private static CreateTableRequest Definition(string table) => new()
    {
        TableName = table,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions = [.. Text(Item.Pk, Item.Sk, Item.Listed, Item.Id)],
        KeySchema = [new(Item.Pk, KeyType.HASH), new(Item.Sk, KeyType.RANGE)],
        GlobalSecondaryIndexes =
        [
            new()
            {
                IndexName = ListingIndex,
                KeySchema = [new(Item.Listed, KeyType.HASH), new(Item.Id, KeyType.RANGE)],
                Projection = new() { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = [Item.Summary] },
            },
        ],
    };

    private static UpdateTimeToLiveRequest TimeToLive(string table) => new()
    {
        TableName = table,
        TimeToLiveSpecification = new() { AttributeName = TimeToLiveAttribute, Enabled = true },
    };

    private static IEnumerable<AttributeDefinition> Text(params IEnumerable<string> names) =>
        names.Select(name => new AttributeDefinition(name, ScalarAttributeType.S));
}
