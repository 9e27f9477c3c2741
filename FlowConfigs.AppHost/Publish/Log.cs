using Microsoft.Extensions.Logging;

namespace FlowConfigs.AppHost.Publish;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Publishing to {Folder}: the functions and the web app are built first")]
    public static partial void Building(this ILogger logger, string folder);

    [LoggerMessage(LogLevel.Information, "Published to {Folder} in {Seconds:0.0} s, with {Megabytes} MB of memory at the peak")]
    public static partial void Published(this ILogger logger, string folder, double seconds, long megabytes);
}
