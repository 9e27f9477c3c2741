using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>
/// Writes each log entry as one line of JSON with the names that Lambda's own log filter reads: timestamp, level, message, requestId
/// (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html). It writes at once rather than from a
/// queue, because the process may be frozen as soon as it has answered.
/// </summary>
internal sealed class JsonLineLoggerProvider(Stream output, TimeProvider time) : ILoggerProvider
{
    // a log is not a web page: only what JSON itself forbids is escaped
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> line = new(1024);
    private readonly Lock gate = new();

    /// <summary>Writes to standard output.</summary>
    public static JsonLineLoggerProvider OnStandardOutput() => new(Console.OpenStandardOutput(), TimeProvider.System);

    public ILogger CreateLogger(string categoryName) => new JsonLineLogger(categoryName, this);

    public void Dispose() => output.Flush();

    private void Write(string category, LogLevel level, EventId eventId, string message, object? state, Exception? error)
    {
        lock (gate)
        {
            line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(line, Readable))
            {
                json.WriteStartObject();
                json.WriteString("timestamp", time.GetUtcNow().UtcDateTime);
                json.WriteString("level", LevelName(level));
                json.WriteString("message", message);
                json.WriteString("category", category);
                // Metric filters count by it: a message may be reworded.
                if (eventId.Name is { } name)
                    json.WriteString("event", name);
                WriteContext(json);
                WriteState(json, state as IReadOnlyList<KeyValuePair<string, object?>> ?? []);
                if (error is not null)
                {
                    json.WriteString("errorType", error.GetType().FullName);
                    json.WriteString("errorMessage", error.Message);
                    json.WriteString("stackTrace", error.ToString());
                }

                json.WriteEndObject();
            }

            line.Write("\n"u8);
            output.Write(line.WrittenSpan);
            output.Flush();
        }
    }

    private static void WriteContext(Utf8JsonWriter json)
    {
        if (LambdaInvocation.CurrentRequestId is { } requestId)
            json.WriteString("requestId", requestId);
        if (Activity.Current is not { } activity)
            return;
        json.WriteString("traceId", activity.TraceId.ToHexString());
        json.WriteString("spanId", activity.SpanId.ToHexString());
    }

    private static void WriteState(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>> state)
    {
        foreach (var (name, value) in state)
        {
            if (name != "{OriginalFormat}")
                json.WriteString(name, value?.ToString());
        }
    }

    private static string LevelName(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRACE",
        LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARN",
        LogLevel.Error => "ERROR",
        _ => "FATAL",
    };

    private sealed class JsonLineLogger(string category, JsonLineLoggerProvider provider) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            provider.Write(category, logLevel, eventId, formatter(state, exception), state, exception);
    }
}
