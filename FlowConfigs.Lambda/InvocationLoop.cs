using FlowConfigs.Lambda.Telemetry;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Lambda;

/// <summary>
/// Takes invocations one after another: wait, handle, answer, send telemetry, wait
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-build).
/// </summary>
internal sealed class InvocationLoop(RuntimeApi api, LambdaHandler handler, TelemetryFlush telemetry, ILogger logger, TimeProvider time)
{
    /// <summary>
    /// 6 MB each way for a synchronous invocation
    /// (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#function-configuration-deployment-and-execution).
    /// </summary>
    public const int AnswerLimit = 6 * 1024 * 1024;

    /// <summary>
    /// The handler is asked to stop a tenth of its time before the deadline, at most this long before, so that its error can still be sent.
    /// </summary>
    public static readonly TimeSpan LongestMargin = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Runs until <paramref name="stop"/> fires; the invocation under way is answered first. It blocks while it waits for an invocation.
    /// </summary>
    /// <exception cref="RuntimeApiException">The Runtime API fails.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            LambdaInvocation invocation;
            try
            {
                invocation = api.Next(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            await AnswerAsync(invocation);
            await telemetry.RunAsync();
        }
    }

    private async Task AnswerAsync(LambdaInvocation invocation)
    {
        LambdaInvocation.CurrentRequestId = invocation.RequestId;
        // "The runtime should set the _X_AMZN_TRACE_ID environment variable": AWS's SDK passes it on
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);
        try
        {
            var (answer, error) = await HandleAsync(invocation);
            var taken = error is null
                ? api.Respond(invocation.RequestId, answer)
                : api.Fail(invocation.RequestId, error);
            if (!taken)
                logger.AnswerRefused(invocation.RequestId);
        }
        finally
        {
            LambdaInvocation.CurrentRequestId = null;
        }
    }

    private async Task<(ReadOnlyMemory<byte> Answer, LambdaError? Error)> HandleAsync(LambdaInvocation invocation)
    {
        var left = invocation.Deadline - time.GetUtcNow();
        var forHandler = left - TimeSpan.FromTicks(Math.Min(left.Ticks / 10, LongestMargin.Ticks));
        using var deadline = new CancellationTokenSource(forHandler > TimeSpan.Zero ? forHandler : TimeSpan.Zero, time);
        try
        {
            var answer = await handler(invocation, deadline.Token);
            if (answer.Length <= AnswerLimit)
                return (answer, null);
            logger.AnswerTooLarge(answer.Length, AnswerLimit);
            return (default, LambdaError.TooLarge(answer.Length, AnswerLimit));
        }
        catch (OperationCanceledException error) when (deadline.IsCancellationRequested)
        {
            logger.DeadlineReached(error);
            return (default, LambdaError.Of(new TimeoutException("The function's time was up before the handler had an answer.")));
        }
        catch (Exception error)
        {
            logger.HandlerFailed(error);
            return (default, LambdaError.Of(error));
        }
    }
}
