using System.Diagnostics;
using FlowConfigs.Lambda;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowConfigs.ServiceDefaults.ApiGateway;

/// <summary>Lets one ASP.NET Core program run on Kestrel and as a Lambda function.</summary>
public static class LambdaHosting
{
    /// <summary>
    /// In Lambda (AWS_LAMBDA_RUNTIME_API is set) takes requests from an API Gateway REST API in place of Kestrel; elsewhere does
    /// nothing. Call it after AddServiceDefaults. An exception before the program runs is reported as the function's initialisation error.
    /// </summary>
    public static WebApplicationBuilder AddLambdaHosting(this WebApplicationBuilder builder)
    {
        if (LambdaEnvironment.Read(name => builder.Configuration[name]) is not { } environment)
            return builder;
        AppDomain.CurrentDomain.UnhandledException += (_, fault) => ReportInitError(environment, fault);
        builder.Services.AddSingleton(environment);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.Replace(ServiceDescriptor.Singleton<IServer, LambdaServer>());
        builder.Services.AddSingleton<DistributedContextPropagator, InvocationIsParent>();
        return builder;
    }

    /// <summary>Whether the program runs as a Lambda function, and not on Kestrel.</summary>
    public static bool RunsInLambda(this WebApplication app) => app.Services.GetService<LambdaEnvironment>() is not null;

    private static void ReportInitError(LambdaEnvironment environment, UnhandledExceptionEventArgs fault)
    {
        if (LambdaServer.HasStarted || fault.ExceptionObject is not Exception error)
            return;
        using var api = new RuntimeApi(environment);
        try
        {
            api.FailInit(LambdaError.Of(error));
        }
        catch (RuntimeApiException)
        {
            // The process ends with the error that it was to report.
        }
    }

    /// <summary>
    /// The span of the request belongs below the span of its invocation, which already continues the caller's trace; read from the
    /// headers once more it would stand beside it.
    /// </summary>
    private sealed class InvocationIsParent : DistributedContextPropagator
    {
        public override IReadOnlyCollection<string> Fields => [];

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
        {
        }

        public override void ExtractTraceIdAndState(
            object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
        {
            traceId = null;
            traceState = null;
        }

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(
            object? carrier, PropagatorGetterCallback? getter) => null;
    }
}
