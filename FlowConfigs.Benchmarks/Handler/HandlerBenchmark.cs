using FlowConfigs.LambdaEmulator;

namespace FlowConfigs.Benchmarks;

/// <summary>
/// getConfig as it is published against the same in Node, and against the least that a function could do, all behind one emulator and
/// before one DynamoDB Local, in turns.
/// </summary>
internal static class HandlerBenchmark
{
    private const int ColdStarts = 15;
    private const int Rounds = 20;
    private const int CallsOfRound = 500;
    private const int WarmUp = 1000;
    private const int Soak = 100_000;

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var dynamo = await DynamoDb.StartAsync(cancellationToken);
        await HandlerData.WriteAsync(dynamo, cancellationToken);
        await using var emulator = new Emulator(TimeProvider.System);
        await emulator.StartAsync("127.0.0.1", 0, cancellationToken);
        report.Progress("building our zip and Node's");
        var (contenders, sizes) = await Contenders.BuildAsync(dynamo, emulator, cancellationToken);
        var (ours, node, floor, hop, managed) = (contenders[0], contenders[1], contenders[2], contenders[3], contenders[^1]);
        using var invoke = new Invoker(emulator);
        try
        {
            report.Progress($"{ColdStarts} cold starts each");
            var cold = await ColdAsync([ours, node, managed], invoke, cancellationToken);
            foreach (var contender in contenders)
                contender.Start();
            report.Progress($"{Rounds} rounds of {CallsOfRound} warm calls each");
            var warm = await WarmAsync(contenders, invoke);
            ReportAll(report, cold, warm, sizes, ours, node, managed);
            foreach (var other in new[] { floor, hop })
                report.Add("warm p50", other.Name, warm[other].Select(round => round.Times.Percentile(50)), "ms");
            Ratios(report, warm, ours, node, floor, hop);

            report.Progress("1,000 keys and 10");
            await KeysAsync(report, ours, contenders[4], contenders[5], invoke);
            report.Progress($"{Soak} calls more of ours");
            var before = ours.CurrentMemory();
            await Measured.TimesAsync(Soak, () => invoke.CallAsync(ours));
            report.Add($"memory after {Soak:N0} calls more", ours.Name, [ours.CurrentMemory() - before], "MB more");
        }
        finally
        {
            foreach (var contender in contenders)
                contender.Dispose();
        }
    }

    private static async Task<Dictionary<Contender, List<double>>> ColdAsync(
        Contender[] contenders, Invoker invoke, CancellationToken cancellationToken)
    {
        var cold = contenders.ToDictionary(contender => contender, _ => new List<double>());
        for (var i = 0; i < ColdStarts; i++)
        {
            foreach (var contender in contenders)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var answer = await Measured.TimesAsync(1, async () =>
                {
                    contender.Start();
                    await invoke.CallAsync(contender);
                });
                cold[contender].Add(answer[0]);
                contender.Stop();
                invoke.Exited(contender);
            }
        }

        return cold;
    }

    private static async Task<Dictionary<Contender, List<Round>>> WarmAsync(Contender[] contenders, Invoker invoke)
    {
        var warm = contenders.ToDictionary(contender => contender, _ => new List<Round>());
        foreach (var contender in contenders)
            await Measured.TimesAsync(WarmUp, () => invoke.CallAsync(contender));
        for (var i = 0; i < Rounds; i++)
        {
            foreach (var contender in contenders)
            {
                var before = contender.ProcessorTime();
                var times = await Measured.TimesAsync(CallsOfRound, () => invoke.CallAsync(contender));
                warm[contender].Add(new(times, (contender.ProcessorTime() - before) / CallsOfRound));
            }
        }

        return warm;
    }

    private static void ReportAll(
        Report report, Dictionary<Contender, List<double>> cold, Dictionary<Contender, List<Round>> warm,
        IReadOnlyDictionary<string, double> sizes, Contender ours, Contender node, Contender managed)
    {
        var colds = Both("cold start: process start to first answer", contender => cold[contender], "ms");
        Both("warm p50", contender => warm[contender].Select(round => round.Times.Percentile(50)), "ms");
        Both("warm p99", contender => warm[contender].Select(round => round.Times.Percentile(99)), "ms");
        Both("warm p99.9 of all", contender => [warm[contender].SelectMany(round => round.Times).Percentile(99.9)], "ms");
        var cpu = Both("processor time a warm call", contender => [warm[contender].Average(round => round.ProcessorTime)], "ms");
        var memory = Both("peak memory", contender => [contender.PeakMemory()], "MB");
        Both("zip", contender => [sizes[contender.Name]], "MB");
        report.Compare("cold start, ours / Node", colds.Ours, colds.Node, 0.2);
        report.Compare("processor time a warm call, ours / Node", cpu.Ours, cpu.Node, 0.3);
        report.Compare("peak memory, ours / Node", memory.Ours, memory.Node, 0.45);
        report.Compare("zip, MB", sizes[ours.Name], 8);

        (Figure Ours, Figure Node) Both(string what, Func<Contender, IEnumerable<double>> rounds, string unit)
        {
            report.Add(what, managed.Name, rounds(managed), unit);
            return (report.Add(what, ours.Name, rounds(ours), unit), report.Add(what, node.Name, rounds(node), unit));
        }
    }

    // Each round's own medians are compared: what disturbs the machine disturbs all in it.
    private static void Ratios(
        Report report, Dictionary<Contender, List<Round>> warm, Contender ours, Contender node, Contender floor, Contender hop)
    {
        report.Compare("warm p50, ours / Node", Median(i => P50(ours, i) / P50(node, i)), 0.5);
        report.Compare("warm p50, ours / raw read of the table, each through the emulator", Median(i => P50(ours, i) / P50(floor, i)), 1.20);
        report.Compare(
            "the same without the emulator's share",
            Median(i => (P50(ours, i) - P50(hop, i)) / (P50(floor, i) - P50(hop, i))),
            1.15);

        double P50(Contender contender, int round) => warm[contender][round].Times.Percentile(50);

        double Median(Func<int, double> ofRound) => Enumerable.Range(0, Rounds).Select(ofRound).Percentile(50);
    }

    // What is left when the read is taken off: both go through the emulator.
    private static async Task KeysAsync(Report report, Contender ours, Contender fewRaw, Contender manyRaw, Invoker invoke)
    {
        var (few, many) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            few.Add(await P50Async(ours, HandlerData.IdOf(HandlerData.KeyCounts[0])) - await P50Async(fewRaw, HandlerData.Id));
            many.Add(await P50Async(ours, HandlerData.IdOf(HandlerData.KeyCounts[1])) - await P50Async(manyRaw, HandlerData.Id));
        }

        report.Compare(
            "p50 at 1,000 keys / 10 keys, raw read taken off",
            report.Add("warm p50, raw read taken off", "1,000 keys", many, "ms"),
            report.Add("warm p50, raw read taken off", "10 keys", few, "ms"),
            8);

        async Task<double> P50Async(Contender contender, string id) =>
            (await Measured.TimesAsync(CallsOfRound, () => invoke.CallAsync(contender, id))).Percentile(50);
    }

    private sealed record Round(double[] Times, double ProcessorTime);
}
