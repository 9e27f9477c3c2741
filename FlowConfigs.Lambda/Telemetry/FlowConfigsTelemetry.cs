using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>The source of our own spans and the meter of our own measurements.</summary>
public static class FlowConfigsTelemetry
{
    /// <summary>The name of both, which any part may use without a reference to this library.</summary>
    public const string Name = "FlowConfigs";

    /// <summary>Starts our spans.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Creates our counters and histograms.</summary>
    public static Meter Meter { get; } = new(Name);
}
