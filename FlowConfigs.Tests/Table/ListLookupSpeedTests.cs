using System.Diagnostics;
using System.Globalization;
using FlowConfigs.Core;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

/// <summary>A lookup costs the same in a list of 100,000 as in one of ten.</summary>
public sealed class ListLookupSpeedTests(TheSystem the, ITestOutputHelper output) : IClassFixture<TheSystem>, IAsyncLifetime
{
    private const int Many = 100_000;
    private const int Few = 10;
    private const int WarmUp = 200;
    private const int Lookups = 2000;

    private readonly string table = $"lookup-{Guid.NewGuid():N}";

    private ListStore Store => new(new(the.Running.Dynamo, table), TimeProvider.System);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await FlowConfigsTable.EnsureAsync(the.Running.Dynamo, table, Cancelled);

    public async ValueTask DisposeAsync() => await the.Running.Dynamo.DeleteTableAsync(table, CancellationToken.None);

    [Fact]
    public async Task A_lookup_among_100_000_takes_no_longer_than_one_among_ten()
    {
        var (many, few) = (await WriteAsync("many", Many), await WriteAsync("few", Few));
        List<double> manyTimes = [];
        List<double> fewTimes = [];
        for (var i = 0; i < WarmUp + Lookups; i++)
        {
            // In turns, so that the noise of the machine is shared.
            var (first, second) = (await LookUpAsync(many, Random.Shared.Next(Many)), await LookUpAsync(few, Random.Shared.Next(Few)));
            if (i >= WarmUp)
            {
                manyTimes.Add(first);
                fewTimes.Add(second);
            }
        }

        var ratio = Percentile(manyTimes, 0.99) / Percentile(fewTimes, 0.99);
        output.WriteLine($"{Many:N0} entries: p50 {Percentile(manyTimes, 0.5):F2} ms, p99 {Percentile(manyTimes, 0.99):F2} ms");
        output.WriteLine($"{Few} entries: p50 {Percentile(fewTimes, 0.5):F2} ms, p99 {Percentile(fewTimes, 0.99):F2} ms");
        output.WriteLine($"ratio of p99 {ratio:F2}");
        // The goal is 1.5. A lookup that read the list would take a hundred times as long.
        Assert.InRange(ratio, 0, 10);
        Assert.InRange(Percentile(manyTimes, 0.5) / Percentile(fewTimes, 0.5), 0, 3);
    }

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"+1555{i:D7}");

    private static double Percentile(List<double> times, double share) => times.Order().ElementAt((int)(times.Count * share));

    private async Task<ConfigId> WriteAsync(string id, int count)
    {
        var started = Stopwatch.GetTimestamp();
        var list = ConfigId.Parse(id);
        await Store.SaveAsync(list, 0, new() { Keys = KeyKind.Phone }, A.Author, Cancelled);
        var writer = new ListWriter(Store, TimeProvider.System);
        foreach (var keys in Enumerable.Range(0, count).Select(Key).Chunk(Paste.MaxEntries))
        {
            var drafts = keys.Select((key, i) => new EntryDraft(i + 1, $"line {i + 1}", key, "note", "", ""));
            await writer.PasteAsync(list, [.. drafts], A.Author, Cancelled);
        }

        output.WriteLine($"{count:N0} entries written in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
        return list;
    }

    // As isListed looks up: the list and the entry in one read.
    private async Task<double> LookUpAsync(ConfigId list, int i)
    {
        var started = Stopwatch.GetTimestamp();
        var found = await Store.LookUpAsync(list, Key(i), Cancelled);
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        Assert.NotNull(found?.Entry);
        return time;
    }
}
