using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Tests.Lambda.Telemetry;

public sealed class UnreachableCollectorTests
{
    // Port 9 (discard) has no listener.
    private const string Nobody = "http://127.0.0.1:9";

    [Fact]
    public async Task Nothing_fails_and_it_is_said_once()
    {
        var log = new Warnings();
        await using var function = await RunningFunction.StartAsync(RunningFunction.Text(text => text), otlp: Nobody, log: log);
        for (var call = 0; log.Count == 0; call++)
            Assert.Equal(new FunctionAnswer(200, false, $"{call}"), await function.InvokeAsync($"{call}"));
        for (var call = 0; call < 10; call++)
            Assert.Equal(new FunctionAnswer(200, false, $"{call}"), await function.InvokeAsync($"{call}"));
        Assert.Equal(1, log.Count);
    }

    private sealed class Warnings : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> written = [];

        public int Count => written.Count(line => line.StartsWith($"Telemetry does not reach {Nobody}", StringComparison.Ordinal));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            written.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
