using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;

namespace FlowConfigs.Tests.Table;

public sealed class ImportDeletionTests(TheStore the) : IClassFixture<TheStore>
{
    private static readonly Config Parent = A.Config("field-office", A.Switch("Closure"));
    private static readonly Config Austin = A.Config("field-office/austin");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Trait("Rule", "R34")]
    [Fact]
    public async Task Nothing_is_deleted_unless_it_is_asked_for_and_then_only_below_the_path()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(Parent, Austin, A.Config("field-office/austin/north"), A.Config("field-office/boston"), A.Config("other"));
        var document = Exchanging.Document([A.Config("field-office/boston")]) with { Path = Parent.Id };

        Assert.Equal(0, (await table.ImportAsync(new ImportRequest { Document = document, DryRun = false })).Counts.Deleted);
        var report = await table.ImportAsync(new ImportRequest { Document = document, Delete = true, DryRun = false });

        Assert.Equal(
            [
                ("field-office/boston", ImportOutcome.Unchanged),
                ("field-office/austin", ImportOutcome.Deleted),
                ("field-office/austin/north", ImportOutcome.Deleted),
            ],
            report.Outcomes());
        Assert.Equal(["field-office", "field-office/boston", "other"], await IdsAsync(table));
    }

    [Trait("Rule", "R34")]
    [Fact]
    public async Task A_config_at_which_an_alias_points_is_not_deleted_and_the_dry_run_says_so()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(Parent, Austin);
        await table.Aliases.SaveAsync(ConfigId.Parse("+18005550100"), 0, Austin.Id, A.Author, Cancelled);
        var request = new ImportRequest { Document = Exchanging.Document([Parent]), Delete = true };
        foreach (var dryRun in new[] { true, false })
        {
            var report = await table.ImportAsync(request with { DryRun = dryRun });
            var item = report.Items.Single(item => item.Id == Austin.Id.Value);
            Assert.Equal(ImportOutcome.Refused, item.Outcome);
            Assert.Contains("the alias +18005550100 points at it", item.Problems[0].Message);
        }

        Assert.Equal([Parent.Id.Value, Austin.Id.Value], await IdsAsync(table));
    }

    [Trait("Rule", "R34")]
    [Fact]
    public async Task A_part_of_a_file_deletes_only_in_its_own_range()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        foreach (var id in new[] { "a", "b", "c", "d" })
            await table.SaveAsync(A.Config(id));
        var part = Exchanging.Document([A.Config("c")]) with { After = Cursor("a"), Next = Cursor("c") };
        await table.ImportAsync(new ImportRequest { Document = part, Delete = true, DryRun = false });
        Assert.Equal(["a", "c", "d"], await IdsAsync(table));
    }

    [Trait("Rule", "R34")]
    [Fact]
    public async Task A_path_that_the_file_does_not_have_is_refused_and_a_config_outside_the_path_too()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var document = Exchanging.Document([Parent]) with { Path = Parent.Id };
        var request = new ImportRequest { Document = document, Path = ConfigId.Parse("other") };
        var refused = await Assert.ThrowsAsync<InvalidConfigException>(() => table.ImportAsync(request));
        Assert.Equal("path", Assert.Single(refused.Problems).Path);

        var outside = new ImportRequest { Document = Exchanging.Document([Parent]), Path = ConfigId.Parse("other") };
        Assert.Equal(ImportOutcome.Refused, Assert.Single((await table.ImportAsync(outside)).Items).Outcome);
    }

    private static ExportCursor Cursor(string id) => ExportCursor.Config(ConfigId.Parse(id));

    private static async Task<IEnumerable<string>> IdsAsync(OwnTable table) =>
        (await table.Store.ListAsync(null, null, 1000, Cancelled)).Items.Select(item => item.Id.Value);
}
