using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Publishing;

/// <summary>The table that CloudFormation makes is the one that all other tests use.</summary>
public sealed class TableShapeTests(TheSystem the) : IClassFixture<TheSystem>
{
    [Fact]
    public async Task The_table_has_the_keys_and_the_index_of_the_local_one()
    {
        var local = (await the.Running.Dynamo.DescribeTableAsync("flow-configs", TestContext.Current.CancellationToken)).Table;
        var deployed = Template.Data.Only("AWS::DynamoDB::GlobalTable");

        Assert.Equal(local.KeySchema.Select(key => $"{key.AttributeName} {key.KeyType}"), Keys(deployed["KeySchema"]));
        Assert.Equal(
            local.AttributeDefinitions.Select(attribute => $"{attribute.AttributeName} {attribute.AttributeType}").Order(),
            deployed["AttributeDefinitions"]!.AsArray()
                .Select(attribute => $"{attribute!["AttributeName"]} {attribute["AttributeType"]}").Order());
        var (index, same) = (Assert.Single(deployed["GlobalSecondaryIndexes"]!.AsArray())!, Assert.Single(local.GlobalSecondaryIndexes));
        Assert.Equal(same.IndexName, (string)index["IndexName"]!);
        Assert.Equal(same.KeySchema.Select(key => $"{key.AttributeName} {key.KeyType}"), Keys(index["KeySchema"]));
        Assert.Equal(same.Projection.ProjectionType.Value, (string)index["Projection"]!["ProjectionType"]!);
        Assert.Equal(same.Projection.NonKeyAttributes, Template.Texts(index["Projection"]!["NonKeyAttributes"]));
        var life = await the.Running.Dynamo.DescribeTimeToLiveAsync("flow-configs", TestContext.Current.CancellationToken);
        Assert.Equal(
            (life.TimeToLiveDescription.AttributeName, true),
            ((string)deployed["TimeToLiveSpecification"]!["AttributeName"]!, (bool)deployed["TimeToLiveSpecification"]!["Enabled"]!));
    }

    private static IEnumerable<string> Keys(JsonNode? schema) =>
        schema!.AsArray().Select(key => $"{key!["AttributeName"]} {key["KeyType"]}");
}
