using Amazon.DynamoDBv2;
using FlowConfigs.Core;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

public sealed class AliasStoreTests(TheStore the) : IClassFixture<TheStore>, IAsyncLifetime
{
    private static readonly ConfigId Number = ConfigId.Parse("+18005550123");
    private static readonly ConfigId Austin = ConfigId.Parse("office/austin");
    private static readonly ConfigId Boston = ConfigId.Parse("office/boston");

    private readonly string table = $"aliases-{Guid.NewGuid():N}";

    private IAmazonDynamoDB Dynamo => the.Dynamo;

    private ConfigStore Configs => new(new(Dynamo, table), TimeProvider.System);

    private AliasStore Aliases => new(new(Dynamo, table), TimeProvider.System);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await FlowConfigsTable.EnsureAsync(Dynamo, table, Cancelled);
        foreach (var id in new[] { "office", "office/austin", "office/boston" })
            await Configs.SaveAsync(A.Config(id), null, A.Author, Cancelled);
    }

    public async ValueTask DisposeAsync() => await Dynamo.DeleteTableAsync(table, CancellationToken.None);

    [Fact]
    public async Task A_config_its_parents_and_an_alias_of_its_id_are_looked_for_in_one_read_and_an_alias_takes_a_second()
    {
        await Aliases.SaveAsync(Number, 0, Austin, A.Author, Cancelled);
        using var dynamo = new CompetingClient(Dynamo);
        var store = new ConfigLookup(new DynamoTable(dynamo, table));

        Assert.Equal(["office/austin", "office"], (await store.FindAsync(Austin, [], Cancelled)).Select(c => c.Config.Id.Value));
        Assert.Equal(1, dynamo.Batches);
        Assert.Equal(["office/austin", "office"], (await store.FindAsync(Number, [], Cancelled)).Select(c => c.Config.Id.Value));
        Assert.Equal(3, dynamo.Batches);
        Assert.Empty(await store.FindAsync(ConfigId.Parse("office/nowhere"), [], Cancelled));
        Assert.Equal(4, dynamo.Batches);
    }

    [Fact]
    public async Task An_alias_that_is_made_again_goes_on_counting_so_that_an_old_version_is_never_taken_for_it()
    {
        await Aliases.SaveAsync(Number, 0, Austin, A.Author, Cancelled);
        await Aliases.DeleteAsync(Number, 1, A.Author, Cancelled);
        Assert.Equal(3, (await Aliases.SaveAsync(Number, 0, Boston, A.Author, Cancelled)).Version);
        await Assert.ThrowsAsync<DocumentConflictException>(() => Aliases.SaveAsync(Number, 1, Austin, A.Author, Cancelled));
    }

    [Fact]
    public async Task A_config_knows_at_once_which_aliases_point_at_it()
    {
        var first = await Aliases.SaveAsync(Number, 0, Austin, A.Author, Cancelled);
        Assert.Equal([Number], await Aliases.OfAsync(Austin, Cancelled));
        var moved = await Aliases.SaveAsync(Number, first.Version, Boston, A.Author, Cancelled);
        Assert.Empty(await Aliases.OfAsync(Austin, Cancelled));
        Assert.Equal([Number], await Aliases.OfAsync(Boston, Cancelled));
        await Aliases.DeleteAsync(Number, moved.Version, A.Author, Cancelled);
        Assert.Empty(await Aliases.OfAsync(Boston, Cancelled));
    }

    [Fact]
    public async Task An_alias_is_not_pointed_at_a_config_that_is_deleted_at_the_same_moment()
    {
        using var dynamo = new CompetingClient(Dynamo, async _ =>
        {
            if (await Configs.GetAsync(Austin, Cancelled) is { } austin)
                await Configs.DeleteAsync(austin, A.Author, Cancelled);
        });
        var aliases = new AliasStore(new(dynamo, table), TimeProvider.System);
        await Assert.ThrowsAsync<InvalidConfigException>(() => aliases.SaveAsync(Number, 0, Austin, A.Author, Cancelled));
        Assert.Null(await aliases.GetAsync(Number, Cancelled));
        Assert.Empty(await aliases.OfAsync(Austin, Cancelled));
    }

    [Fact]
    public async Task A_number_of_an_alias_is_free_again_when_the_alias_is_deleted()
    {
        await Aliases.SaveAsync(Number, 0, Austin, A.Author, Cancelled);
        await Assert.ThrowsAsync<BlockedOperationException>(() => Configs.SaveAsync(A.Config(Number.Value), null, A.Author, Cancelled));
        await Aliases.DeleteAsync(Number, 1, A.Author, Cancelled);
        Assert.Equal(1, (await Configs.SaveAsync(A.Config(Number.Value), null, A.Author, Cancelled)).Version);
        await Assert.ThrowsAsync<BlockedOperationException>(() => Aliases.SaveAsync(Number, 0, Austin, A.Author, Cancelled));
    }

    [Fact]
    public async Task As_many_configs_as_may_be_created_at_once_fit_a_transaction()
    {
        var writes = Enumerable.Range(0, ConfigStore.MaxCreations).Select(i => new Change<Config>(null, A.Config($"new-{i}"))).ToList();
        Assert.Equal(33, (await Configs.WriteAsync(writes, A.Author, Cancelled)).Count);
    }
}
