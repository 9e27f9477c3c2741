using Microsoft.Extensions.Logging;

namespace FlowConfigs.Hosting.AWS.DynamoDB;

internal static partial class DynamoDbLocalLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Line}")]
    public static partial void Progress(ILogger logger, string line);
}
