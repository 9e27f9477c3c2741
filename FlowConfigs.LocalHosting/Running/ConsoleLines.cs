using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>Writes the AppHost's log as one short line a message: the time and the text.</summary>
internal sealed class ConsoleLines(TimeProvider time) : ConsoleFormatter("lines")
{
    public static void AddTo(ILoggingBuilder logging)
    {
        logging.AddConsole(options => options.FormatterName = "lines");
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Error);
        logging.AddConsoleFormatter<ConsoleLines, ConsoleFormatterOptions>();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // says again, with a stack trace, what we say in a line
    }

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.Write(time.GetLocalNow().ToString("HH:mm:ss ", CultureInfo.InvariantCulture));
        textWriter.WriteLine(logEntry.Formatter(logEntry.State, logEntry.Exception).TrimEnd());
    }
}
