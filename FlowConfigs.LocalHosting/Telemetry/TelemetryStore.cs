using FlowConfigs.LocalHosting.Running;

namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>
/// The telemetry of all resources, in memory and within <see cref="TelemetryLimits"/>. It belongs to the AppHost, so a resource that
/// starts again loses nothing.
/// </summary>
internal sealed class TelemetryStore
{
    public LogStore Logs { get; init; } = new();

    public TraceStore Traces { get; init; } = new();

    public MetricStore Metrics { get; init; } = new();

    /// <summary>Raised when something has come in or has been cleared.</summary>
    public Broadcast Changed { get; } = new();

    /// <summary>How often each has changed, so that a page asks anew only for what it shows.</summary>
    public TelemetryVersions Versions { get; private set; } = new(0, 0, 0);

    public void Add(IReadOnlyList<LogLine> lines)
    {
        Logs.Add(lines);
        Change(versions => versions with { Logs = versions.Logs + 1 });
    }

    public void Add(IReadOnlyList<Span> spans)
    {
        Traces.Add(spans);
        Change(versions => versions with { Traces = versions.Traces + 1 });
    }

    public void Add(IReadOnlyList<Measurement> measurements)
    {
        Metrics.Add(measurements);
        Change(versions => versions with { Metrics = versions.Metrics + 1 });
    }

    public void ClearLogs()
    {
        Logs.Clear();
        Change(versions => versions with { Logs = versions.Logs + 1 });
    }

    public void ClearTraces()
    {
        Traces.Clear();
        Change(versions => versions with { Traces = versions.Traces + 1 });
    }

    public void ClearMetrics()
    {
        Metrics.Clear();
        Change(versions => versions with { Metrics = versions.Metrics + 1 });
    }

    private void Change(Func<TelemetryVersions, TelemetryVersions> change)
    {
        lock (Changed)
            Versions = change(Versions);
        Changed.Raise();
    }
}

/// <summary>How often logs, traces and metrics have changed since the AppHost started.</summary>
internal sealed record TelemetryVersions(long Logs, long Traces, long Metrics);
