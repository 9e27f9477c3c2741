using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace FlowConfigs.Publishing.Stacks;

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
            Graph("Answers of getConfig, by outcome", "Sum",
                ProductMetrics.Outcomes.Select(outcome => Own(ProductMetrics.Resolves, ProductMetrics.Outcome, outcome))),
            Graph("getConfig from event to answer: seconds, 99 of 100", "p99", Own(ProductMetrics.ResolveDuration)),
            Graph("Answers: bytes, the largest", "Maximum", Own(ProductMetrics.ResponseSize)),
            Graph("What flows asked for that does not exist", "Sum", Own(ProductMetrics.UnknownIds, ProductMetrics.Kind, "config"),
                Own(ProductMetrics.UnknownIds, ProductMetrics.Kind, "list"), Own(ProductMetrics.StaleServed)),
            Graph("Saves and conflicts", "Sum", Own(ProductMetrics.Saves), Own(ProductMetrics.Conflicts), Own(ProductMetrics.WebErrors)),
            Graph("Scenarios that are on", "Maximum", Own(ProductMetrics.ActiveScenarios)),
            Graph("Policy decisions", "Sum", Own(ProductMetrics.PolicyDecisions, "decision", "allow"),
                Own(ProductMetrics.PolicyDecisions, "decision", "deny")),
            Graph("Policy decision: seconds, 99 of 100", "p99", Own(ProductMetrics.PolicyDuration)),
            .. Microsoft365Metrics.Graphs,
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

    public static JsonObject Graph(string title, string statistic, params IEnumerable<JsonArray> metrics) => new()
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

    public static JsonArray Own(string metric, params string[] dimension) =>
        [ProductMetrics.Namespace, metric, .. dimension.Select(text => JsonValue.Create(text))];
}
