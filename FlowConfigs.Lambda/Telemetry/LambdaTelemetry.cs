using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>
/// Logs, traces and metrics of a program without a host, so that it starts fast. Without OTEL_EXPORTER_OTLP_ENDPOINT only what
/// goes to standard output remains, logs and embedded metrics, and no OpenTelemetry code runs.
/// </summary>
public sealed class LambdaTelemetry : IDisposable
{
    private readonly OpenTelemetrySdk? sdk;
    private readonly ILoggerFactory? ownLoggers;
    private readonly EmbeddedMetrics? embedded;
    private readonly UnreachableCollector? unreachable;

    private LambdaTelemetry(OpenTelemetrySdk? sdk, ILoggerFactory? ownLoggers, EmbeddedMetrics? embedded, Uri? collector, TimeProvider time)
    {
        this.sdk = sdk;
        this.ownLoggers = ownLoggers;
        this.embedded = embedded;
        Loggers = sdk?.GetLoggerFactory() ?? ownLoggers!;
        unreachable = collector is null ? null : new UnreachableCollector(Loggers, collector);
        Flush = new TelemetryFlush(sdk?.TracerProvider, sdk?.MeterProvider, sdk?.LoggerProvider, time, embedded);
    }

    /// <summary>Makes the loggers of the program.</summary>
    public ILoggerFactory Loggers { get; }

    internal TelemetryFlush Flush { get; }

    /// <summary>Starts telemetry as the environment asks for it.</summary>
    /// <param name="serviceName">The service.name where neither OTEL_SERVICE_NAME nor AWS_LAMBDA_FUNCTION_NAME gives one.</param>
    /// <exception cref="InvalidOperationException">OTEL_EXPORTER_OTLP_ENDPOINT is not an address.</exception>
    public static LambdaTelemetry Start(string serviceName) => Start(serviceName, Environment.GetEnvironmentVariable, TimeProvider.System);

    internal static LambdaTelemetry Start(string serviceName, Func<string, string?> variable, TimeProvider time)
    {
        var settings = TelemetrySettings.Read(serviceName, variable);
        var inLambda = variable(LambdaEnvironment.RuntimeApiVariable) is { Length: > 0 };
        var embedded = EmbeddedMetrics.Start(variable, inLambda, time);
        if (settings.OtlpEndpoint is null)
            return new LambdaTelemetry(null, LinesOnly(), embedded, null, time);
        var sdk = OpenTelemetrySdk.Create(telemetry =>
        {
            telemetry.ExportTo(settings);
            telemetry.Services.AddLogging(logging => logging.AddProvider(JsonLineLoggerProvider.OnStandardOutput()));
        });
        return new LambdaTelemetry(sdk, null, embedded, settings.OtlpEndpoint, time);
    }

    /// <summary>Sends what is left, for at most three seconds, and stops.</summary>
    public void Dispose()
    {
        var limit = (int)TelemetryFlush.Limit.TotalMilliseconds;
        sdk?.TracerProvider.Shutdown(limit);
        sdk?.LoggerProvider.Shutdown(limit);
        sdk?.MeterProvider.Shutdown(limit);
        sdk?.Dispose();
        ownLoggers?.Dispose();
        embedded?.Dispose();
        unreachable?.Dispose();
    }

    // Without a container, which takes its time to build.
    private static LoggerFactory LinesOnly() =>
        new([JsonLineLoggerProvider.OnStandardOutput()], new LoggerFilterOptions { MinLevel = LogLevel.Information });
}
