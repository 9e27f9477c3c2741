using System.Net;
using FlowConfigs.LambdaEmulator;
using FlowConfigs.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowConfigs.Benchmarks;

/// <summary>
/// What telemetry costs a warm getConfig: the published program without it, with embedded metrics, with a collector, and with every call
/// traced, in turns before one table.
/// </summary>
internal static class TelemetryBenchmark
{
    private const int Rounds = 20;
    private const int CallsOfRound = 200;
    private const int WarmUp = 1000;
    private const double Goal = 1.05;

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var dynamo = await DynamoDb.StartAsync(cancellationToken);
        await HandlerData.WriteAsync(dynamo, cancellationToken);
        await using var emulator = new Emulator(TimeProvider.System);
        await emulator.StartAsync("127.0.0.1", 0, cancellationToken);
        await using var collector = await StartCollectorAsync(cancellationToken);
        report.Progress("building the program");
        var build = new LambdaBuild(Report.Repository, Report.Repository, NullLogger.Instance);
        var files = await build.BuildAsync("FlowConfigs.ConnectHandler", cancellationToken);
        var program = files.Single(file => file.Name == "bootstrap").File;
        (string, string)[] sent = [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single())];
        Contender[] contenders =
        [
            New("off"),
            New("embedded", ("FLOWCONFIGS_METRICS_NAMESPACE", "FlowConfigs/benchmark")),
            New("collector", [.. sent, ("OTEL_TRACES_SAMPLER", "parentbased_always_off")]),
            New("traced", sent),
        ];
        try
        {
            await CompareAsync(report, contenders, emulator, cancellationToken);
        }
        finally
        {
            foreach (var contender in contenders)
                contender.Dispose();
        }

        Contender New(string name, params (string, string)[] more) =>
            Contenders.Of(name, [program], dynamo, emulator, [("_HANDLER", "getConfig"), .. more]);
    }

    /// <summary>Accepts everything over OTLP/HTTP, and keeps nothing.</summary>
    private static async Task<WebApplication> StartCollectorAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync(cancellationToken);
        return app;
    }

    private static async Task CompareAsync(
        Report report, Contender[] contenders, Emulator emulator, CancellationToken cancellationToken)
    {
        using var invoke = new Invoker(emulator);
        foreach (var contender in contenders)
        {
            contender.Start();
            report.Progress($"warming {contender.Name}");
            await Measured.TimesAsync(WarmUp, () => invoke.CallAsync(contender));
        }

        var medians = contenders.ToDictionary(contender => contender, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            report.Progress($"round {round + 1} of {Rounds}");
            foreach (var contender in contenders)
                medians[contender].Add((await CallsAsync(contender)).Percentile(50));
        }

        var off = contenders[0];
        foreach (var contender in contenders)
            report.Add("warm p50, answer", contender.Name, medians[contender], "ms");
        // Each round's own medians are compared: what disturbs the machine disturbs all in it.
        foreach (var contender in contenders[1..])
        {
            report.Compare(
                $"warm p50, {contender.Name} / off",
                Enumerable.Range(0, Rounds).Select(round => medians[contender][round] / medians[off][round]).Percentile(50),
                Goal);
        }

        async Task<List<double>> CallsAsync(Contender contender)
        {
            var times = new List<double>();
            for (var call = 0; call < CallsOfRound; call++)
            {
                times.AddRange(await Measured.TimesAsync(1, () => invoke.CallAsync(contender)));
                // After its answer a function sends its telemetry; Lambda gives the next call to another one meanwhile.
                while (!emulator.IsWaiting(contender.Name))
                    await Task.Delay(1, cancellationToken);
            }

            return times;
        }
    }
}
