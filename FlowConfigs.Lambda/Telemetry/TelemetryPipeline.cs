using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>The sources, meters and exporter that web programs and Lambda handlers have in common.</summary>
internal static class TelemetryPipeline
{
    // "System.Net.Http" and "System.Runtime" are .NET's own names: a function needs no instrumentation package for them.
    private static readonly string[] Sources = [FlowConfigsTelemetry.Name, "System.Net.Http", "AWSSDK.*"];

    private static readonly string[] Meters = [FlowConfigsTelemetry.Name, "System.Runtime"];

    // About ten measurements for each call to the table, all of which a function's caller would wait for; its spans show the same.
    private static readonly string[] MetersOutsideLambda = ["System.Net.Http", "AWSSDK.*"];

    /// <summary>
    /// Sends traces, metrics and logs to <see cref="TelemetrySettings.OtlpEndpoint"/>, which must be set. The exporter itself reads
    /// OTEL_EXPORTER_OTLP_HEADERS and OTEL_EXPORTER_OTLP_TIMEOUT, and the SDK OTEL_TRACES_SAMPLER and the batch delays.
    /// </summary>
    public static IOpenTelemetryBuilder ExportTo(this IOpenTelemetryBuilder telemetry, TelemetrySettings settings)
    {
        AwsTelemetry.Register();
        return telemetry
            .ConfigureResource(resource => resource
                .AddService(settings.ServiceName, serviceVersion: settings.Version, autoGenerateServiceInstanceId: !settings.HasInstanceId)
                .AddAttributes(FunctionAttributes(settings)))
            .WithTracing(traces => traces.AddSource(Sources).AddProcessor(new HttpSpanScrubber()))
            .WithMetrics(metrics => metrics.AddMeter(settings.FunctionName is null ? [.. Meters, .. MetersOutsideLambda] : Meters))
            // without scopes: ASP.NET Core's holds the path, and a path may hold a caller's number
            .WithLogging(null, logs => logs.IncludeFormattedMessage = true)
            .UseOtlpExporter(settings.Protocol, settings.OtlpEndpoint!);
    }

    // https://opentelemetry.io/docs/specs/semconv/resource/faas/
    private static IEnumerable<KeyValuePair<string, object>> FunctionAttributes(TelemetrySettings settings)
    {
        if (settings.FunctionName is null)
            yield break;
        yield return new("cloud.provider", "aws");
        yield return new("cloud.platform", "aws_lambda");
        yield return new("faas.name", settings.FunctionName);
        if (settings.FunctionVersion is not null)
            yield return new("faas.version", settings.FunctionVersion);
        if (settings.Region is not null)
            yield return new("cloud.region", settings.Region);
    }
}
