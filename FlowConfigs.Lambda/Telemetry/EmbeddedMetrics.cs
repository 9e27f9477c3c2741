using System.Diagnostics.Metrics;
using System.Text;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>
/// Writes our measurements to standard output in CloudWatch's embedded metric format, after each invocation: CloudWatch makes metrics of
/// such lines, so that dashboards and alarms need neither a collector nor a call.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
/// </summary>
internal sealed class EmbeddedMetrics : IDisposable
{
    /// <summary>CloudWatch's namespace for them. Nothing is written where it is not set.</summary>
    public const string NamespaceVariable = "FLOWCONFIGS_METRICS_NAMESPACE";

    private readonly string metricsNamespace;
    private readonly Stream output;
    private readonly TimeProvider time;
    private readonly MeterListener listener = new();
    private readonly Lock gate = new();
    private readonly Dictionary<string, EmbeddedLine> lines = new(StringComparer.Ordinal);

    public EmbeddedMetrics(string metricsNamespace, Stream output, TimeProvider time)
    {
        (this.metricsNamespace, this.output, this.time) = (metricsNamespace, output, time);
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter == FlowConfigsTelemetry.Meter)
                listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Null outside Lambda, and where no namespace is set.</summary>
    public static EmbeddedMetrics? Start(Func<string, string?> variable, bool inLambda, TimeProvider time) =>
        inLambda && variable(NamespaceVariable) is { Length: > 0 } name ? new(name, Console.OpenStandardOutput(), time) : null;

    /// <summary>Writes what has been measured since the last time, one line for each set of attributes.</summary>
    public void Write()
    {
        lock (gate)
        {
            foreach (var line in lines.Values)
                output.Write(line.ToJson(metricsNamespace, time.GetUtcNow()));
            if (lines.Count > 0)
                output.Flush();
            lines.Clear();
        }
    }

    public void Dispose() => listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (gate)
        {
            var key = Key(tags);
            if (!lines.TryGetValue(key, out var line))
                lines[key] = line = new EmbeddedLine([.. tags]);
            line.Add(instrument, value);
        }
    }

    private static string Key(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        if (tags is [var only])
            return $"{only.Key}={only.Value}";
        var key = new StringBuilder();
        foreach (var (name, value) in tags)
            key.Append(name).Append('=').Append(value).Append(';');
        return key.ToString();
    }
}
