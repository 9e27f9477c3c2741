namespace FlowConfigs.Tests.Lambda.Telemetry;

public sealed class UnreachableCollectorTests
{
    // Port 9 (discard) has no listener.
    private const string Nobody = "http://127.0.0.1:9";

    [Fact]
    public async Task Nothing_fails_and_it_is_said_once()
    {
        var log = new Lines();
        await using var function = await RunningFunction.StartAsync(RunningFunction.Text(text => text), otlp: Nobody, log: log);
        for (var call = 0; Warnings() == 0; call++)
            Assert.Equal(new FunctionAnswer(200, false, $"{call}"), await function.InvokeAsync($"{call}"));
        for (var call = 0; call < 10; call++)
            Assert.Equal(new FunctionAnswer(200, false, $"{call}"), await function.InvokeAsync($"{call}"));
        Assert.Equal(1, Warnings());

        int Warnings() => log.Written.Count(line => line.StartsWith($"Telemetry does not reach {Nobody}", StringComparison.Ordinal));
    }
}
