using System.Diagnostics;
using FlowConfigs.Lambda;
using FlowConfigs.Lambda.Telemetry;
using FlowConfigs.LambdaEmulator;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry;
using OpenTelemetry.Trace;
using RuntimeApi = FlowConfigs.Lambda.RuntimeApi;

namespace FlowConfigs.Tests.Lambda.Telemetry;

public sealed class FlushAfterAnswerTests
{
    [Fact]
    public async Task A_flush_begins_when_the_caller_has_the_answer()
    {
        var waiting = new WaitsForTheCaller();
        using var traces = Sdk.CreateTracerProviderBuilder().AddProcessor(waiting).Build();
        await using var emulator = new Emulator(TimeProvider.System);
        emulator.AddFunction("f");
        await emulator.StartAsync("127.0.0.1", 0, CancellationToken.None);
        using var api = new RuntimeApi(new() { RuntimeApi = $"127.0.0.1:{emulator.Port}/f", FunctionName = "f" });
        using var stop = new CancellationTokenSource();
        var flush = new TelemetryFlush(traces, null, null, TimeProvider.System);
        var invocations = new InvocationLoop(api, RunningFunction.Text(text => text), flush, NullLogger.Instance, TimeProvider.System);
        // On a thread of its own: the loop blocks while it waits for an invocation.
        var loop = Task.Run(() => invocations.RunAsync(stop.Token), CancellationToken.None);

        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{emulator.Port}") };
        using var answer = await http.PostAsync(
            "/2015-03-31/functions/f/invocations", new StringContent("1"), TestContext.Current.CancellationToken);
        waiting.TheCallerHasIt.Set();

        Assert.True(await waiting.Flushed.Task);
        await stop.CancelAsync();
        await loop;
    }

    /// <summary>Were it flushed before the answer, the caller would have nothing until its patience is over.</summary>
    private sealed class WaitsForTheCaller : BaseProcessor<Activity>
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

        public ManualResetEventSlim TheCallerHasIt { get; } = new();

        public TaskCompletionSource<bool> Flushed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override bool OnForceFlush(int timeoutMilliseconds)
        {
            Flushed.TrySetResult(TheCallerHasIt.Wait(Patience));
            return true;
        }
    }
}
