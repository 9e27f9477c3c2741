using System.Diagnostics;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Table;
using Microsoft.Extensions.Time.Testing;

namespace FlowConfigs.Tests.Table;

/// <summary>What reads cost: how many requests DynamoDB gets.</summary>
public sealed class ReadCostTests(TheStore the) : IClassFixture<TheStore>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_throttled_batch_is_asked_again_after_growing_pauses()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(A.Config("office", A.Switch("Closure")));
        using var dynamo = new CountingClient(table.Dynamo, throttled: 4);
        var clock = Stopwatch.StartNew();
        var found = await new ConfigStore(new(dynamo, table.Name), TimeProvider.System).GetManyAsync([ConfigId.Parse("office")], Cancelled);
        Assert.Single(found);
        Assert.Equal(5, dynamo.Batches);
        // At least half of 25, 50, 100 and 200 ms.
        Assert.InRange(clock.Elapsed, TimeSpan.FromMilliseconds(180), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_table_that_stays_throttled_is_given_up_after_a_few_requests()
    {
        using var dynamo = new CountingClient(the.Dynamo, throttled: int.MaxValue);
        var store = new ConfigStore(new(dynamo, "any"), TimeProvider.System);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAsync<TableBusyException>(() => store.GetManyAsync([ConfigId.Parse("office")], limit.Token));
        Assert.InRange(dynamo.Batches, 5, 25);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59.9999999Z#config#office#mark", 5)]
    [InlineData("2025-12-31T23:59:59.9999999Z#config#office#mark", 0)]
    [InlineData("0001-01-01T00:00:00.0000000Z#", 0)]
    public async Task A_page_of_the_audit_costs_a_query_a_year_whatever_the_cursor_says(string before, int most)
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(A.Config("office"));
        using var dynamo = new CountingClient(table.Dynamo);
        var clock = new FakeTimeProvider(new(2030, 6, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.True(TimeCursor.TryParse(before, out var cursor));
        var page = await new AuditLog(new(dynamo, table.Name), clock).ListAsync(new(null, null, null, null), cursor, 10, Cancelled);
        Assert.Equal((most, most > 0 ? 1 : 0), (dynamo.Queries, page.Items.Count));
    }

    [Fact]
    public async Task An_audit_since_an_instant_reads_no_older_entries()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(A.Config("office"));
        using var dynamo = new CountingClient(table.Dynamo);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddYears(20));
        var since = TimeProvider.System.GetUtcNow().AddYears(19);
        Assert.Empty((await new AuditLog(new(dynamo, table.Name), clock).ListAsync(new(null, null, null, since), null, 10, Cancelled)).Items);
        Assert.InRange(dynamo.Queries, 1, 3);
    }

    [Fact]
    public async Task Listing_scenarios_reads_them_a_hundred_at_a_time()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(A.Config("office", A.Switch("Closure")));
        using var dynamo = new CountingClient(table.Dynamo);
        var store = new ScenarioStore(new(dynamo, table.Name), table.Store, TimeProvider.System);
        var scenario = new Scenario { Values = new Dictionary<ConfigId, IReadOnlyDictionary<string, Override>> { [ConfigId.Parse("office")] = A.Values(("Closure", "true")) } };
        foreach (var i in Enumerable.Range(0, 5))
            await store.SaveAsync(ConfigId.Parse($"fire-{i}"), 0, scenario, A.Author, Cancelled);
        var (gets, batches) = (dynamo.Gets, dynamo.Batches);

        var listed = await store.ListAsync(Cancelled);

        Assert.Equal(["fire-0", "fire-1", "fire-2", "fire-3", "fire-4"], listed.Select(stored => stored.Id));
        Assert.Equal((gets, batches + 1), (dynamo.Gets, dynamo.Batches));
    }
}
