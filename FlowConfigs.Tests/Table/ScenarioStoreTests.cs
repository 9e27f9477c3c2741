using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

public sealed class ScenarioStoreTests(TheStore the) : ScenarioStoreTest(the)
{
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
    public async Task It_gives_up_at_the_time_limit_and_says_which_config_it_was()
    {
        var ids = await PrepareAsync(3);
        // Only a switch writes to what another switch holds.
        var flood = ConfigId.Parse("flood");
        await Scenarios.SaveAsync(flood, 0, Of([ids[1]]), A.Author, Cancelled);
        var other = Over(Dynamo);
        using var dynamo = new CompetingClient(Dynamo, sent => sent % 2 == 1
            ? other.TurnOnAsync(flood, Until(1), A.Author, Cancelled)
            : other.TurnOffAsync(flood, A.Author, Cancelled));
        var refused = await Assert.ThrowsAsync<ConfigsChangedException>(
            () => Over(dynamo).TurnOnAsync(Fire, Until(1), A.Author, Cancelled));
        Assert.Equal(ids[1], Assert.Single(refused.Current).Key);
        Assert.InRange(dynamo.Sent, 6, int.MaxValue);
        Assert.All(await ReadAsync(ids), config => Assert.DoesNotContain(config.Scenarios, on => on.Id == Fire.Value));
    }

    [Trait("Rule", "R18")]
    [Fact]
    public async Task It_ends_by_itself_can_be_switched_on_again_and_what_has_ended_is_cleared_away()
    {
        var ids = await PrepareAsync(2);
        await Over(Dynamo).TurnOnAsync(Fire, Until(1), A.Author, Cancelled);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await Scenarios.GetAsync(Fire, Cancelled))!.Value.RunAt(clock.GetUtcNow()));
        await Over(Dynamo).TurnOnAsync(Fire, Until(3), A.Author, Cancelled);
        Assert.All(await ReadAsync(ids), config => Assert.Equal(A.Now.AddHours(3), Assert.Single(config.Scenarios).Until));
    }

    [Fact]
    public async Task Switched_on_again_it_leaves_the_configs_that_it_has_no_values_for_any_more()
    {
        var ids = await PrepareAsync(2);
        await Over(Dynamo).TurnOnAsync(Fire, Until(1), A.Author, Cancelled);
        await Scenarios.SaveAsync(Fire, 2, Of(ids[..1]), A.Author, Cancelled);
        await Over(Dynamo).TurnOnAsync(Fire, Until(2), A.Author, Cancelled);
        Assert.Equal([1, 0], (await ReadAsync(ids)).Select(config => config.Scenarios.Count));
    }

    [Fact]
    public async Task Switching_off_passes_over_configs_that_were_deleted_meanwhile()
    {
        var ids = await PrepareAsync(3);
        await Over(Dynamo).TurnOnAsync(Fire, Until(1), A.Author, Cancelled);
        foreach (var id in ids)
        {
            await Configs.DeleteAsync((await Configs.GetAsync(id, Cancelled))!, A.Author, Cancelled);
            var off = await Over(Dynamo).TurnOffAsync(Fire, A.Author, Cancelled);
            Assert.Null(off!.Value.On);
            if (id != ids[^1])
                await Scenarios.SaveAsync(Fire, off.Version, Of([.. ids.SkipWhile(i => i != id).Skip(1)]), A.Author, Cancelled);
            if (id != ids[^1])
                await Over(Dynamo).TurnOnAsync(Fire, Until(1), A.Author, Cancelled);
        }
    }

    [Fact]
    public async Task A_switch_is_in_the_history_of_every_config_with_who_and_why()
    {
        var ids = await PrepareAsync(1);
        await Over(Dynamo).TurnOnAsync(Fire, Until(1), new("ada", "Smoke", Permit.Everything), Cancelled);
        var on = (await ReadAsync(ids))[0].Saved!;
        await Over(Dynamo).TurnOffAsync(Fire, new("bob", "All clear", Permit.Everything), Cancelled);
        var off = (await ReadAsync(ids))[0].Saved!;
        Assert.Equal(("ada", "Smoke", SaveAction.ScenarioOn), (on.By, on.Comment, on.Action));
        Assert.Equal(("bob", "All clear", SaveAction.ScenarioOff, on.Mark), (off.By, off.Comment, off.Action, off.BasedOn));
    }

    [Fact]
    public async Task As_many_configs_as_a_transaction_takes_are_switched_on_together()
    {
        var ids = await PrepareAsync(ScenarioRules.MaxConfigs);
        await Over(Dynamo).TurnOnAsync(Fire, Until(1), A.Author, Cancelled);
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

    [Trait("Rule", "R10")]
    [Fact]
    public async Task A_scenario_whose_values_make_an_answer_below_too_large_is_refused_when_saved_and_when_switched_on()
    {
        var parent = A.Config("office", A.Text("Notice"));
        await Configs.SaveAsync(parent, null, A.Author, Cancelled);
        await Configs.SaveAsync(A.Config("office/austin", A.Text("Own", new('o', 20_000))), null, A.Author, Cancelled);
        var large = Notice(new('n', 20_000));
        Assert.Contains("office/austin would answer", (await Assert.ThrowsAsync<ConfigTooLargeException>(
            () => Scenarios.SaveAsync(Fire, 0, large, A.Author, Cancelled))).Message);

        await Scenarios.SaveAsync(Fire, 0, Notice(new('n', 10_000)), A.Author, Cancelled);
        await Configs.SaveAsync(A.Config("office/boston", A.Text("Own", new('o', 25_000))), null, A.Author, Cancelled);
        Assert.Contains("office/boston would answer", (await Assert.ThrowsAsync<ConfigTooLargeException>(
            () => Over(Dynamo).TurnOnAsync(Fire, Until(1), A.Author, Cancelled))).Message);

        static Scenario Notice(string text) => new()
        {
            Values = new Dictionary<ConfigId, IReadOnlyDictionary<string, Override>>
            {
                [ConfigId.Parse("office")] = A.Values(("Notice", text)),
            },
        };
    }

    [Fact]
    public async Task A_scenario_that_fits_but_whose_version_does_not_with_its_entry_in_the_audit_is_refused_before_it_is_sent()
    {
        var items = new VersionedItems<Stored<Scenario>>(new(Dynamo, table), clock, new ScenarioKind());
        for (var room = ConfigStore.MaxItemBytes; room > ConfigStore.MaxItemBytes - 3000; room -= 150)
        {
            try
            {
                var scenario = new Scenario { Description = new('d', room), Values = Of([ConfigId.Parse("a")]).Values };
                await items.SaveAsync(new(null, Stored<Scenario>.New($"s-{room}", scenario)), A.Author, Cancelled);
            }
            catch (ConfigTooLargeException)
            {
                // That is what it must say; whatever DynamoDB itself refuses would be another exception.
            }
        }

        Assert.NotEmpty(await items.ListAsync(Cancelled));
    }
}
