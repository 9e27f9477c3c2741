using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowConfigs.ConnectHandler;

namespace FlowConfigs.Tests.ConnectHandler;

/// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html</summary>
public sealed class BatchGetItemTests
{
    private readonly Dictionary<string, string> bodies = [];

    [Fact]
    public void The_current_items_are_asked_for_strongly_consistent() => Assert.Equal(
        """
        {"RequestItems":{"flow-configs":{"ConsistentRead":true,"ProjectionExpression":"pk, body","Keys":[
        {"pk":{"S":"CONFIG#a/b"},"sk":{"S":"CURRENT"}},{"pk":{"S":"CONFIG#a"},"sk":{"S":"CURRENT"}}]}}}
        """.ReplaceLineEndings(""),
        Encoding.UTF8.GetString(BatchGetItem.Request("flow-configs", ["CONFIG#a/b", "CONFIG#a"])));

    [Fact]
    public void Bodies_are_read_by_partition_whatever_else_stands_there()
    {
        var missing = Read(
            """
            { "ConsumedCapacity": [{ "TableName": "t" }], "Responses": { "t": [
              { "version": { "N": "1" }, "body": { "S": "{\"a\":\"ä\\n\"}" }, "pk": { "S": "CONFIG#a" } },
              { "pk": { "S": "CONFIG#b" }, "body": { "S": "" }, "tags": { "L": [{ "S": "x" }] } } ] }, "UnprocessedKeys": {} }
            """);
        Assert.Null(missing);
        Assert.Equal(new Dictionary<string, string> { ["CONFIG#a"] = "{\"a\":\"ä\\n\"}", ["CONFIG#b"] = "" }, bodies);
    }

    [Fact]
    public void What_DynamoDB_has_left_for_later_is_the_next_request()
    {
        const string Left = """{"t":{"Keys":[{"pk":{"S":"CONFIG#b"},"sk":{"S":"CURRENT"}}],"ConsistentRead":true}}""";
        var missing = Read($$"""{ "UnprocessedKeys" : {{Left}} , "Responses": { "t": [{ "pk": { "S": "CONFIG#a" }, "body": { "S": "{}" } }] } }""");
        Assert.Equal($$"""{"RequestItems":{{Left}}}""", JsonNode.Parse(missing!)!.ToJsonString());
        Assert.Equal(["CONFIG#a"], bodies.Keys);
    }

    [Theory]
    [InlineData("<html>A proxy's log-in page</html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{ "Responses": { "t": [{ "pk": { "S": "CONFIG#a" } }] } }""")]
    [InlineData("""{ "Responses": { "t": [{ "pk": { "N": 1 }, "body": { "S": "{}" } }] } }""")]
    [InlineData("""{ "Responses": { "t": [{ "pk": { "S": "CONFIG#a" }, "body": { "S": "{}" }""")]
    public void Something_else_is_refused(string answer) => Assert.ThrowsAny<JsonException>(() => Read(answer));

    private byte[]? Read(string answer) => BatchGetItem.Read(Encoding.UTF8.GetBytes(answer), bodies);
}
