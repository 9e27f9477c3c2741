namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// The functions' own metrics, as they write them in CloudWatch's embedded metric format
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html): with a collector
/// and without it, under the names that a collector gets too.
/// </summary>
internal static class ProductMetrics
{
    public const string Namespace = "FlowConfigs/${Stage}";

    /// <summary>The variable that tells a function the namespace.</summary>
    public const string Variable = "FLOWCONFIGS_METRICS_NAMESPACE";

    public const string Resolves = "flowconfigs.resolves";
    public const string ResolveDuration = "flowconfigs.resolve.duration";
    public const string ResponseSize = "flowconfigs.response.size";
    public const string StaleServed = "flowconfigs.stale_served";
    public const string UnknownIds = "flowconfigs.unknown_ids";
    public const string Saves = "flowconfigs.saves";
    public const string Conflicts = "flowconfigs.conflicts";
    public const string PolicyDecisions = "flowconfigs.policy.decisions";
    public const string PolicyDuration = "flowconfigs.policy.duration";
    public const string ActiveScenarios = "flowconfigs.scenarios.active";
    public const string WebErrors = "flowconfigs.web_errors";

    /// <summary>The attribute of <see cref="Resolves"/>, and its values.</summary>
    public const string Outcome = "outcome";

    public static readonly string[] Outcomes = ["found", "stale", "unknown", "failed"];

    /// <summary>The attribute of <see cref="UnknownIds"/> and <see cref="Saves"/>.</summary>
    public const string Kind = "kind";
}
