using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

public sealed class ListDeletionTests(TheStore the) : IClassFixture<TheStore>, IAsyncLifetime
{
    private static readonly ConfigId Id = ConfigId.Parse("vip/texas");

    private readonly string table = $"lists-{Guid.NewGuid():N}";

    private IAmazonDynamoDB Dynamo => the.Dynamo;

    private ListStore Store => new(new(Dynamo, table), TimeProvider.System);

    private ListWriter Writer => new(Store, TimeProvider.System);

    private ListDeletion Deletion => new(Store, TimeProvider.System);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await FlowConfigsTable.EnsureAsync(Dynamo, table, Cancelled);

    public async ValueTask DisposeAsync() => await Dynamo.DeleteTableAsync(table, CancellationToken.None);

    [Trait("Rule", "R28")]
    [Fact]
    public async Task A_list_with_entries_is_deleted_only_knowingly_and_its_entries_are_in_the_audit()
    {
        await CreateAsync();
        await PasteAsync([.. Enumerable.Range(0, 250).Select(i => $"key {i}")]);
        await Assert.ThrowsAsync<ListHasEntriesException>(() => Deletion.RunAsync(Id, 1, withEntries: false, A.Author, Cancelled));
        Assert.Equal(1, (await Store.GetAsync(Id, Cancelled))!.Version);

        Assert.Null(await Deletion.RunAsync(Id, 1, withEntries: true, A.Author, Cancelled));

        Assert.Null(await Store.GetAsync(Id, Cancelled));
        Assert.Empty(await ItemsOf("E#"));
        var gone = (await ItemsOf("A#")).Select(RawItem.Audit).Where(entry => entry.Changes[0].After is null);
        Assert.Equal(250, gone.Sum(entry => entry.Changes.Count + entry.More));
    }

    [Trait("Rule", "R28")]
    [Fact]
    public async Task A_deletion_that_was_interrupted_lets_nothing_in_and_goes_on()
    {
        var head = await CreateAsync();
        await PasteAsync("a");
        // What a deletion does first.
        await Store.Heads.SaveAsync(new(head, head.With(head.Value with { Deleting = true })), A.Author, Cancelled);
        await Assert.ThrowsAsync<ListIsBeingDeletedException>(() => PasteAsync("b"));
        Assert.NotNull(await Store.LookUpAsync(Id, "a", Cancelled));
        Assert.Null(await Deletion.RunAsync(Id, 2, withEntries: true, A.Author, Cancelled));
        Assert.Null(await Store.LookUpAsync(Id, "a", Cancelled));
    }

    [Trait("Rule", "R28")]
    [Fact]
    public async Task A_deletion_that_takes_too_long_for_one_request_says_what_is_left()
    {
        await CreateAsync();
        await PasteAsync("a", "b");
        var left = await new ListDeletion(Store, new FastClock()).RunAsync(Id, 1, withEntries: true, A.Author, Cancelled);
        Assert.Equal((2, true), (left!.Version, left.Value.Deleting));
        Assert.Null(await Deletion.RunAsync(Id, left.Version, withEntries: true, A.Author, Cancelled));
        Assert.Empty(await ItemsOf("E#"));
    }

    private Task<Stored<ListHead>> CreateAsync() => Store.SaveAsync(Id, 0, new() { Keys = KeyKind.Text }, A.Author, Cancelled);

    private Task<IReadOnlyList<PasteLine>> PasteAsync(params IEnumerable<string> keys) => Writer.PasteAsync(
        Id, [.. keys.Select((key, i) => new EntryDraft(i, $"entries[{i}]", key, "", "", ""))], A.Author, Cancelled);

    private async Task<List<Dictionary<string, AttributeValue>>> ItemsOf(string prefix)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :pk AND begins_with(sk, :prefix)",
            ExpressionAttributeValues = new() { [":pk"] = new($"LIST#{Id.Value}"), [":prefix"] = new(prefix) },
            ConsistentRead = true,
        };
        return (await Dynamo.QueryAsync(request, Cancelled)).Items ?? [];
    }

    /// <summary>Every look at it is a minute later.</summary>
    private sealed class FastClock : TimeProvider
    {
        private long minutes;

        public override long GetTimestamp() => minutes++ * 60 * TimestampFrequency;
    }
}
