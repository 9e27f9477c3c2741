using Microsoft.Extensions.Logging;

namespace FlowConfigs.Lambda;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error,
        "AWS_LAMBDA_RUNTIME_API is not set: start this program by 'dotnet run --project FlowConfigs.AppHost', or deploy it")]
    public static partial void NotInLambda(this ILogger logger);

    [LoggerMessage(LogLevel.Error, "The function cannot start")]
    public static partial void InitFailed(this ILogger logger, Exception error);

    [LoggerMessage(LogLevel.Error, "The handler failed")]
    public static partial void HandlerFailed(this ILogger logger, Exception error);

    [LoggerMessage(LogLevel.Error, "The function's time was up before the handler had an answer")]
    public static partial void DeadlineReached(this ILogger logger, Exception error);

    [LoggerMessage(LogLevel.Error, "The answer has {Size} bytes; Lambda takes at most {Limit}")]
    public static partial void AnswerTooLarge(this ILogger logger, int size, int limit);

    [LoggerMessage(LogLevel.Warning, "The Runtime API refused the answer to {RequestId}: its time was up, or it is unknown")]
    public static partial void AnswerRefused(this ILogger logger, string requestId);

    [LoggerMessage(LogLevel.Warning, "Telemetry does not reach {Collector}; nothing else suffers, and this is said once")]
    public static partial void CollectorUnreachable(this ILogger logger, string collector);

    [LoggerMessage(LogLevel.Critical, "The process can take no more invocations and ends")]
    public static partial void LoopFailed(this ILogger logger, Exception error);
}
