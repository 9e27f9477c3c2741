using Microsoft.Extensions.Logging;

namespace FlowConfigs.Publishing;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Writing templates to {Folder}")]
    public static partial void Writing(this ILogger logger, string folder);

    [LoggerMessage(LogLevel.Information, "Publishing to {Folder}: the functions and the web app are built first")]
    public static partial void Building(this ILogger logger, string folder);

    [LoggerMessage(LogLevel.Information, "Published to {Folder} in {Seconds:0.0} s, with {Megabytes} MB of memory at the peak")]
    public static partial void Published(this ILogger logger, string folder, double seconds, long megabytes);

    [LoggerMessage(
        LogLevel.Warning,
        "{Linker} cannot link: the functions are not native code and start more slowly. Install it: apt-get install {Packages}")]
    public static partial void NoLinker(this ILogger logger, string linker, string packages);

    [LoggerMessage(
        LogLevel.Warning,
        "Native code of this machine needs glibc {Needed}, Lambda has {OfLambda}: the function is not native code. Publish on Debian 12")]
    public static partial void GlibcTooNew(this ILogger logger, Version needed, Version ofLambda);

    [LoggerMessage(LogLevel.Information, "Connect instance {Alias}: {Users} users, {Queues} queues, {Flows} flows")]
    public static partial void ContactCenter(this ILogger logger, string alias, int users, int queues, int flows);

    [LoggerMessage(LogLevel.Warning, "Connect instance {Alias}: {Note}")]
    public static partial void ModelNote(this ILogger logger, string alias, string note);
}
