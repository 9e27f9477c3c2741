using System.Diagnostics;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using FlowConfigs.LocalHosting;
using FlowConfigs.LocalHosting.Dashboard;
using FlowConfigs.LocalHosting.Telemetry;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FlowConfigs.Benchmarks;

/// <summary>The dashboard when it holds all that it keeps: what it takes of memory, and how long its pages wait for an answer.</summary>
internal static partial class DashboardBenchmark
{
    private const int SpansInTrace = 5;
    private const int Calls = 50;
    private const double Goal = 200;
    private const string Key = "benchmark";

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        var store = new TelemetryStore();
        await using var receiver = new OtlpReceiver(store, Key);
        await receiver.StartAsync(0, cancellationToken);
        await using var dashboard = new DashboardServer(new NoResources(), store, null, "Benchmark");
        await dashboard.StartAsync("127.0.0.1", 0, cancellationToken);

        var empty = GC.GetTotalMemory(forceFullCollection: true);
        report.Progress("20,000 spans and 20,000 lines by the real exporter");
        Send(receiver.Port, TelemetryLimits.Spans);
        var full = Megabytes(empty);
        report.Add("memory", "20,000 spans and lines", [full], "MB");
        report.Progress("as many twice more");
        Send(receiver.Port, 2 * TelemetryLimits.Spans);
        report.Compare("memory after 60,000 to memory after 20,000", Megabytes(empty) / full, 1.2);

        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{dashboard.Port}/api/telemetry/") };
        var page = await http.GetFromJsonAsync<JsonNode>("traces?limit=1", cancellationToken);
        var id = (string)page!["traces"]![0]!["id"]!;
        string[] questions =
        [
            "traces", "traces?order=slowest", "traces?text=nothing-like-it", $"traces/{id}", "logs", "logs?text=nothing-like-it",
            $"logs?trace={id}",
        ];
        foreach (var question in questions)
        {
            report.Progress(question);
            var times = await Measured.TimesAsync(Calls, () => http.GetStringAsync(question, cancellationToken));
            report.Add("answer", question.Replace(id, "{id}"), times, "ms");
            report.Compare($"p99 of {question.Replace(id, "{id}")} in ms", times.Percentile(99), Goal);
        }
    }

    private static double Megabytes(long before) => (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024d / 1024;

    private static void Send(int port, int spans)
    {
        using var source = new ActivitySource("Benchmark");
        using var traces = Sdk.CreateTracerProviderBuilder().AddSource(source.Name)
            .ConfigureResource(resource => resource.AddService("api")).AddOtlpExporter(To(port, "traces")).Build();
        using var lines = new BatchLogRecordExportProcessor(new OtlpLogExporter(Options(port, "logs")));
        using var loggers = LoggerFactory.Create(logging => logging.AddOpenTelemetry(telemetry =>
        {
            telemetry.IncludeFormattedMessage = true;
            telemetry.SetResourceBuilder(ResourceBuilder.CreateDefault().AddService("api"));
            telemetry.AddProcessor(lines);
        }));
        var logger = loggers.CreateLogger("FlowConfigs.Benchmarks");
        for (var number = 0; number < spans / SpansInTrace; number++)
        {
            using var root = source.StartActivity($"PUT /api/configs/{number % 20}", ActivityKind.Server);
            root?.SetTag("http.route", "/api/configs/{**id}").SetTag("http.request.method", "PUT").SetTag("http.response.status_code", 200)
                .SetTag("server.address", "localhost").SetTag("config.id", $"field-office/{number}").SetTag("config.version", number);
            for (var call = 1; call < SpansInTrace; call++)
            {
                using var inner = source.StartActivity("DynamoDB.TransactWriteItems", ActivityKind.Client);
                inner?.SetTag("rpc.method", "TransactWriteItems").SetTag("aws.request_id", Guid.NewGuid().ToString());
            }

            for (var line = 0; line < SpansInTrace; line++)
                logger.Saved($"field-office/{number}", number + line, "manager");
            if (number % 200 > 0)
                continue;
            traces.ForceFlush(); // the queues hold 2,048
            lines.ForceFlush();
        }

        traces.ForceFlush();
        lines.ForceFlush();
    }

    private static Action<OtlpExporterOptions> To(int port, string signal) => options =>
    {
        var given = Options(port, signal);
        (options.Endpoint, options.Protocol, options.Headers) = (given.Endpoint, given.Protocol, given.Headers);
    };

    private static OtlpExporterOptions Options(int port, string signal) => new()
    {
        Endpoint = new($"http://127.0.0.1:{port}/v1/{signal}"),
        Protocol = OtlpExportProtocol.HttpProtobuf,
        Headers = $"{OtlpReceiver.KeyHeader}={Key}",
    };

    [LoggerMessage(LogLevel.Information, "{ConfigId} has been saved as version {Version} by {Who}")]
    private static partial void Saved(this ILogger logger, string configId, int version, string who);

    private sealed class NoResources : IResourceBoard
    {
        public IReadOnlyList<ResourceView> Resources => [];

        public async IAsyncEnumerable<ResourceView> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            yield break;
        }

        public async IAsyncEnumerable<ConsoleLine> ConsoleAsync(
            string resource, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            yield break;
        }

        public Task<ExecuteCommandResult> ExecuteAsync(string resource, string command, CancellationToken cancellationToken) =>
            throw new KeyNotFoundException(command);
    }
}
