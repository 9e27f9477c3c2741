using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace FlowConfigs.ServiceDefaults.Telemetry;

/// <summary>Logs on standard output.</summary>
internal static class ConsoleLines
{
    /// <summary>One JSON object a line in Lambda, readable lines elsewhere.</summary>
    public static ILoggingBuilder AddConsoleLines(this ILoggingBuilder logging, bool inLambda) => inLambda
        ? logging.AddProvider(InLambda())
        : logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });

    /// <summary>One JSON object a line.</summary>
    public static ILoggerProvider InLambda() => new JsonLineLoggerProvider(Console.OpenStandardOutput(), TimeProvider.System);
}
