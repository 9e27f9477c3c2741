using System.Diagnostics;
using System.Diagnostics.Metrics;
using FlowConfigs.LocalHosting.Telemetry;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>What .NET's own exporter sends, and what the receiver makes of it.</summary>
public sealed class TelemetryExporterTests
{
    private static readonly TraceQuery AnyTrace = new(null, null, false, TraceOrder.Newest, 10);
    private static readonly LogQuery AnyLine = new(null, LogSeverity.Trace, null, null, 10);

    [Fact]
    public async Task Spans_of_the_real_exporter_arrive_with_everything_about_them()
    {
        await using var receiver = await RunningReceiver.StartAsync();
        using var source = new ActivitySource("Receiver.Spans");
        using (var provider = Sdk.CreateTracerProviderBuilder().AddSource(source.Name)
            .ConfigureResource(resource => resource.AddService("shop")).AddOtlpExporter(To(receiver, "traces")).Build())
        {
            using var order = source.StartActivity("order", ActivityKind.Server)!;
            order.SetTag("text", "é").SetTag("whole", 42).SetTag("part", 1.5).SetTag("truth", true).SetTag("list", new[] { "a", "b" });
            using var pay = source.StartActivity("pay", ActivityKind.Client)!;
            pay.AddException(new InvalidOperationException("no money")).SetStatus(ActivityStatusCode.Error, "declined");
        }

        var summary = Assert.Single(receiver.Store.Traces.Find(AnyTrace).Traces);
        Assert.Equal(("order", "shop", 2, 1), (summary.Name, summary.Resource, summary.Spans, summary.Errors));
        var spans = receiver.Store.Traces.Find(summary.Id)!.Spans;
        Assert.Equal(["order", "pay"], spans.Select(span => span.Name));
        Assert.Equal(["server", "client"], spans.Select(span => span.Kind));
        Assert.Equal(["", spans[0].SpanId], spans.Select(span => span.ParentId));
        Assert.Equal("Receiver.Spans", spans[0].Scope);
        Assert.Equal(
            new Dictionary<string, object> { ["text"] = "é", ["whole"] = 42L, ["part"] = 1.5, ["truth"] = true, ["list"] = "[a, b]" },
            spans[0].Attributes.All.ToDictionary());
        Assert.Equal((true, "declined"), (spans[1].IsError, spans[1].Error));
        Assert.Equal("no money", Assert.Single(spans[1].Events).Attributes["exception.message"]);
        Assert.InRange(spans[1].StartedAt, spans[0].StartedAt, spans[0].EndedAt);
    }

    [Fact]
    public async Task Log_lines_of_the_real_exporter_arrive_with_level_values_and_trace()
    {
        await using var receiver = await RunningReceiver.StartAsync();
        using var activity = new Activity("work").Start();
        using (var loggers = LoggerFactory.Create(logging => logging.AddOpenTelemetry(telemetry =>
        {
            telemetry.IncludeFormattedMessage = true;
            telemetry.SetResourceBuilder(ResourceBuilder.CreateDefault().AddService("shop"));
            telemetry.AddOtlpExporter(To(receiver, "logs"));
        })))
        {
#pragma warning disable CA1848, CA2254, CA1873 // as programs write that have no generated messages
            loggers.CreateLogger("Shop.Orders").LogWarning(new InvalidOperationException("no money"), "Order {Order} waits", 7);
#pragma warning restore CA1848, CA2254, CA1873
        }

        var line = Assert.Single(receiver.Store.Logs.Find(AnyLine).Lines);
        Assert.Equal((LogSeverity.Warning, "shop", "Shop.Orders", "Order 7 waits"), (line.Level, line.Resource, line.Scope, line.Text));
        Assert.Equal((activity.TraceId.ToHexString(), activity.SpanId.ToHexString()), (line.TraceId, line.SpanId));
        Assert.Equal(("7", "no money"), (line.Attributes["Order"], line.Attributes["exception.message"]));
    }

    [Fact]
    public async Task Measurements_of_the_real_exporter_arrive_by_instrument_and_attributes()
    {
        await using var receiver = await RunningReceiver.StartAsync();
        using var meter = new Meter("Receiver.Measurements");
        using (var provider = Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name)
            .ConfigureResource(resource => resource.AddService("shop")).AddOtlpExporter(To(receiver, "metrics")).Build())
        {
            var orders = meter.CreateCounter<long>("orders", "{order}", "Orders taken");
            orders.Add(3, new KeyValuePair<string, object?>("kind", "book"));
            orders.Add(4, new KeyValuePair<string, object?>("kind", "film"));
            meter.CreateHistogram<double>("duration", "ms").Record(12);
            meter.CreateUpDownCounter<long>("waiting").Add(2);
            meter.CreateObservableGauge("heat", () => 36.6);
        }

        var instruments = receiver.Store.Metrics.List().Instruments;
        Assert.Equal(
            [
                ("duration", InstrumentKind.Histogram), ("heat", InstrumentKind.Gauge), ("orders", InstrumentKind.Counter),
                ("waiting", InstrumentKind.Gauge),
            ],
            instruments.Select(instrument => (instrument.Name, instrument.Kind)));
        Assert.Equal(("{order}", "Orders taken", 2), (instruments[2].Unit, instruments[2].Description, instruments[2].Series));
        Assert.Equal(["book", "film"], instruments[2].Attributes["kind"]);
        Assert.Equal(36.6, LastOf(receiver, "heat"));
        Assert.Equal(2, LastOf(receiver, "waiting"));
        Assert.Equal(7d / TelemetryLimits.SecondsOfPoint, LastOf(receiver, "orders"));
        Assert.InRange(LastOf(receiver, "duration"), 10, 25); // the bucket in which 12 is
    }

    private static double LastOf(RunningReceiver receiver, string name) =>
        receiver.Store.Metrics.Chart(new("shop", "Receiver.Measurements", name), new(null, []))!.Chart.Lines[0].Points[^1].Value!.Value;

    private static Action<OtlpExporterOptions> To(RunningReceiver receiver, string signal) => options =>
    {
        options.Endpoint = new Uri(receiver.Url, $"/v1/{signal}");
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Headers = $"{OtlpReceiver.KeyHeader}={RunningReceiver.Key}";
    };
}
