using System.Text;
using FlowConfigs.Lambda;
using FlowConfigs.Lambda.Telemetry;
using FlowConfigs.LambdaEmulator;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Tests.Lambda;

/// <summary>A handler that runs in the test's own process, on the real loop and the real emulator.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly HttpClient http;
    private readonly LambdaTelemetry telemetry;

    private RunningFunction(Emulator emulator, Func<Task<LambdaHandler>> initialize, string? otlp, ILoggerProvider? log)
    {
        Emulator = emulator;
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{emulator.Port}") };
        var environment = new LambdaEnvironment { RuntimeApi = $"127.0.0.1:{emulator.Port}/get-config", FunctionName = "get-config" };
        telemetry = LambdaTelemetry.Start("get-config", name => name == "OTEL_EXPORTER_OTLP_ENDPOINT" ? otlp : null, TimeProvider.System);
        if (log is not null)
            telemetry.Loggers.AddProvider(log);
        // On a thread of its own: the loop blocks while it waits for an invocation.
        Exit = Task.Run(() => LambdaRuntime.RunAsync(initialize, telemetry, environment, TimeProvider.System, stop.Token));
    }

    public Emulator Emulator { get; }

    /// <summary>The exit code, once the loop has ended.</summary>
    public Task<int> Exit { get; }

    public static Task<RunningFunction> StartAsync(
        LambdaHandler handler, TimeSpan? timeout = null, string? otlp = null, ILoggerProvider? log = null) =>
        StartAsync(() => Task.FromResult(handler), timeout, otlp, log);

    public static async Task<RunningFunction> StartAsync(
        Func<Task<LambdaHandler>> initialize, TimeSpan? timeout = null, string? otlp = null, ILoggerProvider? log = null)
    {
        var emulator = new Emulator(TimeProvider.System);
        emulator.AddFunction("get-config", timeout);
        await emulator.StartAsync("127.0.0.1", 0, CancellationToken.None);
        return new RunningFunction(emulator, initialize, otlp, log);
    }

    /// <summary>Answers each event with the text that <paramref name="answer"/> makes of it.</summary>
    public static LambdaHandler Text(Func<string, string> answer) => (invocation, _) =>
        Task.FromResult<ReadOnlyMemory<byte>>(Encoding.UTF8.GetBytes(answer(Encoding.UTF8.GetString(invocation.Payload.Span))));

    public async Task<FunctionAnswer> InvokeAsync(string payload, string? traceParent = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/2015-03-31/functions/get-config/invocations")
        {
            Content = new StringContent(payload, Encoding.UTF8, "application/json"),
        };
        if (traceParent is not null)
            request.Headers.Add("traceparent", traceParent);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await FunctionAnswer.ReadAsync(answer);
    }

    public Task StopAsync() => stop.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Exit;
        await Emulator.DisposeAsync();
        telemetry.Dispose();
        http.Dispose();
        stop.Dispose();
    }
}

/// <summary>What the invoke API answered.</summary>
internal sealed record FunctionAnswer(int Status, bool IsError, string Body)
{
    public static async Task<FunctionAnswer> ReadAsync(HttpResponseMessage answer) => new(
        (int)answer.StatusCode,
        answer.Headers.TryGetValues("X-Amz-Function-Error", out var error) && error.Single() == "Unhandled",
        await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
