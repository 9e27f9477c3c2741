using System.Buffers;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>One line of <see cref="EmbeddedMetrics"/>: what was measured with one set of attributes.</summary>
internal sealed class EmbeddedLine(KeyValuePair<string, object?>[] attributes)
{
    // "An array of no more than 100 numbers"; an import measures more, and the first hundred say enough of it.
    private const int MostValues = 100;

    private readonly Dictionary<string, Metric> metrics = new(StringComparer.Ordinal);

    public void Add(Instrument instrument, double value)
    {
        if (!metrics.TryGetValue(instrument.Name, out var metric))
            metrics[instrument.Name] = metric = new Metric(UnitOf(instrument.Unit), []);
        if (instrument is Counter<long>)
            metric.Values = [value + metric.Values.FirstOrDefault()];
        else if (instrument is Gauge<long>)
            metric.Values = [value];
        else if (metric.Values.Count < MostValues)
            metric.Values.Add(value);
    }

    public ReadOnlySpan<byte> ToJson(string metricsNamespace, DateTimeOffset at)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            // By these Lambda's own log filter lets it through.
            json.WriteString("timestamp", at.UtcDateTime);
            json.WriteString("level", "INFO");
            WriteDirective(json, metricsNamespace, at);
            foreach (var (name, value) in attributes)
                json.WriteString(name, value?.ToString());
            foreach (var (name, metric) in metrics)
                WriteValues(json, name, metric.Values);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line.WrittenSpan;
    }

    private void WriteDirective(Utf8JsonWriter json, string metricsNamespace, DateTimeOffset at)
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", at.ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", metricsNamespace);
        json.WriteStartArray("Dimensions");
        // The whole, and by attribute.
        json.WriteStartArray();
        json.WriteEndArray();
        if (attributes.Length > 0)
        {
            json.WriteStartArray();
            foreach (var (name, _) in attributes)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("Metrics");
        foreach (var (name, metric) in metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Unit", metric.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, string name, List<double> values)
    {
        if (values is [var only])
        {
            json.WriteNumber(name, only);
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html
    private static string UnitOf(string? unit) => unit switch
    {
        "s" => "Seconds",
        "By" => "Bytes",
        _ => "Count",
    };

    private sealed class Metric(string unit, List<double> values)
    {
        public string Unit => unit;

        public List<double> Values { get; set; } = values;
    }
}
