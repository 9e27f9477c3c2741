using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A flow asked for config {Id}, which does not exist")]
    public static partial void UnknownConfig(this ILogger logger, string? id);

    [LoggerMessage(2, LogLevel.Warning, "A flow asked for list {Id}, which does not exist")]
    public static partial void UnknownList(this ILogger logger, string? id);
}
