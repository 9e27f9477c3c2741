using Amazon.DynamoDBv2;
using Amazon.Runtime;
using FlowConfigs.Core.Calls;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

/// <summary>Calls in DynamoDB Local.</summary>
public sealed class CallStoreTests(TheStore the) : IClassFixture<TheStore>
{
    private const int Contacts = 1000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_contacts_at_once_each_invoked_again_leave_one_call_each_and_the_newest_come_first()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        using var dynamo = WithFewConnections(table.Dynamo);
        var store = new CallStore(new(dynamo, table.Name), TimeProvider.System);
        var calls = Enumerable.Range(0, Contacts).Select(i => Call($"contact-{i}", secondsAgo: i)).ToArray();
        Random.Shared.Shuffle(calls);

        // Connect invokes again when an answer is late; by then the clock has gone on.
        var kept = await Task.WhenAll(calls.Select(call => Task.WhenAll(
            store.KeepAsync(call, Cancelled), store.KeepAsync(call with { At = call.At.AddSeconds(7) }, Cancelled))));

        Assert.All(kept, both => Assert.Single(both, isNew => isNew));
        var all = await AllAsync(store);
        Assert.Equal(Contacts, all.Count);
        Assert.Equal(Contacts, all.Select(call => call.ContactId).Distinct().Count());
        Assert.Equal(all.OrderByDescending(call => call.At).Take(5).Select(call => call.ContactId), await NewestAsync(store, 5));
    }

    [Fact]
    public async Task A_page_goes_on_where_the_one_before_ended()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var store = new CallStore(new(table.Dynamo, table.Name), TimeProvider.System);
        foreach (var i in Enumerable.Range(0, 5))
            await store.KeepAsync(Call($"contact-{i}", secondsAgo: i), Cancelled);

        var first = await store.ListAsync(null, 2, Cancelled);
        var second = await store.ListAsync(Cursor(first.Next), 3, Cancelled);

        Assert.Equal(["contact-0", "contact-1"], first.Items.Select(call => call.ContactId));
        Assert.Equal(["contact-2", "contact-3", "contact-4"], second.Items.Select(call => call.ContactId));
        Assert.Empty((await store.ListAsync(Cursor(second.Next), 3, Cancelled)).Items);
    }

    [Fact]
    public async Task A_call_whose_time_is_over_is_not_shown_and_the_table_deletes_it()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var store = new CallStore(new(table.Dynamo, table.Name), TimeProvider.System);
        var over = Call("contact-over", secondsAgo: 1) with { Expires = TimeProvider.System.GetUtcNow().AddSeconds(-1) };
        await store.KeepAsync(over, Cancelled);
        await store.KeepAsync(Call("contact", secondsAgo: 2), Cancelled);

        Assert.Equal(["contact"], await NewestAsync(store, 5));
        var life = (await table.Dynamo.DescribeTimeToLiveAsync(table.Name, Cancelled)).TimeToLiveDescription;
        Assert.Equal("expires", life.AttributeName);
    }

    // All at once for the store, but not for the table: other tests use the same DynamoDB Local meanwhile, within 2 s.
    private static AmazonDynamoDBClient WithFewConnections(IAmazonDynamoDB dynamo) => new(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig
        {
            ServiceURL = dynamo.Config.ServiceURL,
            AuthenticationRegion = "us-east-1",
            MaxConnectionsPerServer = 8,
            Timeout = TimeSpan.FromMinutes(2),
        });

    private static Call Call(string id, int secondsAgo)
    {
        var at = TimeProvider.System.GetUtcNow().AddSeconds(-secondsAgo);
        return new() { ContactId = id, At = at, Expires = at.AddDays(30), Number = "+18003569377", Vanity = ["1-800-FLOWERS"] };
    }

    private static async Task<IEnumerable<string>> NewestAsync(CallStore store, int count) =>
        (await store.ListAsync(null, count, Cancelled)).Items.Select(call => call.ContactId);

    private static TimeCursor? Cursor(string? text) => text is not null && TimeCursor.TryParse(text, out var cursor) ? cursor : null;

    private static async Task<List<Call>> AllAsync(CallStore store)
    {
        var all = new List<Call>();
        string? before = null;
        do
        {
            var page = await store.ListAsync(Cursor(before), CallStore.MaxPage, Cancelled);
            all.AddRange(page.Items);
            before = page.Next;
        }
        while (before is not null);
        return all;
    }
}
