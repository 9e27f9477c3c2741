using System.Diagnostics;
using System.Globalization;
using FlowConfigs.Lambda;
using FlowConfigs.Lambda.Telemetry;

namespace FlowConfigs.Tests.Lambda;

/// <summary>The loop, against the Runtime API that the emulator serves.</summary>
[Collection(nameof(LambdaRuntime))]
public sealed class LambdaRuntimeTests
{
    private const string TraceParent = "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Caller_gets_what_the_handler_answers()
    {
        await using var function = await RunningFunction.StartAsync(RunningFunction.Text(text => text.ToUpperInvariant()));
        for (var i = 0; i < 5; i++)
            Assert.Equal(new FunctionAnswer(200, false, $"\"CALL {i} É\""), await function.InvokeAsync($"\"call {i} é\""));
    }

    [Fact]
    public async Task Handler_learns_of_its_invocation()
    {
        var seen = new TaskCompletionSource<LambdaInvocation>();
        await using var function = await RunningFunction.StartAsync((invocation, _) =>
        {
            seen.SetResult(invocation);
            return Task.FromResult<ReadOnlyMemory<byte>>("{}"u8.ToArray());
        });
        var before = TimeProvider.System.GetUtcNow();
        await function.InvokeAsync("{}");
        var invocation = await seen.Task;
        Assert.True(Guid.TryParse(invocation.RequestId, out _));
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:get-config", invocation.InvokedFunctionArn);
        Assert.InRange(invocation.Deadline, before.AddSeconds(29), before.AddSeconds(60));
        Assert.True(invocation.IsColdStart);
        Assert.StartsWith("Root=1-", invocation.TraceId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_exception_is_an_error_answer_and_the_next_call_is_served()
    {
        await using var function = await RunningFunction.StartAsync(RunningFunction.Text(
            text => text == "1" ? throw new InvalidOperationException("The table is gone.") : "2"));
        var failed = await function.InvokeAsync("1");
        const string Expected = """{"errorMessage":"The table is gone.","errorType":"InvalidOperationException","stackTrace":[]}""";
        Assert.Equal(new FunctionAnswer(200, true, Expected), failed);
        Assert.Equal(new FunctionAnswer(200, false, "2"), await function.InvokeAsync("2"));
    }

    [Fact]
    public async Task Handler_is_called_off_before_its_time_is_up()
    {
        await using var function = await RunningFunction.StartAsync(
            async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return default;
            },
            timeout: TimeSpan.FromSeconds(5));
        var answer = await function.InvokeAsync("{}");
        Assert.True(answer.IsError);
        Assert.Contains("The function's time was up before the handler had an answer.", answer.Body);
    }

    [Fact]
    public async Task Answer_of_6_MB_is_sent_and_a_larger_one_refused()
    {
        await using var function = await RunningFunction.StartAsync(
            RunningFunction.Text(size => '"' + new string('x', int.Parse(size, CultureInfo.InvariantCulture) - 2) + '"'));
        var largest = await function.InvokeAsync("6291456");
        Assert.False(largest.IsError);
        Assert.Equal(6291456, largest.Body.Length);
        var refused = await function.InvokeAsync("6291457");
        Assert.True(refused.IsError);
        Assert.Contains("The answer has 6291457 bytes; Lambda takes at most 6291456.", refused.Body);
        Assert.False((await function.InvokeAsync("10")).IsError);
    }

    [Fact]
    public async Task Callers_trace_goes_on_in_the_function_and_in_the_sdk()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == FlowConfigsTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        string? forSdk = null;
        await using var function = await RunningFunction.StartAsync(RunningFunction.Text(_ =>
        {
            forSdk = Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
            return "{}";
        }));
        await function.InvokeAsync("{}", TraceParent);
        var span = Assert.Single(spans, span => span.TraceId.ToHexString() == "5759e988bd862e3fe1be46a994272793");
        Assert.Equal("53995c3f42cd8ad8", span.ParentSpanId.ToHexString());
        Assert.Equal("get-config", span.DisplayName);
        Assert.Equal(true, span.GetTagItem("faas.coldstart"));
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:get-config", span.GetTagItem("cloud.resource_id"));
        Assert.Equal("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1", forSdk);
    }

    [Fact]
    public async Task Failure_to_start_is_the_answer_to_the_next_call_and_ends_the_program()
    {
        await using var function = await RunningFunction.StartAsync(
            Task<LambdaHandler> () => throw new InvalidOperationException("AWS_REGION is not set."));
        Assert.Equal(1, await function.Exit);
        var answer = await function.InvokeAsync("{}");
        Assert.True(answer.IsError);
        Assert.Contains("AWS_REGION is not set.", answer.Body);
    }

    [Fact]
    public async Task Program_ends_well_when_it_is_told_to_stop()
    {
        await using var function = await RunningFunction.StartAsync(RunningFunction.Text(text => text));
        await function.InvokeAsync("{}");
        await function.StopAsync();
        Assert.Equal(0, await function.Exit);
    }

    [Fact]
    public async Task Program_ends_when_the_runtime_api_goes_away()
    {
        await using var function = await RunningFunction.StartAsync(RunningFunction.Text(text => text));
        await function.InvokeAsync("{}");
        await function.Emulator.StopAsync(Token);
        Assert.Equal(1, await function.Exit);
    }

    [Fact]
    public async Task Program_outside_lambda_says_how_to_start_it()
    {
        var log = new Lines();
        using var telemetry = LambdaTelemetry.Start("x", _ => null, TimeProvider.System);
        telemetry.Loggers.AddProvider(log);
        var exit = await LambdaRuntime.RunAsync(
            () => Task.FromResult(RunningFunction.Text(text => text)), telemetry, null, TimeProvider.System, Token);
        Assert.Equal(2, exit);
        Assert.Contains(log.Written, line => line.Contains("dotnet run --project FlowConfigs.AppHost", StringComparison.Ordinal));
    }

    // the metrics' own timer would send them after a minute
    [Fact(Timeout = 50_000)]
    public async Task Telemetry_of_a_call_is_sent_after_its_answer()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var function = await RunningFunction.StartAsync(RunningFunction.Text(text => text), otlp: collector.Url);
        await function.InvokeAsync("{}", TraceParent);
        while (!collector.Of("metrics").Any())
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Contains(collector.Of("traces"), text => text.Contains("faas.invocation_id", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9")]
    [InlineData("http://192.0.2.1:4318")]
    public async Task Collector_that_cannot_be_reached_fails_no_call(string nobody)
    {
        await using var function = await RunningFunction.StartAsync(RunningFunction.Text(text => text), otlp: nobody);
        for (var i = 0; i < 10; i++)
            Assert.Equal(new FunctionAnswer(200, false, $"{i}"), await function.InvokeAsync($"{i}"));
    }
}
