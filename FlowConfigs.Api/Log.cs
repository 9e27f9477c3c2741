namespace FlowConfigs.Api;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The request failed")]
    public static partial void RequestFailed(this ILogger logger, Exception exception);

    // What is wrong with a token, and nothing of the token itself.
    [LoggerMessage(2, LogLevel.Information, "A token was refused: {Reason}")]
    public static partial void TokenRefused(this ILogger logger, string reason);

    [LoggerMessage(3, LogLevel.Error, "The route {Route} does not say what it needs, and is refused to everyone")]
    public static partial void RouteWithoutNeed(this ILogger logger, string? route);

    [LoggerMessage(4, LogLevel.Warning, "The user pool's keys could not be fetched")]
    public static partial void KeysNotFetched(this ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "Verified Permissions is asked again: {Problem}")]
    public static partial void PermissionsTriedAgain(this ILogger logger, string problem);

    [LoggerMessage(6, LogLevel.Warning, "getConfig did not answer a live check")]
    public static partial void GetConfigDidNotAnswer(this ILogger logger, Exception exception);

    [LoggerMessage(7, LogLevel.Warning, "Amazon Polly did not answer")]
    public static partial void PollyDidNotAnswer(this ILogger logger, Exception exception);

    [LoggerMessage(8, LogLevel.Warning, "The web app failed on {Page}: {Name}: {Message}\n{Stack}")]
    public static partial void WebFailed(this ILogger logger, string page, string name, string message, string stack);
}
