using FlowConfigs.Lambda;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FlowConfigs.ServiceDefaults;

/// <summary>Logs, traces and metrics of a program with a host.</summary>
internal static class HostTelemetry
{
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var settings = TelemetrySettings.Read(builder.Environment.ApplicationName, name => builder.Configuration[name]);
        builder.Logging.ClearProviders();
        var inLambda = builder.Configuration[LambdaEnvironment.RuntimeApiVariable] is { Length: > 0 };
        if (inLambda)
            builder.Logging.AddProvider(JsonLineLoggerProvider.OnStandardOutput());
        else
            builder.Logging.AddSimpleConsole(ReadableLines);
        // Their request lines contain paths, and a path can contain a caller's number.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new TelemetryFlush(
            services.GetService<TracerProvider>(),
            services.GetService<MeterProvider>(),
            services.GetService<LoggerProvider>(),
            services.GetRequiredService<TimeProvider>(),
            EmbeddedMetrics.Start(name => builder.Configuration[name], inLambda, services.GetRequiredService<TimeProvider>())));
        if (settings.OtlpEndpoint is not null)
            builder.Services.AddExport(settings);
    }

    private static void AddExport(this IServiceCollection services, TelemetrySettings settings)
    {
        // ASP.NET Core has read the parent from the headers. With the default propagator, which reads baggage too, its instrumentation
        // would read it again, and in Lambda put the request's span beside its invocation instead of below it.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        services.AddOpenTelemetry()
            .ExportTo(settings)
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(server => server.Filter = context => !ServiceDefaultsExtensions.IsForHealth(context.Request))
                .AddHttpClientInstrumentation())
            .WithMetrics(metrics => AddInstrumentation(metrics, settings));
        services.AddHostedService(provider => new CollectorWatch(provider.GetRequiredService<ILoggerFactory>(), settings.OtlpEndpoint!));
    }

    private static void ReadableLines(SimpleConsoleFormatterOptions console)
    {
        console.SingleLine = true;
        console.TimestampFormat = "HH:mm:ss.fff ";
        console.ColorBehavior = LoggerColorBehavior.Disabled;
    }

    private static void AddInstrumentation(MeterProviderBuilder metrics, TelemetrySettings settings)
    {
        metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation();
        if (settings.FunctionName is null)
            metrics.AddHttpClientInstrumentation();
    }

    private sealed class CollectorWatch(ILoggerFactory loggers, Uri collector) : IHostedService, IDisposable
    {
        private UnreachableCollector? unreachable;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            unreachable = new(loggers, collector);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => unreachable?.Dispose();
    }
}
