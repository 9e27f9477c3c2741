namespace FlowConfigs.Api;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The request failed")]
    public static partial void RequestFailed(this ILogger logger, Exception exception);
}
