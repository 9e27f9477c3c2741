using System.Globalization;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;
using static FlowConfigs.Tests.Table.Filled;

namespace FlowConfigs.Tests.Table;

/// <summary>Exports of a path, and exports that are too large for one file.</summary>
public sealed class PromotionPartsTests(TheStore the) : IClassFixture<TheStore>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Trait("Rule", "R45")]
    [Fact]
    public async Task A_path_comes_with_its_aliases_and_the_scenarios_wholly_inside_and_with_lists_only_when_asked()
    {
        await using var table = await FilledAsync(the);
        await table.SaveAsync(A.Config("other", A.Switch("Closure")));
        await table.Aliases.SaveAsync(ConfigId.Parse("+18005550199"), 0, ConfigId.Parse("other"), A.Author, Cancelled);
        await SaveAsync(table, Scenario("both", "field-office", "Closure", "true") with
        {
            Values = new Dictionary<ConfigId, IReadOnlyDictionary<string, Override>>
            {
                [Austin.Id] = A.Values(("Closure", "true")),
                [ConfigId.Parse("other")] = A.Values(("Closure", "true")),
            },
        });

        var part = Assert.Single(await table.ExportAsync("field-office"));
        Assert.Equal(["+18005550100"], part.Aliases!.Select(alias => alias.Id.Value));
        Assert.Equal(["fire"], part.Scenarios!.Select(scenario => scenario.Id.Value));
        Assert.Null(part.Lists);
        var asked = await table.ExportAsync(ExportRange.Everything with { Path = Parent.Id, WithLists = true });
        Assert.Equal(2, asked[0].Lists!.Count);

        // What lies outside of the path is refused, as configs are.
        var request = new ImportRequest { Document = (await table.ExportAsync())[0], Path = Parent.Id };
        var refused = (await table.ImportAsync(request)).Items.Where(item => item.Outcome == ImportOutcome.Refused);
        Assert.Equal(["other", "+18005550199", "both", "bad-actors", "vip"], refused.Select(item => item.Id));
    }

    [Fact]
    public async Task Counts_are_judged_before_anything_is_read()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var entries = Enumerable.Range(0, 5001).Select(i => new ExportedEntry { Key = $"k{i}" });
        var document = Exchanging.Document([]) with
        {
            Lists = [new() { Id = Blocked, Keys = KeyKind.Text, Entries = [.. entries] }],
            Aliases = [.. Enumerable.Range(0, 2001).Select(i => Alias($"a{i}", "x")), Alias("a1", "x")],
        };
        var refused = await Assert.ThrowsAsync<InvalidConfigException>(() => table.ImportAsync(new ImportRequest { Document = document }));
        Assert.Equal(["aliases", "lists", "aliases[2001].id"], refused.Problems.Select(problem => problem.Path));
    }

    [Trait("Rule", "R32")]
    [Fact]
    public async Task A_part_brings_the_parents_of_its_configs_so_that_it_can_be_judged_alone()
    {
        await using var from = await OwnTable.CreateAsync(the.Dynamo);
        await using var to = await OwnTable.CreateAsync(the.Dynamo);
        await from.SaveAsync(Parent);
        var offices = Enumerable.Range(0, 501).Select(i => A.Config(string.Create(CultureInfo.InvariantCulture, $"field-office/{i:D3}")).Overriding("Greeting", "hi"));
        foreach (var some in offices.Select(office => new Change<Config>(null, office with { Version = 0 })).Chunk(ConfigStore.MaxCreations))
            await from.Store.WriteAsync(some, A.Author, Cancelled);

        var parts = await from.ExportAsync();
        Assert.Equal(2, parts.Count);
        Assert.All(parts, part => Assert.Equal("field-office", part.Configs[0].Id.Value));
        foreach (var part in parts)
            Assert.Equal(0, (await to.ImportAsync(new ImportRequest { Document = part })).Counts.Refused);
        foreach (var part in parts)
            await to.ImportAsync(new ImportRequest { Document = part, Delete = true, DryRun = false });
        Assert.Equal(502, (await to.Store.IdsAsync(null, null, Cancelled).ToListAsync(Cancelled)).Count);
    }
}
