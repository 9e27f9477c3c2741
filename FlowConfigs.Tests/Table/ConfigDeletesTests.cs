using FlowConfigs.Core;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

public sealed class ConfigDeletesTests(TheStore the) : IClassFixture<TheStore>
{
    private static readonly ConfigId Office = ConfigId.Parse("office");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_config_made_below_while_all_are_deleted_is_not_left_without_its_parent()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(A.Config("office", A.Switch("Closure")), A.Config("office/austin"));
        using var dynamo = new CompetingClient(table.Dynamo, sent => sent == 1 ? MakeAsync(table, "office/boston") : Task.CompletedTask);
        await Over(dynamo, table).DeleteAsync(Office, 1, new(Children: true, Aliases: false), A.Author, Cancelled);
        Assert.Empty((await table.Store.ListAsync(null, null, 10, Cancelled)).Items);
        await MakeAsync(table, "office/chicago");
    }

    [Fact]
    public async Task A_config_below_which_one_is_made_at_that_moment_is_not_deleted_alone()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(A.Config("office", A.Switch("Closure")));
        using var dynamo = new CompetingClient(table.Dynamo, sent => sent == 1 ? MakeAsync(table, "office/boston") : Task.CompletedTask);
        await Assert.ThrowsAsync<BlockedOperationException>(
            () => Over(dynamo, table).DeleteAsync(Office, 1, new(Children: false, Aliases: false), A.Author, Cancelled));
        Assert.Equal(["office", "office/boston"], (await table.Store.ListAsync(null, null, 10, Cancelled)).Items.Select(config => config.Id.Value));
    }

    [Fact]
    public async Task A_config_that_was_judged_with_a_parent_is_not_made_when_that_has_just_been_deleted()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(A.Config("office", A.Switch("Closure")));
        var office = (await table.Store.GetAsync(Office, Cancelled))!;
        using var dynamo = new CompetingClient(
            table.Dynamo, sent => sent == 1 ? table.Store.DeleteAsync(office, A.Author, Cancelled) : Task.CompletedTask);
        var austin = A.Config("office/austin").Overriding("Closure", "true") with { Version = 0 };
        var refused = await Assert.ThrowsAsync<BlockedOperationException>(
            () => OwnTable.WriterOver(new(dynamo, table.Name)).WriteAsync(austin, A.Author, Cancelled));
        Assert.Contains("office, from which it would inherit", refused.Message);
    }

    [Fact]
    public async Task A_config_that_was_saved_meanwhile_stays_and_so_do_its_parents()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(A.Config("office", A.Switch("Closure")), A.Config("office/austin"));
        using var dynamo = new CompetingClient(
            table.Dynamo, sent => sent == 1 ? table.SaveAsync(A.Config("office/austin") with { Description = "meanwhile" }) : Task.CompletedTask);
        await Assert.ThrowsAsync<VersionConflictException>(
            () => Over(dynamo, table).DeleteAsync(Office, 1, new(Children: true, Aliases: false), A.Author, Cancelled));
        Assert.Equal(["office", "office/austin"], (await table.Store.ListAsync(null, null, 10, Cancelled)).Items.Select(config => config.Id.Value));
    }

    private static ConfigDeletes Over(CompetingClient dynamo, OwnTable table)
    {
        var items = new DynamoTable(dynamo, table.Name);
        return new(items, new(items, TimeProvider.System), new AliasStore(items, TimeProvider.System));
    }

    private static Task MakeAsync(OwnTable table, string id) => table.SaveAsync(A.Config(id));
}
