using System.Globalization;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

/// <summary>Aliases, scenarios and lists on their way from one environment to another.</summary>
public sealed class PromotionTests(TheStore the) : IClassFixture<TheStore>
{
    private static readonly Config Parent = A.Config("field-office", A.Switch("Closure"), A.Text("Greeting", "hello"));
    private static readonly Config Austin = A.Config("field-office/austin").Overriding("Greeting", "howdy");
    private static readonly ConfigId Number = ConfigId.Parse("+18005550100");
    private static readonly ConfigId Fire = ConfigId.Parse("fire");
    private static readonly ConfigId Blocked = ConfigId.Parse("bad-actors");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Trait("Rule", "R45")]
    [Fact]
    public async Task An_environment_with_scenarios_lists_and_aliases_is_the_same_in_another_one()
    {
        await using var from = await FilledAsync();
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
        await using var from = await FilledAsync();
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
        await using var table = await FilledAsync();
        var report = await table.ImportAsync(A.Config(Number.Value), A.Config("other"));
        Assert.Equal([ImportOutcome.Refused, ImportOutcome.Created], report.Items.Select(item => item.Outcome));
        Assert.Null(await table.Store.GetAsync(ConfigId.Parse("other"), Cancelled));
    }

    [Trait("Rule", "R34")]
    [Fact]
    public async Task Aliases_and_scenarios_are_deleted_only_when_it_is_asked_for_and_lists_never()
    {
        await using var table = await FilledAsync();
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
        await using var table = await FilledAsync();
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
        await using var table = await FilledAsync();
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

    [Trait("Rule", "R46")]
    [Fact]
    public async Task Numbers_are_masked_for_those_who_may_not_see_them_and_what_is_masked_cannot_be_imported()
    {
        await using var from = await FilledAsync();
        await using var to = await OwnTable.CreateAsync(the.Dynamo);
        var document = Assert.Single(await from.ExportAsync(ExportRange.Everything with { SeesNumbers = false }));
        Assert.Equal(["+1••••••••00", "+1••••••••01", "+1••••••••02"], document.Lists![0].Entries.Select(entry => entry.Key));
        Assert.Equal((true, false, "kim"), (document.Lists[0].Masked, document.Lists[1].Masked, document.Lists[1].Entries[0].Key));

        var refused = await to.ImportAsync(new ImportRequest { Document = document, DryRun = false });
        Assert.Contains("masked", refused.Items.Single(item => item.Id == "bad-actors").Problems[0].Message);
        // Nor where somebody takes the mark off.
        var unmarked = document with { Lists = [document.Lists[0] with { Masked = false }] };
        Assert.Equal(1, (await to.ImportAsync(new ImportRequest { Document = unmarked, DryRun = false })).Counts.Refused);
        Assert.Null(await to.Lists.GetAsync(Blocked, Cancelled));
    }

    [Trait("Rule", "R46")]
    [Fact]
    public async Task No_part_of_a_masked_export_tells_a_number()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.Lists.SaveAsync(Blocked, 0, new() { Keys = KeyKind.Phone }, A.Author, Cancelled);
        var drafts = Enumerable.Range(0, 5001).Select(i => new EntryDraft(i, "", $"+1555{i:D7}", null, null, null)).Chunk(Paste.MaxEntries);
        foreach (var some in drafts)
            await new ListWriter(table.Lists, TimeProvider.System).PasteAsync(Blocked, some, A.Author, Cancelled);

        var open = await table.ExportAsync();
        Assert.Equal([5000, 1], open.Select(part => part.Lists!.Single().Entries.Count));
        Assert.Equal("list:bad-actors:+15550004999", open[0].Next!.ToString());
        var masked = await table.ExportAsync(ExportRange.Everything with { SeesNumbers = false });
        Assert.Equal([5000, 1], masked.Select(part => part.Lists!.Single().Entries.Count));
        Assert.Equal("list:bad-actors:#5000", masked[0].Next!.ToString());

        await using var to = await OwnTable.CreateAsync(the.Dynamo);
        foreach (var part in open)
            await to.ImportAsync(new ImportRequest { Document = part, DryRun = false });
        Assert.Equal(await table.ContentsAsync(), await to.ContentsAsync());
    }

    [Trait("Rule", "R45")]
    [Fact]
    public async Task A_path_comes_with_its_aliases_and_the_scenarios_wholly_inside_and_with_lists_only_when_asked()
    {
        await using var table = await FilledAsync();
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

    [Trait("Rule", "R45")]
    [Fact]
    public async Task An_export_has_only_what_the_person_may_see()
    {
        await using var table = await FilledAsync();
        var nowhere = await ScopeAsync();
        var austin = await ScopeAsync("field-office/austin");
        var document = Assert.Single(await table.ExportAsync(new ExportRange(null, austin, austin, nowhere)));
        Assert.Equal(["field-office/austin"], document.Configs.Select(config => config.Id.Value));
        Assert.Equal(["+18005550100"], document.Aliases!.Select(alias => alias.Id.Value));
        Assert.Empty(document.Scenarios!);
        Assert.Empty(document.Lists!);
        Assert.Equal("field-office/austin", document.Path!.Value);
    }

    [Trait("Rule", "R33")]
    [Fact]
    public async Task Somebody_who_may_not_change_all_of_it_changes_nothing()
    {
        await using var from = await FilledAsync();
        await using var to = await OwnTable.CreateAsync(the.Dynamo);
        var document = Assert.Single(await from.ExportAsync());
        foreach (var denied in new[] { ResourceKind.Config, ResourceKind.Scenario, ResourceKind.List })
        {
            var author = A.Author with { May = new AllBut(denied) };
            await Assert.ThrowsAsync<AccessDeniedException>(() => to.ImportAsync(new ImportRequest { Document = document, DryRun = false }, author));
            Assert.Empty((await to.ExportAsync())[0].Configs);
        }
    }

    [Trait("Rule", "R35")]
    [Fact]
    public async Task What_somebody_changes_meanwhile_is_a_conflict_and_stays_as_they_left_it()
    {
        await using var table = await FilledAsync();
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

    private async Task<OwnTable> FilledAsync()
    {
        var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(Parent, Austin);
        await table.Aliases.SaveAsync(Number, 0, Austin.Id, A.Author, Cancelled);
        await SaveAsync(table, Scenario("fire", "field-office", "Closure", "true") with
        {
            Values = new Dictionary<ConfigId, IReadOnlyDictionary<string, Override>>
            {
                [Parent.Id] = A.Values(("Closure", "true")),
                [Austin.Id] = A.Values(("Greeting", "get out")),
            },
        });
        await table.Lists.SaveAsync(Blocked, 0, new() { Keys = KeyKind.Phone, Country = "US", Description = "Who shouts" }, A.Author, Cancelled);
        await table.Lists.SaveAsync(ConfigId.Parse("vip"), 0, new() { Keys = KeyKind.Text }, A.Author, Cancelled);
        var writer = new ListWriter(table.Lists, TimeProvider.System);
        EntryDraft[] numbers =
        [
            new(1, "", "+15551230000", "shouts", "ada", null),
            new(2, "", "+15551230001", "late", null, "2099-01-01T00:00:00Z"),
            new(3, "", "+15551230002", "old", null, "2001-01-01T00:00:00.5Z"),
        ];
        await writer.PasteAsync(Blocked, numbers, A.Author, Cancelled);
        await writer.PasteAsync(ConfigId.Parse("vip"), [new(1, "", "kim", null, null, null)], A.Author, Cancelled);
        return table;
    }

    private static ExportedAlias Alias(string id, string target) => new() { Id = ConfigId.Parse(id), Target = ConfigId.Parse(target) };

    private static ExportedScenario Scenario(string id, string config, string key, string value) => new()
    {
        Id = ConfigId.Parse(id),
        Values = new Dictionary<ConfigId, IReadOnlyDictionary<string, Override>> { [ConfigId.Parse(config)] = A.Values((key, value)) },
    };

    private static Task<Stored<Scenario>> SaveAsync(OwnTable table, ExportedScenario scenario, int version = 0) => table.Scenarios.SaveAsync(
        scenario.Id, version, new() { Description = scenario.Description, Values = scenario.Values }, A.Author, Cancelled);

    private static Task<Stored<Scenario>?> SwitchOnAsync(OwnTable table) => new ScenarioSwitch(table.Items, table.Scenarios, table.Store, table.Settings, TimeProvider.System)
        .TurnOnAsync(Fire, new(TimeProvider.System.GetUtcNow().AddHours(1), "UTC", null), A.Author, Cancelled);

    private static async Task<IReadOnlyList<AuditEntry>> AuditAsync(OwnTable table) =>
        (await new AuditLog(table.Items, TimeProvider.System).ListAsync(new(null, null, null, null), null, 100, Cancelled)).Items;

    private static Task<AccessScope> ScopeAsync(params IReadOnlyList<string> paths) => AccessScope.AskAsync(
        new OnlyPaths(), new("ada", "", paths, DateTimeOffset.MaxValue), Right.View, ResourceKind.Config, Cancelled);

    private sealed class OnlyPaths : IPermissions
    {
        public Task<IReadOnlySet<AccessQuestion>> AllowedAsync(
            Caller caller, IReadOnlyCollection<AccessQuestion> questions, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlySet<AccessQuestion>>(questions.Where(question => question.Resource.Id is not null).ToHashSet());
    }

    private sealed class AllBut(ResourceKind denied) : IPermit
    {
        public Task RequireAsync(IReadOnlyCollection<AccessQuestion> questions, CancellationToken cancellationToken) =>
            questions.FirstOrDefault(question => question.Resource.Kind == denied) is { } question
                ? Task.FromException(new AccessDeniedException(question.Right))
                : Task.CompletedTask;
    }
}
