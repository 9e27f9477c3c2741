using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.ServiceDefaults;

/// <summary>What every web program of this system has: logs, traces, metrics and health.</summary>
public static class ServiceDefaultsExtensions
{
    private const string Live = "live";
    private const string HealthPath = "/health";
    private const string AlivePath = "/alive";

    /// <summary>
    /// Adds logs on standard output, OpenTelemetry where OTEL_EXPORTER_OTLP_ENDPOINT is set, and health checks.
    /// </summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.AddTelemetry();
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [Live]);
        return builder;
    }

    /// <summary>
    /// Maps /health, which answers 200 when every health check passes and 503 otherwise, and /alive, which says that the program
    /// answers at all.
    /// </summary>
    public static TEndpoints MapDefaultEndpoints<TEndpoints>(this TEndpoints endpoints)
        where TEndpoints : IEndpointRouteBuilder
    {
        endpoints.MapHealthChecks(HealthPath);
        endpoints.MapHealthChecks(AlivePath, new HealthCheckOptions { Predicate = check => check.Tags.Contains(Live) });
        return endpoints;
    }

    /// <summary>Whether a request asks for health, which happens every few seconds and would hide the other traces.</summary>
    internal static bool IsForHealth(HttpRequest request) => request.Path == HealthPath || request.Path == AlivePath;
}
