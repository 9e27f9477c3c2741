using System.Diagnostics;
using System.Runtime.InteropServices;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Lambda;

/// <summary>Runs a console program as a Lambda function, with neither host nor dependency injection.</summary>
public static class LambdaRuntime
{
    /// <summary>
    /// Makes the handler, then answers invocations until the process is told to end. Its result is the exit code of the program: 0 after
    /// SIGTERM or Ctrl+C, 1 when the handler cannot be made or the Runtime API fails, 2 when the program does not run in Lambda.
    /// </summary>
    /// <param name="initialize">Makes the handler; what it throws is reported as the function's initialisation error.</param>
    /// <param name="telemetry">The program's telemetry; sent after each answer.</param>
    public static Task<int> RunAsync(Func<Task<LambdaHandler>> initialize, LambdaTelemetry telemetry) => RunAsync(
        initialize,
        telemetry,
        LambdaEnvironment.Read(Environment.GetEnvironmentVariable),
        TimeProvider.System,
        CancellationToken.None);

    internal static async Task<int> RunAsync(
        Func<Task<LambdaHandler>> initialize,
        LambdaTelemetry telemetry,
        LambdaEnvironment? environment,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var logger = telemetry.Loggers.CreateLogger(typeof(LambdaRuntime).FullName!);
        if (environment is null)
        {
            logger.NotInLambda();
            return 2;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var api = new RuntimeApi(environment);
        try
        {
            if (await InitializeAsync(initialize, api, logger) is not { } handler)
                return 1;
            await new InvocationLoop(api, Traced(handler, environment.FunctionName), telemetry.Flush, logger, time).RunAsync(stop.Token);
            return 0;
        }
        catch (RuntimeApiException error)
        {
            logger.LoopFailed(error);
            return 1;
        }

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<LambdaHandler?> InitializeAsync(Func<Task<LambdaHandler>> initialize, RuntimeApi api, ILogger logger)
    {
        try
        {
            return await initialize();
        }
        catch (Exception error)
        {
            logger.InitFailed(error);
            api.FailInit(LambdaError.Of(error));
            return null;
        }
    }

    private static LambdaHandler Traced(LambdaHandler handler, string functionName) => async (invocation, cancellationToken) =>
    {
        using var activity = InvocationActivity.Start(invocation, functionName, trigger: "other");
        try
        {
            return await handler(invocation, cancellationToken);
        }
        catch (Exception error)
        {
            activity?.AddException(error);
            activity?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            throw;
        }
    };
}
