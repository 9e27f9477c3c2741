using System.Diagnostics;
using System.Text.Json;
using FlowConfigs.Lambda;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.ServiceDefaults.ApiGateway;

/// <summary>
/// The server of an ASP.NET Core program that runs as a Lambda function behind an API Gateway REST API: requests come as events of the
/// Runtime API, one at a time, in place of a socket.
/// </summary>
internal sealed class LambdaServer(
    LambdaEnvironment environment,
    TelemetryFlush telemetry,
    IHostApplicationLifetime lifetime,
    ILogger<LambdaServer> logger,
    TimeProvider time) : IServer
{
    private readonly CancellationTokenSource stop = new();
    private readonly RuntimeApi api = new(environment);
    private Task loop = Task.CompletedTask;

    /// <summary>Whether the process has begun to take invocations: a fault after that is none of its initialisation.</summary>
    public static bool HasStarted { get; private set; }

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        HasStarted = true;
        loop = RunAsync((invocation, deadline) => HandleAsync(application, invocation, deadline));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stop.CancelAsync();
        await loop.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
        api.Dispose();
    }

    private async Task RunAsync(LambdaHandler handler)
    {
        // the host finishes its start first
        await Task.Yield();
        try
        {
            await new InvocationLoop(api, handler, telemetry, logger, time).RunAsync(stop.Token);
        }
        catch (Exception error)
        {
            logger.LoopFailed(error);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task<ReadOnlyMemory<byte>> HandleAsync<TContext>(
        IHttpApplication<TContext> application, LambdaInvocation invocation, CancellationToken deadline)
        where TContext : notnull
    {
        var request = JsonSerializer.Deserialize(invocation.Payload.Span, ApiGatewayJson.Compact.ApiGatewayEvent)
            ?? throw new InvalidDataException("The event is null, not one of an API Gateway REST API.");
        // as Kestrel, which answers so before the program sees the request
        if (request.Path?.Contains("%00", StringComparison.Ordinal) == true)
            return await RefusedAsync(request.HttpMethod);
        var requestFeature = LambdaRequest.Of(request);
        var traceParent = requestFeature.Headers.TraceParent.ToString();
        using var activity = InvocationActivity.Start(invocation, environment.FunctionName, trigger: "http", traceParent);
        using var response = new LambdaResponse();
        await ProcessAsync(application, new RequestFeatures(request, requestFeature, response, invocation.RequestId, deadline), response);
        if (response.StatusCode >= StatusCodes.Status500InternalServerError)
            activity?.SetStatus(ActivityStatusCode.Error);
        var answer = response.ToAnswer(requestFeature.Method);
        return JsonSerializer.SerializeToUtf8Bytes(answer, ApiGatewayJson.Compact.ApiGatewayAnswer);
    }

    private static async Task<ReadOnlyMemory<byte>> RefusedAsync(string? method)
    {
        using var response = new LambdaResponse { StatusCode = StatusCodes.Status400BadRequest };
        await response.CompleteAsync();
        return JsonSerializer.SerializeToUtf8Bytes(response.ToAnswer(method ?? ""), ApiGatewayJson.Compact.ApiGatewayAnswer);
    }

    private async Task ProcessAsync<TContext>(IHttpApplication<TContext> application, RequestFeatures features, LambdaResponse response)
        where TContext : notnull
    {
        var context = application.CreateContext(features.Collection);
        Exception? failure = null;
        try
        {
            await application.ProcessRequestAsync(context);
            await response.CompleteAsync();
        }
        catch (Exception error)
        {
            // as Kestrel: an exception that the program's own handler has not taken is an empty 500, once started it is a broken answer
            failure = error;
            logger.HandlerFailed(error);
            if (response.HasStarted)
                throw;
            response.Reset(StatusCodes.Status500InternalServerError);
        }
        finally
        {
            await response.RunCompletedAsync();
            application.DisposeContext(context, failure);
            features.Dispose();
        }
    }
}
