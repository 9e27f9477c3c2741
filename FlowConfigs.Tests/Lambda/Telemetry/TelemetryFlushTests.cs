using System.Diagnostics;
using FlowConfigs.Lambda.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace FlowConfigs.Tests.Lambda.Telemetry;

public sealed class TelemetryFlushTests
{
    [Fact]
    public async Task Collector_that_did_not_answer_is_left_alone_for_a_while()
    {
        var clock = new Clock();
        var stuck = new Stuck();
        using var traces = Sdk.CreateTracerProviderBuilder().AddProcessor(stuck).Build();
        var flush = new TelemetryFlush(traces, null, null, clock);

        Assert.False(await flush.RunAsync());
        Assert.True(await flush.RunAsync());
        Assert.Equal(1, stuck.Asked);

        clock.Now += TelemetryFlush.Rest;
        Assert.False(await flush.RunAsync());
        Assert.Equal(2, stuck.Asked);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Stuck : BaseProcessor<Activity>
    {
        public int Asked { get; private set; }

        protected override bool OnForceFlush(int timeoutMilliseconds)
        {
            Asked++;
            return false;
        }
    }
}
