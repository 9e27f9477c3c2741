using FlowConfigs.Core;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Table;
using static FlowConfigs.Tests.Table.Filled;

namespace FlowConfigs.Tests.Table;

/// <summary>Aliases, scenarios and lists on their way from one environment to another.</summary>
public sealed class PromotionTests(TheStore the) : IClassFixture<TheStore>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Trait("Rule", "R45")]
    [Fact]
    public async Task An_environment_with_scenarios_lists_and_aliases_is_the_same_in_another_one()
    {
        await using var from = await FilledAsync(the);
        await using var to = await OwnTable.CreateAsync(the.Dynamo);
        var document = Assert.Single(await from.ExportAsync());
        var request = new ImportRequest { Document = document };

        var dry = await to.ImportAsync(request);
        Assert.Equal(
            ["config field-office", "config field-office/austin", "alias +18005550100", "scenario fire", "list bad-actors", "list vip"],
            dry.Items.Select(item => $"{item.Kind} {item.Id}"));
        Assert.All(dry.Items, item => Assert.Equal(ImportOutcome.Created, item.Outcome));
        Assert.Equal(["Entries: 3 added, 0 changed, 0 unchanged."], dry.Items[4].Notes);
        Assert.Empty((await to.ExportAsync())[0].Configs);

        var report = await to.ImportAsync(request with { DryRun = false });
        Assert.Equal(new ImportCounts(Created: 6, 0, 0, 0, 0, 0), report.Counts);
        Assert.Equal(await from.ContentsAsync(), await to.ContentsAsync());
        Assert.Equal(6, (await to.ImportAsync(request)).Counts.Unchanged);
        Assert.All(await AuditAsync(to), entry => Assert.Equal((SaveAction.Imported, "ada"), (entry.Saved.Action, entry.Saved.By)));
    }

    [Trait("Rule", "R45")]
    [Fact]
    public async Task A_scenario_that_is_on_is_imported_switched_off_and_the_report_says_so()
    {
        await using var from = await FilledAsync(the);
        await using var to = await OwnTable.CreateAsync(the.Dynamo);
        await SwitchOnAsync(from);
        var document = Assert.Single(await from.ExportAsync());
        var report = await to.ImportAsync(new ImportRequest { Document = document, DryRun = false });

        Assert.Contains("switched off here", Assert.Single(report.Items.Single(item => item.Kind == "scenario").Notes));
        Assert.Null((await to.Scenarios.GetAsync(Fire, Cancelled))!.Value.On);
        Assert.Empty((await to.Store.GetAsync(Austin.Id, Cancelled))!.Scenarios);

        // Where it is on, its run goes on.
        var changed = document.Scenarios![0] with { Description = "Fire, real" };
        var again = await from.ImportAsync(new ImportRequest { Document = document with { Scenarios = [changed] }, DryRun = false });
        Assert.Contains("stays on", Assert.Single(again.Items.Single(item => item.Kind == "scenario").Notes));
        var stored = (await from.Scenarios.GetAsync(Fire, Cancelled))!.Value;
        Assert.Equal(("Fire, real", true), (stored.Description, stored.On is not null));
    }

    [Trait("Rule", "R45")]
    [Fact]
    public async Task References_are_checked_against_the_file_and_the_table_and_nothing_is_written_while_one_is_wrong()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(Parent);
        var document = Exchanging.Document([Austin]) with
        {
            Aliases =
            [
                Alias("+18005550100", "field-office/austin"), Alias("+18005550101", "field-office"),
                Alias("+18005550102", "gone"), Alias("field-office", "field-office/austin"),
            ],
            Scenarios = [Scenario("fire", "field-office/austin", "Closure", "true"), Scenario("flood", "field-office", "Nothing", "1"), Scenario("storm", "gone", "X", "1")],
        };
        var report = await table.ImportAsync(new ImportRequest { Document = document, DryRun = false });

        Assert.Equal(
            ["+18005550102", "field-office", "flood", "storm"],
            report.Items.Where(item => item.Outcome == ImportOutcome.Refused).Select(item => item.Id));
        Assert.Contains("There is no config gone", report.Items.Single(item => item.Id == "+18005550102").Problems[0].Message);
        Assert.Equal("values.field-office.Nothing", report.Items.Single(item => item.Id == "flood").Problems[0].Path);
        Assert.Null(await table.Store.GetAsync(Austin.Id, Cancelled));
        Assert.Null(await table.Aliases.GetAsync(Number, Cancelled));
    }

    [Trait("Rule", "R45")]
    [Fact]
    public async Task A_config_cannot_take_the_id_of_an_alias()
    {
        await using var table = await FilledAsync(the);
        var report = await table.ImportAsync(A.Config(Number.Value), A.Config("other"));
        Assert.Equal([ImportOutcome.Refused, ImportOutcome.Created], report.Items.Select(item => item.Outcome));
        Assert.Null(await table.Store.GetAsync(ConfigId.Parse("other"), Cancelled));
    }

    [Trait("Rule", "R34")]
    [Fact]
    public async Task Aliases_and_scenarios_are_deleted_only_when_it_is_asked_for_and_lists_never()
    {
        await using var table = await FilledAsync(the);
        var document = Exchanging.Document([Parent]) with { Aliases = [], Scenarios = [], Lists = [] };
        var kept = await table.ImportAsync(new ImportRequest { Document = document, DryRun = false });
        Assert.Equal(0, kept.Counts.Deleted);
        // A file that says nothing of aliases leaves them, and so the config at which one points.
        var silent = await table.ImportAsync(new ImportRequest { Document = Exchanging.Document([Parent]), Delete = true, DryRun = false });
        Assert.Equal(1, silent.Counts.Refused);

        var report = await table.ImportAsync(new ImportRequest { Document = document, Delete = true, DryRun = false });
        Assert.Equal(
            ["field-office/austin", "+18005550100", "fire"], report.Items.Where(item => item.Outcome == ImportOutcome.Deleted).Select(item => item.Id));
        Assert.Null(await table.Store.GetAsync(Austin.Id, Cancelled));
        Assert.Null(await table.Aliases.GetAsync(Number, Cancelled));
        Assert.Null(await table.Scenarios.GetAsync(Fire, Cancelled));
        Assert.NotNull(await table.Lists.GetAsync(Blocked, Cancelled));
    }

    [Trait("Rule", "R34")]
    [Fact]
    public async Task A_scenario_that_is_on_is_not_deleted()
    {
        await using var table = await FilledAsync(the);
        await SwitchOnAsync(table);
        var document = Exchanging.Document([Parent, Austin]) with { Scenarios = [] };
        var report = await table.ImportAsync(new ImportRequest { Document = document, Delete = true, DryRun = false });
        Assert.Contains("Switch it off first", report.Items.Single(item => item.Id == "fire").Problems[0].Message);
        Assert.NotNull(await table.Scenarios.GetAsync(Fire, Cancelled));
    }

    [Trait("Rule", "R45")]
    [Fact]
    public async Task An_entry_that_the_file_lacks_stays_and_one_that_differs_is_changed()
    {
        await using var table = await FilledAsync(the);
        var list = new ExportedList { Id = Blocked, Keys = KeyKind.Phone, Country = "US", Entries = [new() { Key = "(555) 123-0000", Note = "again" }] };
        var report = await table.ImportAsync(new ImportRequest { Document = Exchanging.Document([]) with { Lists = [list] }, DryRun = false });
        Assert.Equal(["Entries: 0 added, 1 changed, 0 unchanged."], report.Items[0].Notes);
        Assert.Contains(new("entries.+15551230000.note", "shouts", "again"), report.Items[0].Changes);
        var entries = (await table.Lists.PageAsync(Blocked, "", null, 10, Cancelled)).Items;
        Assert.Equal(["again", "late", "old"], entries.Select(entry => entry.Value.Note));

        var bad = list with { Entries = [new() { Key = "12" }, new() { Key = "+15551230000", Note = new('x', 201) }] };
        var refused = await table.ImportAsync(new ImportRequest { Document = Exchanging.Document([]) with { Lists = [bad] }, DryRun = false });
        Assert.Equal(["entries[0].key", "entries[1].note"], refused.Items[0].Problems.Select(problem => problem.Path));
    }

    [Trait("Rule", "R35")]
    [Fact]
    public async Task What_somebody_changes_meanwhile_is_a_conflict_and_stays_as_they_left_it()
    {
        await using var table = await FilledAsync(the);
        var document = Assert.Single(await table.ExportAsync());
        document = document with
        {
            Aliases = [Alias(Number.Value, "field-office")],
            Scenarios = [document.Scenarios![0] with { Description = "from test" }],
            Lists = [document.Lists![0] with { Entries = [document.Lists[0].Entries[0] with { Note = "from test" }] }],
        };
        var others = new Lazy<Task>(async () =>
        {
            await table.Aliases.SaveAsync(Number, 1, Austin.Id, A.Author, Cancelled);
            await SaveAsync(table, document.Scenarios[0] with { Description = "here" }, 1);
            var writer = new ListWriter(table.Lists, TimeProvider.System);
            await writer.PasteAsync(Blocked, [new(1, "", "+15551230000", "here", null, null)], A.Author, Cancelled);
        });
        using var competing = new CompetingClient(table.Dynamo, _ => others.Value);
        var report = await table.ImportAsync(new ImportRequest { Document = document, DryRun = false }, A.Author, competing);
        Assert.Equal(["+18005550100", "fire", "bad-actors"], report.Items.Where(item => item.Outcome == ImportOutcome.Conflict).Select(item => item.Id));
        Assert.Equal("here", (await table.Scenarios.GetAsync(Fire, Cancelled))!.Value.Description);
        Assert.Equal("here", (await table.Lists.FindAsync(Blocked, "+15551230000", Cancelled))!.Value.Note);
        Assert.Equal(Austin.Id, (await table.Aliases.GetAsync(Number, Cancelled))!.Value.Target);
    }

    private static Task<Stored<Scenario>?> SwitchOnAsync(OwnTable table) => new ScenarioSwitch(table.Items, table.Scenarios, table.Store, table.Settings, TimeProvider.System)
        .TurnOnAsync(Fire, new(TimeProvider.System.GetUtcNow().AddHours(1), "UTC", null), A.Author, Cancelled);

    private static async Task<IReadOnlyList<AuditEntry>> AuditAsync(OwnTable table) =>
        (await new AuditLog(table.Items, TimeProvider.System).ListAsync(new(null, null, null, null), null, 100, Cancelled)).Items;
}
