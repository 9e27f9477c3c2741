using Microsoft.Extensions.Logging;

namespace FlowConfigs.LocalHosting.Running;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information,
        "Hosting: FlowConfigs.LocalHosting, which stands in for Aspire (build with -p:UseAspire=true for Aspire itself)")]
    public static partial void HostingInForce(this ILogger logger);

    [LoggerMessage(LogLevel.Information, "Dashboard: {Url}")]
    public static partial void DashboardReady(this ILogger logger, string url);

    [LoggerMessage(LogLevel.Information, "{Resource}: {What}")]
    public static partial void Progress(this ILogger logger, string resource, string what);

    [LoggerMessage(LogLevel.Information, "{Resource} is healthy after {Seconds:0.0} s {Urls}")]
    public static partial void Healthy(this ILogger logger, string resource, double seconds, string urls);

    [LoggerMessage(LogLevel.Information, "{Resource} is stopped")]
    public static partial void Stopped(this ILogger logger, string resource);

    [LoggerMessage(LogLevel.Information, "{Resource} has finished")]
    public static partial void Finished(this ILogger logger, string resource);

    [LoggerMessage(LogLevel.Warning, "{Resource} is not healthy: {Why}")]
    public static partial void Unhealthy(this ILogger logger, string resource, string why);

    [LoggerMessage(LogLevel.Information, "All is healthy after {Seconds:0.0} s. Ctrl+C ends everything. {Urls}")]
    public static partial void AllHealthy(this ILogger logger, double seconds, string urls);

    [LoggerMessage(LogLevel.Error, "{What}")]
    public static partial void Failed(this ILogger logger, string what);

    [LoggerMessage(LogLevel.Information, "Stopping")]
    public static partial void Stopping(this ILogger logger);

    [LoggerMessage(LogLevel.Information, "Everything is stopped")]
    public static partial void AllStopped(this ILogger logger);
}
