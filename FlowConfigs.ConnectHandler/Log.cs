using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A flow asked for config {Id}, which does not exist")]
    public static partial void UnknownConfig(this ILogger logger, string? id);

    [LoggerMessage(2, LogLevel.Warning, "A flow asked for list {Id}, which does not exist")]
    public static partial void UnknownList(this ILogger logger, string? id);

    [LoggerMessage(3, LogLevel.Error, "Config {Id} is served stale, as it was read at {ReadAt}: {Reason}")]
    public static partial void StaleServed(this ILogger logger, string id, DateTimeOffset? readAt, string reason);

    [LoggerMessage(4, LogLevel.Error, "The call of contact {Id} is not kept: {Reason}")]
    public static partial void CallNotKept(this ILogger logger, string id, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The table did not answer while the function started: {Reason}")]
    public static partial void StartedCold(this ILogger logger, string reason);
}
