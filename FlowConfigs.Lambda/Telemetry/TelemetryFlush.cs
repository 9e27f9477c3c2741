using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>
/// Sends what has been gathered, between two invocations: Lambda freezes the process while it waits for the next one
/// (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html), and a batch held back would be lost.
/// </summary>
internal sealed class TelemetryFlush(
    TracerProvider? traces, MeterProvider? metrics, LoggerProvider? logs, TimeProvider time, EmbeddedMetrics? embedded = null)
{
    /// <summary>The most that a flush may hold up the next invocation.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>How long a collector that did not answer is left alone; the exporters' own timers go on trying.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private DateTimeOffset restingUntil = DateTimeOffset.MinValue;

    /// <summary>Flushes all three, unless the collector is being left alone; false when some of it could not be sent in time.</summary>
    public async Task<bool> RunAsync()
    {
        embedded?.Write();
        if ((traces, metrics, logs) is (null, null, null))
            return true;
        if (time.GetUtcNow() < restingUntil)
            return true;
        // the providers only offer blocking calls
        var sent = await Task.Run(() => Flush(time.GetTimestamp()));
        if (!sent)
            restingUntil = time.GetUtcNow() + Rest;
        return sent;
    }

    private bool Flush(long start)
    {
        var sent = traces?.ForceFlush(Left(start)) ?? true;
        sent &= logs?.ForceFlush(Left(start)) ?? true;
        return sent & (metrics?.ForceFlush(Left(start)) ?? true);
    }

    private int Left(long start) => Math.Max(0, (int)(Limit - time.GetElapsedTime(start)).TotalMilliseconds);
}
