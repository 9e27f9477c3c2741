using System.Globalization;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Benchmarks;

/// <summary>A lookup, as isListed makes it, in a list of 100,000 entries beside one in a list of ten.</summary>
internal static class ListLookupBenchmark
{
    private const int Many = 100_000;
    private const int Few = 10;
    private const int Rounds = 10;
    private const int Lookups = 200;
    private static readonly Author Author = new("benchmark", null, Permit.Everything);

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var dynamo = await DynamoDb.StartAsync(cancellationToken);
        var store = new ListStore(new(dynamo.Client, DynamoDb.Table), TimeProvider.System);
        report.Progress($"{Many:N0} entries are written");
        var (many, few) = (await WriteAsync("many", Many), await WriteAsync("few", Few));
        List<double[]> manyTimes = [];
        List<double[]> fewTimes = [];
        // In turns, so that the noise of the machine is shared; the first round warms up.
        for (var round = 0; round <= Rounds; round++)
        {
            manyTimes.Add(await Measured.TimesAsync(Lookups, () => LookUpAsync(many, Many)));
            fewTimes.Add(await Measured.TimesAsync(Lookups, () => LookUpAsync(few, Few)));
        }

        foreach (var percent in new[] { 50, 99 })
        {
            var ofMany = report.Add($"lookup, p{percent}", $"{Many:N0} entries", Of(manyTimes, percent), "ms");
            var ofFew = report.Add($"lookup, p{percent}", $"{Few} entries", Of(fewTimes, percent), "ms");
            report.Compare($"lookup, p{percent}, {Many:N0} entries / {Few}", ofMany, ofFew, 1.5);
        }

        async Task<ConfigId> WriteAsync(string id, int count)
        {
            var list = ConfigId.Parse(id);
            await store.SaveAsync(list, 0, new() { Keys = KeyKind.Phone }, Author, cancellationToken);
            var writer = new ListWriter(store, TimeProvider.System);
            foreach (var keys in Enumerable.Range(0, count).Select(Key).Chunk(Paste.MaxEntries))
            {
                var drafts = keys.Select((key, i) => new EntryDraft(i + 1, $"line {i + 1}", key, "note", "", ""));
                await writer.PasteAsync(list, [.. drafts], Author, cancellationToken);
            }

            return list;
        }

        async Task LookUpAsync(ConfigId list, int count)
        {
            if ((await store.LookUpAsync(list, Key(Random.Shared.Next(count)), cancellationToken))?.Entries is null or [])
                throw new InvalidOperationException($"{list} lacks an entry that was written.");
        }
    }

    private static IEnumerable<double> Of(List<double[]> rounds, int percent) => rounds.Skip(1).Select(times => times.Percentile(percent));

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"+1555{i:D7}");
}
