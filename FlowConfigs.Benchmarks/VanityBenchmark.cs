using System.Diagnostics;
using System.Globalization;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Vanity;

namespace FlowConfigs.Benchmarks;

/// <summary>What vanityNumbers does apart from the table: reading a number, finding words, making the answer; and the index.</summary>
internal static class VanityBenchmark
{
    /// <summary>With it the program is one that only loads the index.</summary>
    public const string LoadArgument = "--load-words";

    private const int Rounds = 10;
    private const int CallsOfRound = 5000;
    private const double SlowestCall = 5;
    private const double SlowestLoad = 30;

    /// <summary>Loads the index in a process that has done nothing else, and says how many milliseconds it took.</summary>
    public static int LoadOnce()
    {
        Console.WriteLine(Milliseconds(() => WordIndex.Load()).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        var loads = new List<double>();
        for (var round = 0; round < Rounds; round++)
            loads.Add(await FirstLoadAsync(cancellationToken));
        var first = report.Add("first load of a process", "index", loads, "ms");
        var index = WordIndex.Load();
        report.Add("load", "index", Enumerable.Range(0, Rounds).Select(_ => Milliseconds(() => WordIndex.Load())), "ms");
        report.Add("words", "index", [index.Count], "");
        report.Add("in memory", "index", [index.Bytes / 1024.0], "KB");

        var (search, numbers) = (new VanitySearch(index), new Random(1));
        // As many blocked words as an admin would not write by hand.
        var blocked = new BlockedWords(Enumerable.Range(0, 1000).Select(i => $"word{i}"));
        var rounds = new List<double[]>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round <= Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] times =
                [.. Enumerable.Range(0, CallsOfRound).Select(_ => Milliseconds(() => Answer(search, blocked, Number(numbers))))];
            if (round > 0) // before, it is compiled
                rounds.Add(times);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        report.Add("allocated", "a call", [allocated / 1024.0 / (CallsOfRound * (Rounds + 1))], "KB");
        report.Add("p50", "a call", rounds.Select(times => times.Percentile(50)), "ms");
        var p99 = report.Add("p99", "a call", rounds.Select(times => times.Percentile(99)), "ms");
        report.Compare("p99 of a call apart from the table, ms", p99.Median, SlowestCall);
        report.Compare("first load of the index, ms", first.Median, SlowestLoad);
    }

    private static async Task<double> FirstLoadAsync(CancellationToken cancellationToken)
    {
        string[] arguments = [typeof(VanityBenchmark).Assembly.Location, LoadArgument];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        return double.Parse(await process.StandardOutput.ReadToEndAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    private static byte[] Answer(VanitySearch search, BlockedWords blocked, string address)
    {
        var found = search.Best(CallerNumber.Parse(address)!, blocked, 5);
        VanityNumber[] told = [.. found.Take(3)];
        var answer = told.Index().ToDictionary(vanity => $"Vanity{vanity.Index + 1}", vanity => vanity.Item.Text);
        answer["VanitySpoken"] = Spoken.Of(told);
        return FlowAnswer.ToJson(answer);
    }

    private static string Number(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"+1{random.Next(200, 1000)}{random.Next(2_000_000, 10_000_000)}");

    private static double Milliseconds(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
