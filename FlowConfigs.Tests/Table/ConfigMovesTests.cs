using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

public sealed class ConfigMovesTests(TheStore the) : IClassFixture<TheStore>, IAsyncLifetime
{
    private static readonly ConfigId Office = ConfigId.Parse("office");
    private static readonly ConfigId Branch = ConfigId.Parse("branch");

    /// <summary>Three levels: every config says something of its own, so that a missing parent shows in the answer.</summary>
    private static readonly string[] Tree =
        ["office", "office/texas", "office/texas/austin", "office/texas/dallas", "office/boston", "office/chicago"];

    private readonly string table = $"moves-{Guid.NewGuid():N}";

    private IAmazonDynamoDB Dynamo => the.Dynamo;

    private ConfigStore Configs => new(new(Dynamo, table), TimeProvider.System);

    private ConfigLookup Lookup => new(new DynamoTable(Dynamo, table));

    private AliasStore Aliases => new(new(Dynamo, table), TimeProvider.System);

    private static ConfigMove Everything => new(Office, 1, Branch, Children: true, Alias: true);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await FlowConfigsTable.EnsureAsync(Dynamo, table, Cancelled);
        foreach (var id in Tree)
        {
            var config = A.Config(id, A.Text($"Key{Array.IndexOf(Tree, id)}", id));
            await Configs.SaveAsync(id == "office" ? config : config.Overriding("Key0", id), null, A.Author, Cancelled);
        }
    }

    public async ValueTask DisposeAsync() => await Dynamo.DeleteTableAsync(table, CancellationToken.None);

    [Fact]
    public async Task A_moved_config_keeps_its_history_and_leaves_word_where_it_went()
    {
        var chicago = ConfigId.Parse("office/chicago");
        var moved = await Over(Dynamo).MoveAsync(new(chicago, 1, Branch, Children: false, Alias: true), new("ada", "New name", Permit.Everything), Cancelled);

        Assert.Equal(2, moved.Config.Version);
        Assert.Equal([new(chicago, 1)], moved.Config.MovedFrom);
        var saved = moved.Config.Saved!;
        Assert.Equal(("ada", "New name", SaveAction.Moved), (saved.By, saved.Comment, saved.Action));
        Assert.Equal(["Key0"], moved.UnusedKeys[Branch]);
        Assert.Null(await Configs.GetAsync(chicago, Cancelled));
        var items = await ItemsOf(chicago);
        Assert.Equal(["V#0000000001", "V#0000000002"], items.Select(item => item["sk"].S[..12]));
        Assert.True(items[1]["deleted"].BOOL);
        Assert.Equal(Branch, ConfigItem.Read(items[1]).Saved!.MovedTo);
        var change = Assert.Single(RawItem.Audit(items[1]).Changes);
        Assert.Equal(new FieldChange("id", "office/chicago", "branch"), change);
        var first = (await ItemsOf(Branch)).Single(item => item["sk"].S.StartsWith('V'));
        Assert.Equal([change], RawItem.Audit(first).Changes);
    }

    [Trait("Rule", "R10")]
    [Fact]
    public async Task A_config_does_not_move_above_one_whose_answer_would_be_too_large_then()
    {
        var long1 = A.Config("long", A.Text("Long", new('l', 20_000)));
        await Configs.SaveAsync(long1 with { Version = 0 }, null, A.Author, Cancelled);
        await Configs.SaveAsync(A.Config("there/austin", A.Text("Own", new('o', 20_000))), null, A.Author, Cancelled);
        var move = new ConfigMove(long1.Id, 1, ConfigId.Parse("there"), Children: false, Alias: false);
        var refused = await Assert.ThrowsAsync<ConfigTooLargeException>(() => Over(Dynamo).MoveAsync(move, A.Author, Cancelled));
        Assert.Contains("there/austin would answer", refused.Message);
    }

    [Fact]
    public async Task Moved_back_it_has_its_id_again_and_the_alias_there_is_gone()
    {
        await Over(Dynamo).MoveAsync(Everything, A.Author, Cancelled);
        var back = await Over(Dynamo).MoveAsync(new(Branch, 2, Office, Children: true, Alias: false), A.Author, Cancelled);
        Assert.Equal(3, back.Config.Version);
        Assert.Equal([Branch, Office], back.Config.MovedFrom.Select(from => from.Id));
        foreach (var id in Tree.Select(ConfigId.Parse))
        {
            Assert.Null(await Aliases.GetAsync(id, Cancelled));
            Assert.Empty(await Aliases.OfAsync(id, Cancelled));
        }

        await EveryConfigAnswersAsync();
    }

    [Fact]
    public async Task Before_every_write_of_a_move_each_config_answers_right_under_its_old_id_and_afterwards_under_both()
    {
        using var dynamo = new CompetingClient(Dynamo, _ => EveryConfigAnswersAsync());
        var moved = await Over(dynamo).MoveAsync(Everything, A.Author, Cancelled);
        Assert.Equal(6, moved.Configs);
        Assert.InRange(dynamo.Sent, 3, 20);
        await EveryConfigAnswersAsync();
        await EveryConfigAnswersAsync("branch");
        foreach (var id in Tree)
            Assert.Null(await Configs.GetAsync(ConfigId.Parse(id), Cancelled));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_move_that_breaks_off_is_taken_up_where_it_was(int brokenAt)
    {
        using var breaking = Breaking(brokenAt);
        await Assert.ThrowsAsync<IOException>(() => Over(breaking).MoveAsync(Everything, A.Author, Cancelled));
        await EveryConfigAnswersAsync();
        await Over(Dynamo).MoveAsync(Everything, A.Author, Cancelled);
        await EveryConfigAnswersAsync();
        await EveryConfigAnswersAsync("branch");
        Assert.All(await Configs.ListBelowAsync(Branch, Cancelled).ToListAsync(Cancelled), summary => Assert.Equal(2, summary.Version));
    }

    [Fact]
    public async Task What_is_saved_or_created_below_it_meanwhile_comes_along()
    {
        using var dynamo = new CompetingClient(Dynamo, async sent =>
        {
            if (sent == 2)
                await ChangeAsync("office/texas/austin");
            if (sent == 4)
                await Configs.SaveAsync(A.Config("office/new").Overriding("Key0", "new"), null, A.Author, Cancelled);
        });
        await Over(dynamo).MoveAsync(Everything, A.Author, Cancelled);
        Assert.Equal("changed", (await Configs.GetAsync(ConfigId.Parse("branch/texas/austin"), Cancelled))!.Description);
        Assert.NotNull(await Configs.GetAsync(ConfigId.Parse("branch/new"), Cancelled));
        Assert.Empty(await Configs.ListBelowAsync(Office, Cancelled).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_change_of_the_top_while_it_moves_is_not_lost()
    {
        using var dynamo = new CompetingClient(Dynamo, sent => sent == 3 ? ChangeAsync("office") : Task.CompletedTask);
        var refused = await Assert.ThrowsAsync<ConfigsChangedException>(() => Over(dynamo).MoveAsync(Everything, A.Author, Cancelled));
        Assert.Equal(2, refused.Current[Office]);
        await EveryConfigAnswersAsync();

        await Over(Dynamo).MoveAsync(Everything with { Version = 2 }, A.Author, Cancelled);
        var top = (await Configs.GetAsync(Branch, Cancelled))!;
        Assert.Equal(("changed", 3), (top.Description, top.Version));
        await EveryConfigAnswersAsync("branch");
    }

    [Fact]
    public async Task Changes_of_both_halves_of_a_broken_move_are_left_for_people_to_bring_together()
    {
        using var breaking = Breaking(3);
        await Assert.ThrowsAsync<IOException>(() => Over(breaking).MoveAsync(Everything, A.Author, Cancelled));
        await ChangeAsync("office");
        await ChangeAsync("branch");
        var refused = await Assert.ThrowsAsync<BlockedOperationException>(
            () => Over(Dynamo).MoveAsync(Everything with { Version = 2 }, A.Author, Cancelled));
        Assert.Contains("office and branch were both changed", refused.Message);
    }

    [Fact]
    public async Task More_aliases_than_a_transaction_takes_point_at_it_all_the_time()
    {
        var chicago = ConfigId.Parse("office/chicago");
        var numbers = Enumerable.Range(0, 40).Select(i => ConfigId.Parse($"+1800555{i:D4}")).ToList();
        foreach (var number in numbers)
            await Aliases.SaveAsync(number, 0, chicago, A.Author, Cancelled);
        using var dynamo = new CompetingClient(Dynamo, async _ =>
        {
            foreach (var number in numbers)
                Assert.NotEmpty(await Lookup.FindAsync(number, [], Cancelled));
        });
        await Over(dynamo).MoveAsync(new(chicago, 1, ConfigId.Parse("office/illinois"), Children: false, Alias: true), A.Author, Cancelled);
        Assert.Equal(41, (await Aliases.OfAsync(ConfigId.Parse("office/illinois"), Cancelled)).Count);
    }

    [Fact]
    public async Task An_alias_that_is_made_while_it_moves_is_repointed_too()
    {
        var (boston, number) = (ConfigId.Parse("office/boston"), ConfigId.Parse("+18005550123"));
        using var dynamo = new CompetingClient(
            Dynamo, sent => sent == 1 ? Aliases.SaveAsync(number, 0, boston, A.Author, Cancelled) : Task.CompletedTask);
        await Over(dynamo).MoveAsync(new(boston, 1, Branch, Children: false, Alias: true), A.Author, Cancelled);
        Assert.Equal(Branch, (await Lookup.FindAsync(number, [], Cancelled))[0].Config.Id);
    }

    private CompetingClient Breaking(int at) =>
        new(Dynamo, sent => sent == at ? throw new IOException("broken off") : Task.CompletedTask);

    private ConfigMoves Over(IAmazonDynamoDB dynamo)
    {
        var own = new DynamoTable(dynamo, table);
        return new(own, new(own, TimeProvider.System), new(own, TimeProvider.System), TimeProvider.System);
    }

    // As getConfig does it: what a flow gets for each id of the tree, as if nothing had been moved.
    private async Task EveryConfigAnswersAsync(string top = "office")
    {
        foreach (var id in Tree)
        {
            var found = await Lookup.FindAsync(ConfigId.Parse(top + id["office".Length..]), [], Cancelled);
            var chain = Chain.Of([.. found.Select(stored => stored.Config)], A.Now);
            Assert.Equal(id, chain.Find("Key0")?.Value);
            var ancestors = ConfigId.Parse(id).Path.Skip(1).Where(parent => parent != Office);
            Assert.All(ancestors, parent => Assert.Equal(parent.Value, chain.Find($"Key{Array.IndexOf(Tree, parent.Value)}")?.Value));
        }
    }

    private async Task ChangeAsync(string id)
    {
        var config = (await Configs.GetAsync(ConfigId.Parse(id), Cancelled))!;
        await Configs.SaveAsync(config with { Description = "changed" }, config, A.Author, Cancelled);
    }

    private async Task<List<Dictionary<string, AttributeValue>>> ItemsOf(ConfigId id)
    {
        var values = new Dictionary<string, AttributeValue> { [":pk"] = new(ConfigItem.Partition(id)) };
        var request = new QueryRequest { TableName = table, KeyConditionExpression = "pk = :pk", ExpressionAttributeValues = values };
        return (await Dynamo.QueryAsync(request, Cancelled)).Items;
    }
}
