using FlowConfigs.Core.Access;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.Lists;
using static FlowConfigs.Tests.Table.Filled;

namespace FlowConfigs.Tests.Table;

/// <summary>What a person may not see is not in their file, and what they may not change is not imported.</summary>
public sealed class PromotionAccessTests(TheStore the) : IClassFixture<TheStore>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Trait("Rule", "R46")]
    [Fact]
    public async Task Numbers_are_masked_for_those_who_may_not_see_them_and_what_is_masked_cannot_be_imported()
    {
        await using var from = await FilledAsync(the);
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
    public async Task An_export_has_only_what_the_person_may_see()
    {
        await using var table = await FilledAsync(the);
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
        await using var from = await FilledAsync(the);
        await using var to = await OwnTable.CreateAsync(the.Dynamo);
        var document = Assert.Single(await from.ExportAsync());
        foreach (var denied in new[] { ResourceKind.Config, ResourceKind.Scenario, ResourceKind.List })
        {
            var author = A.Author with { May = new AllBut(denied) };
            await Assert.ThrowsAsync<AccessDeniedException>(() => to.ImportAsync(new ImportRequest { Document = document, DryRun = false }, author));
            Assert.Empty((await to.ExportAsync())[0].Configs);
        }
    }

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
