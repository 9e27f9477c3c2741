using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.SNS;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>The alarms. Each says to the topic when it begins and when it ends.</summary>
internal sealed class Alarms(Stack stack, CfnTopic topic)
{
    private const int Minute = 60;

    // Of fewer, the slowest alone would be "one in a hundred".
    private const int EnoughForPercentiles = 100;

    // Connect waits 3 s unless the flow says otherwise, and the caller hears silence meanwhile.
    private const int SlowForCallers = 1500;
    private const int SlowForEditors = 3000;
    private const int LateReplication = 10_000;
    private const int ManyUnknown = 10;
    private const int ManyConflicts = 20;

    /// <param name="name">The function's own part of its name.</param>
    /// <param name="condition">While it does not hold, there is no such function.</param>
    public void AddFunction(string name, CfnCondition? condition = null)
    {
        var function = Dimension("FunctionName", $"flow-configs-${{Stage}}-{name}");
        Add($"{name}-errors", "The function fails: its log group says why", "AWS/Lambda", "Errors", function, threshold: 1)
            .CfnOptions.Condition = condition;
        Add($"{name}-throttles", "Lambda turns invocations away: raise the reserved concurrency, or the account's quota", "AWS/Lambda",
            "Throttles", function, threshold: 1).CfnOptions.Condition = condition;
        // No user waits for the functions that a schedule invokes.
        if (name is "refresh-calendar" or "deliver-mail")
            return;
        AddAbove($"{name}-p99", "One invocation in a hundred is slow: look at the traces", EnoughForPercentiles,
            name == "api" ? SlowForEditors : SlowForCallers, ("AWS/Lambda", "Duration", "p99"), "Invocations", function)
            .CfnOptions.Condition = condition;
    }

    /// <summary>Without this function, no user can sign in.</summary>
    public void AddPreToken()
    {
        var function = Dimension("FunctionName", "flow-configs-${Stage}-pre-token");
        Add("pre-token-errors", "Nobody can sign in: the user pool's trigger fails, and its log group says why", "AWS/Lambda", "Errors",
            function, threshold: 1);
        Add("pre-token-throttles", "People cannot sign in: Lambda turns the user pool's trigger away", "AWS/Lambda", "Throttles", function,
            threshold: 1);
    }

    public void AddApi()
    {
        CfnAlarm.DimensionProperty[] api =
            [.. Dimension("ApiName", "flow-configs-${Stage}"), .. Dimension("Stage", RestApiStage.Name)];
        Add("api-5xx", "The API answers 5xx: its log group says why", "AWS/ApiGateway", "5XXError", api, threshold: 1);
        Add("dead-letters", "An asynchronous invocation was given up: look into the queue", "AWS/SQS", "ApproximateNumberOfMessagesVisible",
            Dimension("QueueName", "flow-configs-${Stage}-dead-letters"), threshold: 1, statistic: "Maximum");
    }

    public void AddTable(CfnCondition twoRegions, CfnCondition isPrimary)
    {
        var table = Dimension("TableName", "flow-configs-${Stage}");
        Add("table-read-throttles", "DynamoDB turns reads away: one config is read too often, or the table's limit is reached",
            "AWS/DynamoDB", "ReadThrottleEvents", table, threshold: 1);
        Add("table-write-throttles", "DynamoDB turns writes away: wait with an import, or raise the table's limit",
            "AWS/DynamoDB", "WriteThrottleEvents", table, threshold: 1);

        var late = Add("table-replication", "The other Region gets changes more than 10 s late", "AWS/DynamoDB", "ReplicationLatency",
            table, LateReplication, statistic: "Average", minutes: 5);
        late.CfnOptions.Condition = twoRegions;
        late.AddPropertyOverride("Dimensions", new object[]
        {
            new Dictionary<string, object> { ["Name"] = "TableName", ["Value"] = RawSub("flow-configs-${Stage}") },
            new Dictionary<string, object>
            {
                ["Name"] = "ReceivingRegion",
                ["Value"] = If(isPrimary, Ref("SecondaryRegion"), Ref("PrimaryRegion")),
            },
        });
    }

    /// <summary>Of what the functions count themselves.</summary>
    public void AddAnswers()
    {
        Add("stale-served", "Flows got configs from memory because the table could not be read", ProductMetrics.Namespace,
            ProductMetrics.StaleServed, [], threshold: 1);
        Add("unknown-config", "Flows ask for configs that do not exist: a saved query says which", ProductMetrics.Namespace,
            ProductMetrics.UnknownIds, Dimension(ProductMetrics.Kind, "config"), ManyUnknown, minutes: 5);
        Add("unknown-list", "Flows ask for lists that do not exist: a saved query says which", ProductMetrics.Namespace,
            ProductMetrics.UnknownIds, Dimension(ProductMetrics.Kind, "list"), ManyUnknown, minutes: 5);
        Add("conflicts", "Many saves are refused because someone else saved first: is a script writing over people?",
            ProductMetrics.Namespace, ProductMetrics.Conflicts, [], ManyConflicts, minutes: 5);
    }

    /// <summary>Of what functions count themselves that are there only while a condition holds.</summary>
    public CfnAlarm AddOwn(
        string name, string description, string metric, double threshold, CfnCondition condition, string statistic = "Sum", int minutes = 1)
    {
        var alarm = Add(name, description, ProductMetrics.Namespace, metric, [], threshold, statistic, minutes);
        alarm.CfnOptions.Condition = condition;
        return alarm;
    }

    public static CfnAlarm.DimensionProperty[] Dimension(string name, string value) =>
        [new CfnAlarm.DimensionProperty { Name = name, Value = Text(value) }];

    public static string Text(string text) => text.Contains("${", StringComparison.Ordinal) ? Fn.Sub(text) : text;

    /// <summary>
    /// An alarm on one metric that looks at it only while another, of the same dimensions, is above a floor.
    /// </summary>
    public CfnAlarm AddAbove(
        string name, string description, double floor, double threshold, (string Namespace, string Metric, string Statistic) watched,
        string traffic, CfnAlarm.DimensionProperty[] dimensions) => AddQuery(name, description, threshold,
    [
        Query("watched", watched.Namespace, watched.Metric, watched.Statistic, dimensions),
        Query("traffic", watched.Namespace, traffic, "Sum", dimensions),
        new CfnAlarm.MetricDataQueryProperty { Id = "above", Expression = $"IF(traffic >= {floor}, watched, 0)", ReturnData = true },
    ]);

    /// <summary>An alarm on what CloudWatch works out of other metrics.</summary>
    public CfnAlarm AddQuery(string name, string description, double threshold, CfnAlarm.MetricDataQueryProperty[] queries)
    {
        var props = Common(name, description, threshold);
        props.Metrics = queries;
        return new CfnAlarm(stack, Id(name), props);
    }

    private static CfnAlarm.MetricDataQueryProperty Query(
        string id, string metricNamespace, string metric, string statistic, CfnAlarm.DimensionProperty[] dimensions) => new()
        {
            Id = id,
            ReturnData = false,
            MetricStat = new CfnAlarm.MetricStatProperty
            {
                Metric = new CfnAlarm.MetricProperty { Namespace = metricNamespace, MetricName = metric, Dimensions = dimensions },
                Period = 5 * Minute,
                Stat = statistic,
            },
        };

    /// <summary>An alarm on a metric.</summary>
    public CfnAlarm Add(
        string name, string description, string metricNamespace, string metric, CfnAlarm.DimensionProperty[] dimensions,
        double threshold, string statistic = "Sum", int minutes = 1)
    {
        var props = Common(name, description, threshold);
        props.Namespace = Text(metricNamespace);
        props.MetricName = metric;
        props.Dimensions = dimensions.Length > 0 ? dimensions : null;
        props.Statistic = statistic;
        props.Period = minutes * Minute;
        return new CfnAlarm(stack, Id(name), props);
    }

    private static string Id(string name) =>
        string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Alarm";

    private CfnAlarmProps Common(string name, string description, double threshold) => new()
    {
        AlarmName = Fn.Sub($"flow-configs-${{Stage}}-{name}"),
        AlarmDescription = description,
        // Two of three: one bad minute is no reason to wake an operator.
        EvaluationPeriods = 3,
        DatapointsToAlarm = 2,
        Threshold = threshold,
        ComparisonOperator = "GreaterThanOrEqualToThreshold",
        TreatMissingData = "notBreaching",
        AlarmActions = [topic.Ref],
        OkActions = [topic.Ref],
    };
}
