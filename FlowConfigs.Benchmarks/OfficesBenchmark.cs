using System.Diagnostics;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Benchmarks;

/// <summary>How resolving, the answer and the read grow with the chain, its keys, its languages and the number of offices.</summary>
internal static class OfficesBenchmark
{
    private const int Rounds = 15;
    private static readonly Author Author = new("benchmark", null, Permit.Everything);

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<int, Figure>();
        foreach (var (depth, count, languages) in new[] { (1, 10, 2), (2, 10, 2), (4, 10, 2), (2, 100, 2), (2, 1000, 2), (2, 100, 1), (2, 100, 20) })
        {
            var configs = ChainOf(depth, count, languages);
            var (times, bytes) = Resolve(configs, repeats: 20_000 / count);
            var of = $"{depth} levels, {count:N0} keys, {languages} languages";
            var figure = report.Add("resolve and write the answer", of, times, "µs");
            report.Add("answer", of, [bytes], "bytes");
            if ((depth, languages) == (2, 2))
                keys[count] = figure;
        }

        // Without the read of the table: that takes as long as it takes.
        report.Compare("1,000 keys / 10 keys (a hundred times as many)", keys[1000], keys[10], 100);
        using var dynamo = await DynamoDb.StartAsync(cancellationToken);
        await dynamo.Configs.SaveAsync(ChainOf(1, 10, 2)[0], null, Author, cancellationToken);
        var written = 0;
        Figure? few = null;
        foreach (var offices in new[] { 10, 1500, 15_000 })
        {
            report.Progress($"{offices:N0} offices");
            await Offices.WriteAsync(dynamo, written, offices, cancellationToken);
            written = offices;
            var rounds = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var times = await Measured.TimesAsync(
                    200, () => dynamo.Lookup.FindAsync(Offices.Id(Random.Shared.Next(offices)), [], cancellationToken));
                rounds.Add(times.Percentile(50));
            }

            var figure = report.Add("read of an office and its parent, p50", $"{offices:N0} offices", rounds, "ms");
            few ??= figure;
            if (offices == 15_000)
                report.Compare("read, 15,000 offices / 10", figure, few, 1.2);
        }
    }

    private static (IReadOnlyList<double> Microseconds, int Bytes) Resolve(IReadOnlyList<Config> configs, int repeats)
    {
        var now = TimeProvider.System.GetUtcNow();
        var rounds = new List<double>();
        var bytes = 0;
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < repeats; i++)
                bytes = FlowAnswer.ToJson(FlowAnswer.Of(Resolver.Resolve(Chain.Of(configs, now), "es-US", Channel.Voice))).Length;
            rounds.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / repeats);
        }

        return (rounds[1..], bytes); // the first is not compiled yet
    }

    // The topmost defines everything: half variables, half prompts; each level below overrides a tenth.
    private static IReadOnlyList<Config> ChainOf(int depth, int keys, int languages)
    {
        string[] tags = [.. Enumerable.Range(0, languages).Select(i => i switch { 0 => "en-US", 1 => "es-US", _ => $"x{(char)('a' + i)}-US" })];
        var ids = Enumerable.Range(0, depth).Select(i => "office" + string.Concat(Enumerable.Repeat("/below", i))).Reverse();
        return [.. ids.Select((id, level) => level == depth - 1 ? Top(id) : Below(id))];

        Config Top(string id) => new()
        {
            Id = ConfigId.Parse(id),
            Version = 1,
            DefaultLanguage = "en-US",
            Variables = [.. Enumerable.Range(0, keys / 2).Select(i => new Variable { Name = $"Key{i}", Kind = VariableKind.Text, Value = "a value" })],
            Prompts = [.. Enumerable.Range(keys / 2, keys / 2).Select(i => new Prompt { Name = $"Key{i}", Key = $"Key{i}", Texts = Texts() })],
        };

        Config Below(string id) => new()
        {
            Id = ConfigId.Parse(id),
            Version = 1,
            Overrides = Enumerable.Range(0, Math.Max(1, keys / 10)).ToDictionary(i => $"Key{i}", _ => new Override { Value = "another" }),
        };

        Dictionary<string, PromptText> Texts() => tags.ToDictionary(tag => tag, tag => new PromptText { Voice = $"Good day ({tag})" });
    }
}
