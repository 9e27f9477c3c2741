using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Amazon.Runtime.Telemetry;
using Sdk = Amazon.Runtime.Telemetry.Metrics;

namespace FlowConfigs.Lambda.Telemetry;

internal sealed class AwsMeterProvider : Sdk.MeterProvider
{
    private readonly ConcurrentDictionary<string, Sdk.Meter> meters = new();

    public override Sdk.Meter GetMeter(string scope, Attributes? attributes) =>
        meters.GetOrAdd(scope, name => new AwsMeter(new Meter(name)));
}

internal sealed class AwsMeter(Meter meter) : Sdk.Meter
{
    public override Sdk.UpDownCounter<T> CreateUpDownCounter<T>(string name, string units, string description) =>
        new UpDown<T>(meter.CreateUpDownCounter<T>(name, units, description));

    public override Sdk.MonotonicCounter<T> CreateMonotonicCounter<T>(string name, string units, string description) =>
        new Monotonic<T>(meter.CreateCounter<T>(name, units, description));

    public override Sdk.Histogram<T> CreateHistogram<T>(string name, string units, string description) =>
        new Distribution<T>(meter.CreateHistogram<T>(name, units, description));

    private sealed class UpDown<T>(UpDownCounter<T> counter) : Sdk.UpDownCounter<T>
        where T : struct
    {
        public override void Add(T value, Attributes attributes)
        {
            if (counter.Enabled)
                counter.Add(value, AwsTelemetry.Tags(attributes));
        }
    }

    private sealed class Monotonic<T>(Counter<T> counter) : Sdk.MonotonicCounter<T>
        where T : struct
    {
        public override void Add(T value, Attributes attributes)
        {
            if (counter.Enabled)
                counter.Add(value, AwsTelemetry.Tags(attributes));
        }
    }

    private sealed class Distribution<T>(Histogram<T> histogram) : Sdk.Histogram<T>
        where T : struct
    {
        public override void Record(T value, Attributes attributes)
        {
            if (histogram.Enabled)
                histogram.Record(value, AwsTelemetry.Tags(attributes));
        }
    }
}
