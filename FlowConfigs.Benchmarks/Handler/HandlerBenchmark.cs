using FlowConfigs.LambdaEmulator;

namespace FlowConfigs.Benchmarks;

/// <summary>
/// getConfig as it is published against the same in Node, and against the least that a function could do, all behind one emulator and
/// before one DynamoDB Local, in turns.
/// </summary>
internal static class HandlerBenchmark
{
    private const int Rounds = 20;
    private const int CallsOfRound = 500;
    private const int WarmUp = 1000;

    // The program of another build, such as one from before a change, to start in turns with this one.
    private const string BesideVariable = "FLOWCONFIGS_BENCHMARK_BESIDE";

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var dynamo = await DynamoDb.StartAsync(cancellationToken);
        await HandlerData.WriteAsync(dynamo, cancellationToken);
        await using var emulator = new Emulator(TimeProvider.System);
        await emulator.StartAsync("127.0.0.1", 0, cancellationToken);
        await using var proxy = new TlsProxy(new(dynamo.Url));
        report.Progress("building our zips and Node's");
        var built = await Built.PublishAsync(cancellationToken);
        using var invoke = new Invoker(emulator);
        var getConfig = Contenders.GetConfig(built, dynamo, emulator);
        var raw = Contenders.Floor("raw read", HandlerData.Read(HandlerData.Id), dynamo, emulator);
        var hop = Contenders.Floor("emulator alone", null, dynamo, emulator);
        var keys = HandlerData.KeyCounts
            .Select(count => Contenders.Floor($"raw read of {count}", HandlerData.Read(HandlerData.IdOf(count)), dynamo, emulator)).ToArray();
        try
        {
            await ColdAsync(
                new(report, invoke), report, getConfig, await Contenders.GetConfigOverTlsAsync(built, proxy, dynamo, emulator),
                Contenders.Function("isListed", "is-listed-caller", built, dynamo, emulator),
                Contenders.Function("vanityNumbers", "vanity-numbers-caller", built, dynamo, emulator),
                Contenders.Api(built, dynamo, emulator), cancellationToken);
            if (Environment.GetEnvironmentVariable(BesideVariable) is { Length: > 0 } beside)
            {
                var other = Contenders.Of("beside", [beside], dynamo, emulator, ("_HANDLER", "getConfig"));
                var figures = await new ColdStarts(report, invoke).MeasureAsync([getConfig[0], other], cancellationToken);
                report.Compare("cold start over http, native / the build beside", figures[0], figures[1], 1.05);
            }

            Contender[] all = [.. getConfig, raw, hop, .. keys];
            foreach (var contender in all)
                contender.Start();
            report.Progress($"{Rounds} rounds of {CallsOfRound} warm calls each");
            ReportWarm(report, await WarmAsync([.. getConfig, raw, hop], invoke), built.Sizes, getConfig, raw, hop);
            report.Progress("1,000 keys and 10");
            await KeysAsync(report, getConfig[0], keys[0], keys[1], invoke);
        }
        finally
        {
            foreach (var contender in (Contender[])[.. getConfig, raw, hop, .. keys])
                contender.Dispose();
        }
    }

    private static async Task ColdAsync(
        ColdStarts cold, Report report, Contender[] http, Contender[] tls, Contender[] isListed, Contender[] vanityNumbers,
        Contender[] api, CancellationToken cancellationToken)
    {
        foreach (var (way, contenders) in new[] { ("http", http), ("TLS", tls) })
        {
            var figures = await cold.MeasureAsync(contenders, cancellationToken);
            report.Compare($"cold start over {way}, native / Node", figures[0], figures[2], 0.2);
        }

        foreach (var contenders in new[] { isListed, vanityNumbers, api })
        {
            var figures = await cold.MeasureAsync(contenders, cancellationToken);
            report.Compare($"cold start, {contenders[0].Name} / ready-to-run", figures[0], figures[1], 0.3);
        }
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

    private static void ReportWarm(
        Report report, Dictionary<Contender, List<Round>> warm, IReadOnlyDictionary<string, double> sizes, Contender[] getConfig,
        Contender raw, Contender hop)
    {
        foreach (var contender in (Contender[])[.. getConfig, raw, hop])
            report.Add("warm p50", contender.Name, warm[contender].Select(round => round.Times.Percentile(50)), "ms");
        foreach (var contender in getConfig)
        {
            report.Add("warm p99", contender.Name, warm[contender].Select(round => round.Times.Percentile(99)), "ms");
            report.Add("warm p99.9 of all", contender.Name, [warm[contender].SelectMany(round => round.Times).Percentile(99.9)], "ms");
        }

        var cpu = getConfig.Select(
            contender => report.Add("processor time a warm call", contender.Name, [warm[contender].Average(round => round.ProcessorTime)], "ms"));
        var memory = getConfig.Select(contender => report.Add("peak memory", contender.Name, [contender.PeakMemory()], "MB"));
        Compare("processor time a warm call, native / Node", [.. cpu], 0.3);
        Compare("peak memory, native / Node", [.. memory], 0.45);
        foreach (var (of, size) in sizes)
            report.Add("zip", of, [size], "MB");
        report.Compare("zip of getConfig, MB", sizes["native"], 8);
        report.Compare("zip of the API, MB", sizes["api"], 16);
        // Each round's own medians are compared: what disturbs the machine disturbs all in it.
        report.Compare("warm p50, native / Node", Median(i => P50(getConfig[0], i) / P50(getConfig[2], i)), 0.5);
        report.Compare("warm p50, native / ready-to-run", Median(i => P50(getConfig[0], i) / P50(getConfig[1], i)), 1);
        report.Compare("warm p50, native / raw read, each through the emulator", Median(i => P50(getConfig[0], i) / P50(raw, i)), 1.2);
        report.Compare(
            "the same without the emulator's share",
            Median(i => (P50(getConfig[0], i) - P50(hop, i)) / (P50(raw, i) - P50(hop, i))),
            1.2);

        void Compare(string what, Figure[] figures, double goal) => report.Compare(what, figures[0], figures[2], goal);

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
