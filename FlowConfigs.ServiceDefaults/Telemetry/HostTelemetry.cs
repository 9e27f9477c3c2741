using FlowConfigs.ServiceDefaults.Lambda;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FlowConfigs.ServiceDefaults.Telemetry;

/// <summary>Telemetry of a program with a host. It stands in for the package OpenTelemetry.Extensions.Hosting.</summary>
internal static class HostTelemetry
{
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var settings = TelemetrySettings.Read(builder.Environment.ApplicationName, name => builder.Configuration[name]);
        builder.Logging.ClearProviders();
        var inLambda = builder.Configuration[LambdaEnvironment.RuntimeApiVariable] is { Length: > 0 };
        builder.Logging.AddConsoleLines(inLambda);
        // its request lines hold paths, and a path may hold a caller's number
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new TelemetryFlush(
            services.GetService<TracerProvider>(),
            services.GetService<MeterProvider>(),
            services.GetService<LoggerProvider>(),
            services.GetRequiredService<TimeProvider>(),
            EmbeddedMetrics.Start(name => builder.Configuration[name], inLambda, services.GetRequiredService<TimeProvider>())));
        if (settings.OtlpEndpoint is null)
            return;
        builder.Services.AddHostedService<ProviderStart>();
        builder.Services.AddSingleton(services => new UnreachableCollector(
            services.GetRequiredService<ILoggerFactory>(), settings.OtlpEndpoint));
        builder.Services.AddSingleton<IStartupFilter, ServerSpans>();
        new HostBuilder(builder.Services).ExportTo(settings);
    }

    private sealed class HostBuilder(IServiceCollection services) : IOpenTelemetryBuilder
    {
        public IServiceCollection Services { get; } = services;
    }

    /// <summary>Builds the providers before any other hosted service runs, so that nothing of the start is missed.</summary>
    private sealed class ProviderStart(IServiceProvider services) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken)
        {
            services.GetService<TracerProvider>();
            services.GetService<MeterProvider>();
            services.GetService<UnreachableCollector>();
            return Task.CompletedTask;
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
