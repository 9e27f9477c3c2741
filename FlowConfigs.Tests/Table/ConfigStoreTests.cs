using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

public sealed class ConfigStoreTests(TheStore the) : IClassFixture<TheStore>, IAsyncLifetime
{
    private readonly string table = $"store-{Guid.NewGuid():N}";

    private IAmazonDynamoDB Dynamo => the.Dynamo;

    private ConfigStore Store => new(new(Dynamo, table), TimeProvider.System);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await FlowConfigsTable.EnsureAsync(Dynamo, table, Cancelled);

    public async ValueTask DisposeAsync() => await Dynamo.DeleteTableAsync(table, CancellationToken.None);

    [Fact]
    public async Task A_saved_config_is_read_back_as_it_was()
    {
        var saved = await SaveAsync(New("a", A.Switch("Closure")).With(A.Prompt("Welcome", ("es-US", "más"))) with { DefaultLanguage = "es-US" });
        var read = await Store.GetAsync(saved.Id, Cancelled);
        Assert.Equal(JsonSerializer.Serialize(saved, ConfigJson.Relaxed.Config), JsonSerializer.Serialize(read!, ConfigJson.Relaxed.Config));
        Assert.Equal(("ada", "más"), (read!.Saved!.By, read.Prompts[0].Texts["es-US"].Voice));
    }

    [Fact]
    public async Task Every_save_keeps_the_version_before_it()
    {
        var first = await SaveAsync(New("a", A.Switch("Closure")));
        await SaveAsync(first with { Variables = [A.Switch("Closure", true)] });
        Assert.Equal(["CURRENT", "V#0000000001", "V#0000000002"], (await ItemsOf("a")).Select(i => i["sk"].S[..Math.Min(12, i["sk"].S.Length)]));
        Assert.Equal("false", ConfigItem.Read((await ItemsOf("a"))[1]).Variables[0].Value);
    }

    [Fact]
    public async Task A_save_that_is_based_on_an_older_version_writes_nothing()
    {
        var first = await SaveAsync(New("a"));
        await SaveAsync(first with { Description = "second" });
        var conflict = await Assert.ThrowsAsync<VersionConflictException>(() => SaveAsync(first with { Description = "lost" }));
        Assert.Equal(("second", 2), (conflict.Current!.Description, conflict.Current.Version));
        Assert.Equal(3, (await ItemsOf("a")).Count);
    }

    [Fact]
    public async Task Creating_what_exists_writes_nothing()
    {
        await SaveAsync(New("a"));
        await Assert.ThrowsAsync<VersionConflictException>(() => SaveAsync(New("a")));
        Assert.Equal(2, (await ItemsOf("a")).Count);
    }

    [Fact]
    public async Task Of_many_saves_at_once_each_version_has_one_author_and_none_is_missing()
    {
        await SaveAsync(New("a"));
        var accepted = await Task.WhenAll(Enumerable.Range(0, 16).Select(SaveUntilAccepted));
        Assert.Equal(Enumerable.Range(2, 16), accepted.Order());
        var history = (await ItemsOf("a")).Skip(1).Select(ConfigItem.Read).Skip(1).ToList();
        Assert.Equal(16, history.Select(c => c.Description).Distinct().Count());

        async Task<int> SaveUntilAccepted(int editor)
        {
            while (true)
            {
                var current = await Store.GetAsync(ConfigId.Parse("a"), Cancelled);
                try
                {
                    return (await SaveAsync(current! with { Description = $"editor {editor}" })).Version;
                }
                catch (VersionConflictException)
                {
                    // Someone else saved first: on top of theirs.
                }
            }
        }
    }

    [Trait("Rule", "R3")]
    [Fact]
    public async Task A_chain_is_the_config_and_those_of_its_parents_that_exist_nearest_first()
    {
        await SaveAsync(New("field-office"));
        await SaveAsync(New("field-office/texas/austin"));
        Assert.Equal(["field-office/texas/austin", "field-office"], await ChainOf("field-office/texas/austin"));
        Assert.Equal(["field-office"], await ChainOf("field-office/boston"));
        Assert.Empty(await ChainOf("other/boston"));
    }

    [Fact]
    public async Task A_deletion_is_the_last_version_and_numbers_go_on_after_it()
    {
        var saved = await SaveAsync(New("a"));
        await Store.DeleteAsync(saved, new("ada", "not needed", Permit.Everything), Cancelled);
        Assert.Null(await Store.GetAsync(saved.Id, Cancelled));
        var deletion = (await ItemsOf("a"))[^1];
        Assert.True(deletion["deleted"].BOOL);
        Assert.Equal(("ada", "not needed"), (ConfigItem.Read(deletion).Saved!.By, ConfigItem.Read(deletion).Saved!.Comment));
        Assert.Equal(3, (await SaveAsync(New("a"))).Version);
    }

    [Fact]
    public async Task A_deletion_of_an_older_version_deletes_nothing()
    {
        var first = await SaveAsync(New("a"));
        await SaveAsync(first);
        await Assert.ThrowsAsync<VersionConflictException>(() => Store.DeleteAsync(first, A.Author, Cancelled));
        Assert.NotNull(await Store.GetAsync(first.Id, Cancelled));
    }

    [Fact]
    public async Task A_config_above_400_KB_is_refused_before_it_is_sent()
    {
        var large = New("a", A.Text("x", new string('é', 210_000)));
        await Assert.ThrowsAsync<ConfigTooLargeException>(() => SaveAsync(large));
        Assert.Empty(await ItemsOf("a"));
    }

    [Fact]
    public async Task The_list_pages_in_the_order_of_ids_and_holds_current_configs_only()
    {
        foreach (var id in new[] { "b", "a/2", "a", "a/1" })
            await SaveAsync(await SaveAsync(New(id)));
        var first = await Store.ListAsync(null, null, 3, Cancelled);
        Assert.Equal(["a", "a/1", "a/2"], first.Items.Select(i => i.Id.Value));
        var second = await Store.ListAsync(null, first.Next, 3, Cancelled);
        Assert.Equal(["b"], second.Items.Select(i => i.Id.Value));
        Assert.Null(second.Next);
        Assert.Equal(["a/1", "a/2"], (await Store.ListAsync(ConfigId.Parse("a"), null, 10, Cancelled)).Items.Select(i => i.Id.Value));
    }

    [Fact]
    public async Task A_history_of_large_configs_is_listed_whole()
    {
        // Six versions of 300 KB are more than the 1 MB of one answer of DynamoDB.
        var config = await SaveAsync(New("a", A.Text("x", new string('n', 300_000))));
        for (var i = 0; i < 5; i++)
            config = await SaveAsync(config with { Description = $"{i}" });
        var history = new ConfigHistory(new(Dynamo, table), Store);
        var page = await history.ListAsync(config.Id, null, 4, Cancelled);
        Assert.Equal([6, 5, 4, 3], page.Items.Select(v => v.Version));
        Assert.Equal([2, 1], (await history.ListAsync(config.Id, page.Next, 4, Cancelled)).Items.Select(v => v.Version));
    }

    private static Config New(string id, params IReadOnlyList<Variable> variables) => A.Config(id, variables) with { Version = 0 };

    private Task<Config> SaveAsync(Config config) =>
        Store.SaveAsync(config, config.Version == 0 ? null : config, A.Author, Cancelled);

    private async Task<IEnumerable<string>> ChainOf(string id) =>
        (await Store.GetChainAsync(ConfigId.Parse(id), Cancelled)).Select(c => c.Id.Value);

    private async Task<List<Dictionary<string, AttributeValue>>> ItemsOf(string id)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "pk = :pk",
            ExpressionAttributeValues = new() { [":pk"] = new(ConfigItem.Partition(ConfigId.Parse(id))) },
            ConsistentRead = true,
        };
        return (await Dynamo.QueryAsync(request, Cancelled)).Items ?? [];
    }
}
