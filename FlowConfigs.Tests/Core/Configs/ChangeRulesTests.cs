using FlowConfigs.Core;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Tests.Core.Configs;

public class ChangeRulesTests
{
    private static readonly Config Saved = A.Config("a", A.Switch("Closure"), A.Number("Minutes", "5", new() { Min = 1 }));

    [Trait("Rule", "R12")]
    [Theory]
    [InlineData("Closure", "true", "2026-03-02T12:00Z", "2026-03-02T13:00Z", null)]
    [InlineData("Closure", "true", "2026-03-02T13:00Z", "2026-03-02T13:00Z", "changes[0].until: Must be after from.")]
    [InlineData("Closure", "true", "2026-03-01T12:00Z", "2026-03-02T12:00Z", "changes[0].until: Must be in the future: this time has passed.")]
    [InlineData("Closure", "true", "2026-03-02T12:00Z", "2126-03-02T12:00Z", "changes[0].until: Must be before 2031-03-06.")]
    [InlineData("Closure", "perhaps", "2026-03-02T12:00Z", "2026-03-02T13:00Z", "changes[0].values.Closure.value: Must be true or false.")]
    [InlineData("Minutes", "0", "2026-03-02T12:00Z", "2026-03-02T13:00Z", "changes[0].values.Minutes.value: Must be at least 1.")]
    [InlineData("Other", "0", "2026-03-02T12:00Z", "2026-03-02T13:00Z",
        "changes[0].values.Other: Neither this config nor a parent defines Other.")]
    public void A_change_ends_after_it_begins_and_after_now_and_fits_the_definition(
        string key, string value, string from, string until, string? problem) =>
        Assert.Equal(problem is null ? [] : [problem], Problems(Saved.Changing(A.Change(key, value, from, until)), Saved));

    [Trait("Rule", "R12")]
    [Fact]
    public void A_change_that_was_saved_is_never_in_the_way_of_another()
    {
        var saved = Saved.Changing(A.Change("Minutes", "3", "2026-03-02T10:00Z", "2026-03-02T13:00Z"));
        var narrowed = saved with { Variables = [A.Switch("Closure"), A.Number("Minutes", "5", new() { Min = 4 })] };
        Assert.Empty(Problems(narrowed, saved));
    }

    [Trait("Rule", "R12")]
    [Fact]
    public void A_save_leaves_out_what_the_saved_version_had_and_what_has_ended_since()
    {
        var over = A.Change("Closure", "true", "2026-03-02T10:00Z", "2026-03-02T11:00Z");
        var saved = Saved.Changing(over);
        Assert.Empty(Drafts.Complete(saved, saved, [], A.Now).Changes);
        Assert.Equal([over], Drafts.Complete(saved, Saved, [], A.Now).Changes);
    }

    [Fact]
    public void A_config_has_at_most_20_changes_with_ids_of_their_own()
    {
        var change = A.Change("Closure", "true", "2026-03-02T12:00Z", "2026-03-02T13:00Z");
        var changes = Enumerable.Range(0, 21).Select(i => change with { Id = $"c{i}" });
        Assert.Equal(
            new Problem("changes", "Must be at most 20 timed changes; there are 21. Remove some."),
            Assert.Single(CountRules.Problems(Saved.Changing(changes))));
        Assert.StartsWith("changes[1].id: Must be unique", Assert.Single(Problems(Saved.Changing(change, change), Saved)));
    }

    private static IReadOnlyList<string> Problems(Config config, Config saved) =>
        [.. ConfigRules.Problems(config, saved, [], new Dictionary<string, ConfigId>(), A.Now).Select(p => $"{p.Path}: {p.Message}")];
}
