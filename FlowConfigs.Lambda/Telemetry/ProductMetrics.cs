using System.Diagnostics.Metrics;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>How getConfig has answered.</summary>
public enum ResolveOutcome
{
    /// <summary>With a config as the table has it.</summary>
    Found,

    /// <summary>With a config from memory, because the table did not answer.</summary>
    Stale,

    /// <summary>That there is no such config.</summary>
    Unknown,

    /// <summary>Not at all: the flow takes its Error branch.</summary>
    Failed,
}

/// <summary>
/// The product's own measurements, under the same names in a collector, in CloudWatch and on the local dashboard. While telemetry is
/// off, nothing listens, and a measurement costs nothing.
/// </summary>
/// <remarks>Units are UCUM's: https://opentelemetry.io/docs/specs/semconv/general/metrics/#instrument-units</remarks>
public static class ProductMetrics
{
    private static readonly Meter Meter = FlowConfigsTelemetry.Meter;

    // Around the 20 ms from which a second read is sent, and the 2 s at which a read is given up.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    };

    // Up to the 32 KB that Connect takes.
    private static readonly InstrumentAdvice<long> Bytes = new()
    {
        HistogramBucketBoundaries = [256, 512, 1024, 2048, 4096, 8192, 16_384, 26_214, 32_768],
    };

    private static readonly Counter<long> Resolves =
        Meter.CreateCounter<long>("flowconfigs.resolves", "{resolve}", "Answers of getConfig, by outcome");

    private static readonly Histogram<double> ResolveDuration =
        Meter.CreateHistogram("flowconfigs.resolve.duration", "s", "From the event to the answer, by outcome", null, Seconds);

    private static readonly Histogram<long> ResponseSize =
        Meter.CreateHistogram("flowconfigs.response.size", "By", "Bytes of getConfig's answers, by outcome", null, Bytes);

    private static readonly Counter<long> StaleServed =
        Meter.CreateCounter<long>("flowconfigs.stale_served", "{answer}", "Answers from memory, because the table did not answer");

    private static readonly Counter<long> UnknownIds =
        Meter.CreateCounter<long>("flowconfigs.unknown_ids", "{answer}", "Flows that asked for what does not exist, by kind");

    private static readonly Counter<long> Saves = Meter.CreateCounter<long>("flowconfigs.saves", "{save}", "Saved versions, by kind");

    private static readonly Counter<long> Conflicts =
        Meter.CreateCounter<long>("flowconfigs.conflicts", "{conflict}", "Saves that were refused because someone else saved first");

    private static readonly Counter<long> PolicyDecisions =
        Meter.CreateCounter<long>("flowconfigs.policy.decisions", "{decision}", "Questions to Verified Permissions, by decision");

    private static readonly Histogram<double> PolicyDuration =
        Meter.CreateHistogram("flowconfigs.policy.duration", "s", "One call of Verified Permissions", null, Seconds);

    private static readonly Gauge<long> ActiveScenarios =
        Meter.CreateGauge<long>("flowconfigs.scenarios.active", "{scenario}", "Scenarios that are on, as they were last listed");

    private static readonly Counter<long> WebErrors =
        Meter.CreateCounter<long>("flowconfigs.web_errors", "{error}", "Errors that the web app reported");

    /// <summary>getConfig has answered, or failed.</summary>
    /// <param name="outcome">How.</param>
    /// <param name="took">From the event to the answer.</param>
    /// <param name="bytes">Size of the answer; 0 where there is none.</param>
    public static void Resolved(ResolveOutcome outcome, TimeSpan took, int bytes)
    {
        if (!Resolves.Enabled)
            return;
        var tag = Tag("outcome", NameOf(outcome));
        Resolves.Add(1, tag);
        ResolveDuration.Record(took.TotalSeconds, tag);
        if (bytes > 0)
            ResponseSize.Record(bytes, tag);
        if (outcome == ResolveOutcome.Stale)
            StaleServed.Add(1);
        if (outcome == ResolveOutcome.Unknown)
            AskedForUnknown("config");
    }

    /// <summary>A flow has asked for what does not exist.</summary>
    /// <param name="kind">config or list.</param>
    public static void AskedForUnknown(string kind) => UnknownIds.Add(1, Tag("kind", kind));

    /// <summary>Something was saved.</summary>
    /// <param name="kind">config, scenario, list and so on: the kind of what was saved.</param>
    public static void Saved(string kind) => Saves.Add(1, Tag("kind", kind));

    /// <summary>A save was refused, because another user saved first.</summary>
    public static void Conflicted() => Conflicts.Add(1);

    /// <summary>Verified Permissions has answered.</summary>
    /// <param name="allowed">Questions with yes for an answer.</param>
    /// <param name="denied">Questions with no.</param>
    /// <param name="took">The call.</param>
    public static void Decided(int allowed, int denied, TimeSpan took)
    {
        if (allowed > 0)
            PolicyDecisions.Add(allowed, Tag("decision", "allow"));
        if (denied > 0)
            PolicyDecisions.Add(denied, Tag("decision", "deny"));
        PolicyDuration.Record(took.TotalSeconds);
    }

    /// <summary>Scenarios have been listed.</summary>
    /// <param name="active">How many are on.</param>
    public static void ListedScenarios(int active) => ActiveScenarios.Record(active);

    /// <summary>The web app has reported an error.</summary>
    public static void WebFailed() => WebErrors.Add(1);

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static string NameOf(ResolveOutcome outcome) => outcome switch
    {
        ResolveOutcome.Found => "found",
        ResolveOutcome.Stale => "stale",
        ResolveOutcome.Unknown => "unknown",
        _ => "failed",
    };
}
