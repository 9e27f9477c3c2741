using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace FlowConfigs.AppHost.Publish.Stacks;

/// <summary>
/// One page of graphs for each Region.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
/// </summary>
internal static class Dashboard
{
    public const string Name = "flow-configs-${Stage}-${AWS::Region}";

    private const int Width = 12;
    private const int Height = 6;

    public static void In(Stack stack)
    {
        JsonObject[] graphs =
        [
            Graph("getConfig", "Sum", Calls("get-config")),
            Graph("getConfig: milliseconds, 99 of 100", "p99", Function("get-config", "Duration")),
            Graph("isListed", "Sum", Calls("is-listed")),
            Graph("isListed: milliseconds, 99 of 100", "p99", Function("is-listed", "Duration")),
            Graph("What flows were answered", "Sum", Answer(UnknownAndStale.UnknownConfig), Answer(UnknownAndStale.UnknownList),
                Answer(UnknownAndStale.StaleServed)),
            Graph("API", "Sum", Api("Count"), Api("4XXError"), Api("5XXError")),
            Graph("API: milliseconds, 99 of 100", "p99", Api("Latency")),
            Graph("Table", "Sum", Table("ConsumedReadCapacityUnits"), Table("ConsumedWriteCapacityUnits"), Table("ReadThrottleEvents"),
                Table("WriteThrottleEvents")),
        ];
        var body = new JsonObject { ["widgets"] = new JsonArray([.. graphs.Select(Placed)]) };
        _ = new CfnDashboard(stack, "Dashboard", new CfnDashboardProps
        {
            DashboardName = Fn.Sub(Name),
            DashboardBody = Fn.Sub(body.ToJsonString(JsonSerializerOptions.Default)),
        });
    }

    private static JsonObject Placed(JsonObject graph, int index)
    {
        graph["x"] = index % 2 * Width;
        graph["y"] = index / 2 * Height;
        graph["width"] = Width;
        graph["height"] = Height;
        return graph;
    }

    private static JsonObject Graph(string title, string statistic, params IEnumerable<JsonArray> metrics) => new()
    {
        ["type"] = "metric",
        ["properties"] = new JsonObject
        {
            ["title"] = title,
            ["region"] = "${AWS::Region}",
            ["stat"] = statistic,
            ["period"] = 60,
            ["view"] = "timeSeries",
            ["metrics"] = new JsonArray([.. metrics]),
        },
    };

    private static JsonArray[] Calls(string function) =>
        [Function(function, "Invocations"), Function(function, "Errors"), Function(function, "Throttles")];

    private static JsonArray Function(string name, string metric) =>
        ["AWS/Lambda", metric, "FunctionName", $"flow-configs-${{Stage}}-{name}"];

    private static JsonArray Api(string metric) =>
        ["AWS/ApiGateway", metric, "ApiName", "flow-configs-${Stage}", "Stage", RestApiStage.Name];

    private static JsonArray Table(string metric) => ["AWS/DynamoDB", metric, "TableName", "flow-configs-${Stage}"];

    private static JsonArray Answer(string metric) => [UnknownAndStale.Namespace, metric];
}
