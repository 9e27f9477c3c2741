using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

/// <summary>
/// Two tables for two Regions, and this class for the replication between them: every item is copied over, and where both have
/// one under the same key the later one stays, as in a global table
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html).
/// </summary>
public sealed class TwoRegionsTests(TheStore the) : IClassFixture<TheStore>, IAsyncLifetime
{
    private readonly string[] tables = [$"east-{Guid.NewGuid():N}", $"west-{Guid.NewGuid():N}"];

    private IAmazonDynamoDB Dynamo => the.Dynamo;

    private ConfigStore East => new(new(Dynamo, tables[0]), TimeProvider.System);

    private ConfigStore West => new(new(Dynamo, tables[1]), TimeProvider.System);

    private ConfigHistory History => new(new(Dynamo, tables[0]), East);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var table in tables)
            await FlowConfigsTable.EnsureAsync(Dynamo, table, Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in tables)
            await Dynamo.DeleteTableAsync(table, CancellationToken.None);
    }

    [Fact]
    public async Task A_save_that_the_other_Region_overruled_stays_in_the_history_and_is_reported()
    {
        await SaveInBothAsync();
        var latest = (await History.ListAsync(ConfigId.Parse("a"), null, 10, Cancelled)).Items;
        Assert.Equal(
            [(2, "west", VersionLink.Whole), (2, "east", VersionLink.Overruled), (1, "first", VersionLink.Whole)],
            latest.Select(v => (v.Version, v.Saved.Comment!, v.Link)));
        Assert.Equal("west", (await East.GetAsync(ConfigId.Parse("a"), Cancelled))!.Description);
        Assert.Equal("west", (await History.GetAsync(ConfigId.Parse("a"), 2, null, Cancelled))!.Description);
        Assert.Equal("east", (await History.GetAsync(ConfigId.Parse("a"), 2, latest[1].Saved.Mark, Cancelled))!.Description);
    }

    [Fact]
    public async Task A_later_save_can_say_that_it_has_taken_up_what_was_overruled()
    {
        var (east, west) = await SaveInBothAsync();
        var author = new Author("ada", "merged", Permit.Everything) { Merges = [east.Saved!.Mark!] };
        await East.SaveAsync(west with { Description = "west and east" }, west, author, Cancelled);
        var links = (await History.ListAsync(ConfigId.Parse("a"), null, 10, Cancelled)).Items.Select(v => (v.Version, v.Link));
        Assert.Equal([(3, VersionLink.Whole), (2, VersionLink.Whole), (2, VersionLink.Merged), (1, VersionLink.Whole)], links);
    }

    [Fact]
    public async Task A_version_that_is_based_on_one_that_never_arrived_has_a_broken_link()
    {
        var (_, west) = await SaveInBothAsync();
        var third = await West.SaveAsync(west with { Description = "third" }, west, new("bob", "third", Permit.Everything), Cancelled);
        await Dynamo.DeleteItemAsync(tables[1], RawItem.Key("CONFIG#a", Item.VersionSort(2, west.Saved!.Mark)), Cancelled);
        await Dynamo.DeleteItemAsync(tables[0], RawItem.Key("CONFIG#a", Item.VersionSort(2, west.Saved!.Mark)), Cancelled);
        await ReplicateAsync();
        var links = (await History.ListAsync(third.Id, null, 10, Cancelled)).Items.Select(v => (v.Version, v.Saved.Comment, v.Link));
        Assert.Equal([(3, "third", VersionLink.Broken), (2, "east", VersionLink.Whole), (1, "first", VersionLink.Whole)], links);
    }

    private async Task<(Config East, Config West)> SaveInBothAsync()
    {
        var first = await East.SaveAsync(A.Config("a") with { Version = 0 }, null, new("ada", "first", Permit.Everything), Cancelled);
        await ReplicateAsync();
        var east = await East.SaveAsync(first with { Description = "east" }, first, new("ada", "east", Permit.Everything), Cancelled);
        var west = await West.SaveAsync(first with { Description = "west" }, first, new("bob", "west", Permit.Everything), Cancelled);
        await ReplicateAsync();
        return (east, west);
    }

    private async Task ReplicateAsync()
    {
        var both = new[] { await ItemsAsync(tables[0]), await ItemsAsync(tables[1]) };
        foreach (var item in both[0].Concat(both[1]).GroupBy(item => (item[Item.Pk].S, item[Item.Sk].S)))
        {
            // In SaveInBothAsync West always saves last.
            foreach (var table in tables)
                await Dynamo.PutItemAsync(table, item.MaxBy(i => ConfigItem.Read(i).Saved!.At), Cancelled);
        }
    }

    private async Task<List<Dictionary<string, AttributeValue>>> ItemsAsync(string table) =>
        (await Dynamo.ScanAsync(new ScanRequest { TableName = table, ConsistentRead = true }, Cancelled)).Items;
}
