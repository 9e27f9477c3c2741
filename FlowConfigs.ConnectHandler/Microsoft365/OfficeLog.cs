using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler.Microsoft365;

/// <summary>Never a subject, a text, an address or a token.</summary>
internal static partial class OfficeLog
{
    [LoggerMessage(20, LogLevel.Warning, "A flow asked for office calendar {Id}, which does not exist")]
    public static partial void UnknownCalendar(this ILogger logger, string? id);

    [LoggerMessage(21, LogLevel.Warning, "Office calendar {Id} is served stale, as it was read at {ReadAt}")]
    public static partial void CalendarStale(this ILogger logger, string? id, DateTimeOffset readAt);

    [LoggerMessage(22, LogLevel.Error, "An office calendar is not refreshed. {Problem}")]
    public static partial void CalendarNotRefreshed(this ILogger logger, string problem);

    [LoggerMessage(23, LogLevel.Warning, "A flow asked for a mail by template {Id}, which was refused: {Reason}")]
    public static partial void MailRefused(this ILogger logger, string? id, string reason);

    [LoggerMessage(24, LogLevel.Error, "No mail is sent. {Problem}")]
    public static partial void MailNotSent(this ILogger logger, string problem);
}
