using Microsoft.Extensions.Logging;

namespace FlowConfigs.LocalHosting.Dashboard;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "The command {Command} on {Resource} failed")]
    public static partial void CommandFailed(this ILogger logger, Exception exception, string command, string resource);
}
