using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

public sealed class ImportTests(TheStore the) : IClassFixture<TheStore>
{
    private static readonly Config Parent = A.Config("field-office", A.Switch("Closure"), A.Text("Greeting", "hello"))
        .With(A.Prompt("Welcome", ("en-US", "Welcome"), ("es-US", "Bienvenidos")));

    private static readonly Config Austin = A.Config("field-office/austin").Overriding("Greeting", "howdy");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Trait("Rule", "R32")]
    [Fact]
    public async Task An_export_imported_into_another_environment_makes_the_same_configs_and_settings()
    {
        await using var from = await OwnTable.CreateAsync(the.Dynamo);
        await using var to = await OwnTable.CreateAsync(the.Dynamo);
        await from.SaveAsync(Parent, Austin, A.Config("basic", A.Text("Note", "ñ😀")));
        await from.Settings.SaveAsync(new() { DefaultLanguage = "es-US" }, 0, A.Author, Cancelled);

        var document = Assert.Single(await from.ExportAsync());
        var report = await to.ImportAsync(new ImportRequest { Document = document, DryRun = false });

        Assert.Equal(new ImportCounts(Created: 4, 0, 0, 0, 0, 0), report.Counts);
        Assert.Equal(await from.ContentsAsync(), await to.ContentsAsync());
        var saved = await to.Store.GetAsync(Austin.Id, Cancelled);
        Assert.Equal((1, SaveAction.Imported, "ada"), (saved!.Version, saved.Saved!.Action, saved.Saved.By));
    }

    [Trait("Rule", "R32")]
    [Fact]
    public async Task When_texts_were_written_comes_along()
    {
        await using var from = await OwnTable.CreateAsync(the.Dynamo);
        await using var to = await OwnTable.CreateAsync(the.Dynamo);
        await from.SaveAsync(Parent);
        await to.SaveAsync(Parent);
        await from.SaveAsync(Parent.With(A.Prompt("Welcome", ("en-US", "A warm welcome"), ("es-US", "Bienvenidos"))));
        await to.ImportAsync(new ImportRequest { Document = (await from.ExportAsync())[0], DryRun = false });
        Assert.Equal(await from.ContentsAsync(), await to.ContentsAsync());
    }

    [Trait("Rule", "R33")]
    [Fact]
    public async Task A_dry_run_says_what_would_change_and_writes_nothing()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(Parent, Austin);
        var before = await table.ContentsAsync();

        var changed = Austin.Overriding("Greeting", "hi");
        var document = Exchanging.Document([changed, Parent, A.Config("new", A.Switch("Closure"))]);
        var report = await table.ImportAsync(new ImportRequest { Document = document });

        Assert.Equal(
            [("field-office/austin", ImportOutcome.Changed), ("field-office", ImportOutcome.Unchanged), ("new", ImportOutcome.Created)],
            report.Outcomes());
        Assert.Equal([new("overrides.Greeting.value", "howdy", "hi")], report.Items[0].Changes);
        Assert.True(report.DryRun);
        Assert.Equal(before, await table.ContentsAsync());
    }

    [Trait("Rule", "R33")]
    [Fact]
    public async Task Nothing_is_written_when_one_config_is_refused()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var report = await table.ImportAsync(Parent, A.Config("bad").Overriding("Nothing", "x"), A.Config("wrong", A.Number("N", "ten")));
        Assert.Equal([ImportOutcome.Created, ImportOutcome.Refused, ImportOutcome.Refused], report.Items.Select(item => item.Outcome));
        Assert.Equal("overrides.Nothing", Assert.Single(report.Items[1].Problems).Path);
        Assert.Null(await table.Store.GetAsync(Parent.Id, Cancelled));
    }

    [Trait("Rule", "R33")]
    [Fact]
    public async Task A_child_is_checked_against_its_parent_as_the_file_has_it()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(A.Config("field-office", A.Switch("Closure")));
        // The office comes first in the file, and overrides what only the file's parent defines.
        var report = await table.ImportAsync(Austin, Parent);
        Assert.Equal([ImportOutcome.Created, ImportOutcome.Changed], report.Items.Select(item => item.Outcome));

        var locked = Parent with { Variables = [A.Switch("Closure"), A.Text("Greeting", "hello") with { Locked = true }] };
        var other = A.Config("field-office/boston").Overriding("Greeting", "hi");
        Assert.Equal(ImportOutcome.Refused, (await table.ImportAsync(locked, other)).Items[1].Outcome);
    }

    [Trait("Rule", "R33")]
    [Fact]
    public async Task A_key_can_move_from_a_child_to_its_parent_in_one_file()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(A.Config("p"), A.Config("p/c", A.Text("Key", "c")));
        var refused = await table.ImportAsync(A.Config("p", A.Text("Key", "p")));
        Assert.Contains("p/c", Assert.Single(refused.Items[0].Problems).Message);
        var moved = await table.ImportAsync(A.Config("p", A.Text("Key", "p")), A.Config("p/c").Overriding("Key", "c"));
        Assert.Equal(2, moved.Counts.Changed);
    }

    [Trait("Rule", "R35")]
    [Fact]
    public async Task A_config_that_somebody_changes_meanwhile_is_a_conflict_and_a_second_run_goes_on()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(A.Config("a", A.Text("X", "1")), A.Config("a/b").Overriding("X", "1"), A.Config("c", A.Text("X", "1")));
        var request = new ImportRequest
        {
            Document = Exchanging.Document(
                [A.Config("a", A.Text("X", "2")), A.Config("a/b").Overriding("X", "2"), A.Config("c", A.Text("X", "2"))]),
            DryRun = false,
        };

        var other = new Lazy<Task>(() => table.SaveAsync(A.Config("a", A.Text("X", "3"))));
        using var competing = new CompetingClient(table.Dynamo, _ => other.Value);
        var first = await table.ImportAsync(request, through: competing);
        Assert.Equal([ImportOutcome.Conflict, ImportOutcome.Conflict, ImportOutcome.Changed], first.Items.Select(item => item.Outcome));
        Assert.Contains("a, above it, was not written", Assert.Single(first.Items[1].Problems).Message);
        Assert.Equal("3", (await table.Store.GetAsync(ConfigId.Parse("a"), Cancelled))!.Variables[0].Value);

        var second = await table.ImportAsync(request);
        Assert.Equal(new ImportCounts(0, Changed: 2, Unchanged: 1, 0, 0, 0), second.Counts);
    }

    [Fact]
    public async Task A_timed_change_that_is_over_stays_behind_and_one_that_is_not_comes_along()
    {
        await using var from = await OwnTable.CreateAsync(the.Dynamo);
        await using var to = await OwnTable.CreateAsync(the.Dynamo);
        var now = TimeProvider.System.GetUtcNow();
        var over = Change("over", now.AddHours(-2), now.AddHours(-1));
        var parent = Parent with { Version = 0, Changes = [over, Change("on", now, now.AddHours(1))] };
        await from.Store.SaveAsync(parent, null, A.Author, Cancelled);
        await to.ImportAsync(new ImportRequest { Document = (await from.ExportAsync())[0], DryRun = false });
        Assert.Equal("on", Assert.Single((await to.Store.GetAsync(Parent.Id, Cancelled))!.Changes).Id);

        // It is no change that the source has one more that is over.
        var again = await from.ImportAsync(new ImportRequest { Document = (await to.ExportAsync())[0] });
        Assert.Equal(ImportOutcome.Unchanged, Assert.Single(again.Items).Outcome);
    }

    [Fact]
    public async Task An_import_of_more_than_500_changes_is_refused_and_an_export_comes_in_parts_that_can_be_imported()
    {
        await using var from = await OwnTable.CreateAsync(the.Dynamo);
        await using var to = await OwnTable.CreateAsync(the.Dynamo);
        var offices = Enumerable.Range(0, 501).Select(i => A.Config($"office-{i:D3}", A.Switch("Closure"))).ToList();
        await Assert.ThrowsAsync<ConfigTooLargeException>(() => from.ImportAsync(offices));
        foreach (var some in offices.Select(office => new Change<Config>(null, office)).Chunk(ConfigStore.MaxCreations))
            await from.Store.WriteAsync(some, A.Author, Cancelled);

        var parts = await from.ExportAsync();
        Assert.Equal([500, 1], parts.Select(part => part.Configs.Count));
        var reports = await Task.WhenAll(parts.Select(part => to.ImportAsync(new ImportRequest { Document = part })));
        Assert.Equal([500, 1], reports.Select(report => report.Counts.Created));
    }

    private static TimedChange Change(string id, DateTimeOffset from, DateTimeOffset until) => new()
    {
        Id = id,
        From = from,
        Until = until,
        TimeZone = "UTC",
        Values = new Dictionary<string, Override> { ["Greeting"] = new() { Value = id } },
    };
}
