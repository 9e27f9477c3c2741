using Amazon.CDK;
using Amazon.CDK.AWS.Logs;

namespace FlowConfigs.AppHost.Publish.Stacks;

/// <summary>
/// Counts what the functions for Connect log and nobody hears of otherwise, because it is an answer to the flow: an id that does not
/// exist, and an answer from memory because the table could not be read. The name of the metric is that of the log event.
/// </summary>
internal static class UnknownAndStale
{
    public const string UnknownConfig = "UnknownConfig";
    public const string UnknownList = "UnknownList";
    public const string StaleServed = "StaleServed";

    /// <summary>The metrics' namespace.</summary>
    public const string Namespace = "FlowConfigs/${Stage}";

    public static void Count(Stack stack, CfnLogGroup getConfig, CfnLogGroup isListed)
    {
        Add(stack, getConfig, UnknownConfig);
        Add(stack, getConfig, StaleServed);
        Add(stack, isListed, UnknownList);
    }

    private static void Add(Stack stack, CfnLogGroup logs, string logEvent) =>
        _ = new CfnMetricFilter(stack, $"{logEvent}Metric", new CfnMetricFilterProps
        {
            LogGroupName = logs.Ref,
            FilterPattern = $$"""{ $.event = "{{logEvent}}" }""",
            MetricTransformations = new[]
            {
                new CfnMetricFilter.MetricTransformationProperty
                {
                    MetricNamespace = Fn.Sub(Namespace),
                    MetricName = logEvent,
                    MetricValue = "1",
                    DefaultValue = 0,
                },
            },
        });
}
