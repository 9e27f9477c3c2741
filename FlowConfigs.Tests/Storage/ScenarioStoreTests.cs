using Amazon.DynamoDBv2;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Storage;

namespace FlowConfigs.Tests.Storage;

public sealed class ScenarioStoreTests(TheStore the) : IClassFixture<TheStore>, IAsyncLifetime
{
    private static readonly ConfigId Fire = ConfigId.Parse("fire");

    private readonly string table = $"scenarios-{Guid.NewGuid():N}";
    private readonly SetClock clock = new();

    private IAmazonDynamoDB Dynamo => the.Dynamo;

    private ConfigStore Configs => new(Dynamo, table, clock);

    private ScenarioStore Scenarios => new(Dynamo, table, Configs, clock);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await FlowConfigsTable.EnsureAsync(Dynamo, table, Cancelled);

    public async ValueTask DisposeAsync() => await Dynamo.DeleteTableAsync(table, CancellationToken.None);

    [Trait("Rule", "R18")]
    [Fact]
    public async Task A_save_between_read_and_write_makes_it_read_again_and_neither_change_is_lost()
    {
        var ids = await PrepareAsync(20);
        using var dynamo = new CompetingClient(Dynamo, sent => sent == 1 ? ChangeAsync(ids[19], "between") : Task.CompletedTask);
        var on = await Over(dynamo).TurnOnAsync(Fire, Until(1), A.Author, Cancelled);
        Assert.Equal(20, on!.Value.On!.Configs.Count);
        Assert.Equal(2, dynamo.Sent);
        Assert.All(await ReadAsync(ids), config => Assert.Single(config.Scenarios));
        Assert.Equal("between", (await Configs.GetAsync(ids[19], Cancelled))!.Description);
    }

    [Trait("Rule", "R18")]
    [Fact]
    public async Task A_save_between_read_and_write_stops_whoever_named_the_versions_he_saw_and_nothing_is_written()
    {
        var ids = await PrepareAsync(20);
        using var dynamo = new CompetingClient(Dynamo, sent => sent == 1 ? ChangeAsync(ids[7], "between") : Task.CompletedTask);
        var seen = ids.ToDictionary(id => id, _ => 1);
        var refused = await Assert.ThrowsAsync<ConfigsChangedException>(
            () => Over(dynamo).TurnOnAsync(Fire, Until(1) with { Seen = seen }, A.Author, Cancelled));
        Assert.Equal([(ids[7], 2)], refused.Current.Select(config => (config.Key, config.Value!.Value)));
        Assert.All(await ReadAsync(ids), config => Assert.Empty(config.Scenarios));
        var scenario = (await Scenarios.GetAsync(Fire, Cancelled))!;
        Assert.Equal((1, null), (scenario.Version, scenario.Value.On));
    }

    [Fact]
    public async Task It_gives_up_after_five_times_and_says_which_config_it_was()
    {
        var ids = await PrepareAsync(3);
        using var dynamo = new CompetingClient(Dynamo, sent => ChangeAsync(ids[1], $"change {sent}"));
        var refused = await Assert.ThrowsAsync<ConfigsChangedException>(
            () => Over(dynamo).TurnOnAsync(Fire, Until(1), A.Author, Cancelled));
        Assert.Equal(ids[1], Assert.Single(refused.Current).Key);
        Assert.Equal(5, dynamo.Sent);
        Assert.All(await ReadAsync(ids), config => Assert.Empty(config.Scenarios));
    }

    [Trait("Rule", "R18")]
    [Fact]
    public async Task It_ends_by_itself_can_be_switched_on_again_and_what_has_ended_is_cleared_away()
    {
        var ids = await PrepareAsync(2);
        await Scenarios.TurnOnAsync(Fire, Until(1), A.Author, Cancelled);
        clock.Now = A.Now.AddHours(1);
        Assert.Null((await Scenarios.GetAsync(Fire, Cancelled))!.Value.RunAt(clock.Now));
        await Scenarios.TurnOnAsync(Fire, Until(3), A.Author, Cancelled);
        Assert.All(await ReadAsync(ids), config => Assert.Equal(A.Now.AddHours(3), Assert.Single(config.Scenarios).Until));
    }

    [Fact]
    public async Task Switched_on_again_it_leaves_the_configs_that_it_has_no_values_for_any_more()
    {
        var ids = await PrepareAsync(2);
        await Scenarios.TurnOnAsync(Fire, Until(1), A.Author, Cancelled);
        await Scenarios.SaveAsync(Fire, 2, Of(ids[..1]), A.Author, Cancelled);
        await Scenarios.TurnOnAsync(Fire, Until(2), A.Author, Cancelled);
        Assert.Equal([1, 0], (await ReadAsync(ids)).Select(config => config.Scenarios.Count));
    }

    [Fact]
    public async Task Switching_off_passes_over_configs_that_were_deleted_meanwhile()
    {
        var ids = await PrepareAsync(3);
        await Scenarios.TurnOnAsync(Fire, Until(1), A.Author, Cancelled);
        foreach (var id in ids)
        {
            await Configs.DeleteAsync((await Configs.GetAsync(id, Cancelled))!, A.Author, Cancelled);
            var off = await Scenarios.TurnOffAsync(Fire, A.Author, Cancelled);
            Assert.Null(off!.Value.On);
            if (id != ids[^1])
                await Scenarios.SaveAsync(Fire, off.Version, Of([.. ids.SkipWhile(i => i != id).Skip(1)]), A.Author, Cancelled);
            if (id != ids[^1])
                await Scenarios.TurnOnAsync(Fire, Until(1), A.Author, Cancelled);
        }
    }

    [Fact]
    public async Task A_switch_is_in_the_history_of_every_config_with_who_and_why()
    {
        var ids = await PrepareAsync(1);
        await Scenarios.TurnOnAsync(Fire, Until(1), new("ada", "Smoke"), Cancelled);
        var on = (await ReadAsync(ids))[0].Saved!;
        await Scenarios.TurnOffAsync(Fire, new("bob", "All clear"), Cancelled);
        var off = (await ReadAsync(ids))[0].Saved!;
        Assert.Equal(("ada", "Smoke", SaveAction.ScenarioOn), (on.By, on.Comment, on.Action));
        Assert.Equal(("bob", "All clear", SaveAction.ScenarioOff, on.Mark), (off.By, off.Comment, off.Action, off.BasedOn));
    }

    [Fact]
    public async Task As_many_configs_as_a_transaction_takes_are_switched_on_together()
    {
        var ids = await PrepareAsync(ScenarioRules.MaxConfigs);
        await Scenarios.TurnOnAsync(Fire, Until(1), A.Author, Cancelled);
        Assert.All(await ReadAsync(ids), config => Assert.Single(config.Scenarios));
        var refused = await Assert.ThrowsAsync<InvalidConfigException>(
            () => Scenarios.SaveAsync(Fire, 2, Of([.. ids, ConfigId.Parse("one-more")]), A.Author, Cancelled));
        Assert.Contains("49 can be switched on at once", refused.Message);
    }

    [Fact]
    public async Task More_than_4_MB_together_are_refused_when_saved()
    {
        // No answer is too large: nothing of the history's length counts there, but the description is stored with each version.
        var ids = Enumerable.Range(0, 30).Select(i => ConfigId.Parse($"office-{i}")).ToList();
        foreach (var id in ids)
        {
            var config = A.Config(id.Value, A.Switch("Closure")) with { Description = new('d', 75_000) };
            await Configs.SaveAsync(config, null, A.Author, Cancelled);
        }

        var refused = await Assert.ThrowsAsync<ConfigTooLargeException>(() => Scenarios.SaveAsync(Fire, 0, Of(ids), A.Author, Cancelled));
        Assert.Contains("4,194,304 bytes that can be written at once", refused.Message);
    }

    private static ScenarioStart Until(int hours) => new(A.Now.AddHours(hours), "UTC");

    private static Scenario Of(IReadOnlyList<ConfigId> ids) => new()
    {
        Values = ids.ToDictionary(id => id, _ => (IReadOnlyDictionary<string, Override>)A.Values(("Closure", "true"))),
    };

    private ScenarioStore Over(IAmazonDynamoDB dynamo) => new(dynamo, table, new(dynamo, table, clock), clock);

    private async Task<List<ConfigId>> PrepareAsync(int count)
    {
        var ids = Enumerable.Range(0, count).Select(i => ConfigId.Parse($"office-{i}")).ToList();
        foreach (var id in ids)
            await Configs.SaveAsync(A.Config(id.Value, A.Switch("Closure")), null, A.Author, Cancelled);
        await Scenarios.SaveAsync(Fire, 0, Of(ids), A.Author, Cancelled);
        return ids;
    }

    private async Task ChangeAsync(ConfigId id, string description)
    {
        var config = (await Configs.GetAsync(id, Cancelled))!;
        await Configs.SaveAsync(config with { Description = description }, config, A.Author, Cancelled);
    }

    private async Task<List<Config>> ReadAsync(List<ConfigId> ids)
    {
        var found = await Configs.GetManyAsync(ids, Cancelled);
        return [.. ids.Select(id => found[id])];
    }
}
