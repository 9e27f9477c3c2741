using FlowConfigs.LambdaEmulator;

namespace FlowConfigs.Benchmarks;

/// <summary>The memory of getConfig after 1,000, 100,000 and 300,000 calls: native code, ReadyToRun and Node in turns.</summary>
internal static class MemoryBenchmark
{
    private static readonly int[] Calls = [1000, 100_000, 300_000];

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var dynamo = await DynamoDb.StartAsync(cancellationToken);
        await HandlerData.WriteAsync(dynamo, cancellationToken);
        await using var emulator = new Emulator(TimeProvider.System);
        await emulator.StartAsync("127.0.0.1", 0, cancellationToken);
        report.Progress("building our zips and Node's");
        var contenders = Contenders.GetConfig(await Built.PublishAsync(cancellationToken), dynamo, emulator);
        using var invoke = new Invoker(emulator);
        try
        {
            foreach (var contender in contenders)
                contender.Start();
            var before = 0;
            foreach (var calls in Calls)
            {
                report.Progress($"{calls:N0} calls");
                // One after another would take three times as long, and nothing is timed here.
                await Task.WhenAll(contenders.Select(contender => Measured.TimesAsync(calls - before, () => invoke.CallAsync(contender))));
                before = calls;
                foreach (var contender in contenders)
                    report.Add($"memory after {calls:N0} calls", contender.Name, [contender.CurrentMemory()], "MB");
            }
        }
        finally
        {
            foreach (var contender in contenders)
                contender.Dispose();
        }
    }
}
