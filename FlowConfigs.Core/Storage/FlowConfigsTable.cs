using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace FlowConfigs.Core.Storage;

/// <summary>The table's shape. In AWS CloudFormation makes it; here it is made for DynamoDB Local.</summary>
public static class FlowConfigsTable
{
    /// <summary>The sparse index that lists current configs by id, with their summaries only.</summary>
    public const string ListingIndex = "listing";

    /// <summary>Creates the table unless it is there, and waits until it can be used.</summary>
    /// <param name="dynamo">A client of DynamoDB Local.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task EnsureAsync(IAmazonDynamoDB dynamo, string table, CancellationToken cancellationToken)
    {
        try
        {
            await dynamo.CreateTableAsync(Definition(table), cancellationToken);
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
        AttributeDefinitions = [.. Text(ConfigItem.Pk, ConfigItem.Sk, ConfigItem.Listed, ConfigItem.Id)],
        KeySchema = [new(ConfigItem.Pk, KeyType.HASH), new(ConfigItem.Sk, KeyType.RANGE)],
        GlobalSecondaryIndexes =
        [
            new()
            {
                IndexName = ListingIndex,
                KeySchema = [new(ConfigItem.Listed, KeyType.HASH), new(ConfigItem.Id, KeyType.RANGE)],
                Projection = new() { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = [ConfigItem.Summary] },
            },
        ],
    };

    private static IEnumerable<AttributeDefinition> Text(params IEnumerable<string> names) =>
        names.Select(name => new AttributeDefinition(name, ScalarAttributeType.S));
}
