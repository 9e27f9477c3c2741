using System.Text.Json;
using FlowConfigs.Core;
using FlowConfigs.Core.Lists;

namespace FlowConfigs.Tests.Table;

/// <summary>Several entries at once.</summary>
public sealed class ListPasteTests(TheStore the) : ListTable(the)
{
    [Trait("Rule", "R25")]
    [Trait("Rule", "R27")]
    [Fact]
    public async Task A_paste_leaves_what_somebody_else_has_changed_since_it_was_read_and_says_so()
    {
        await CreateAsync();
        var first = await PutAsync("b", note: "first");
        using var dynamo = new CompetingClient(Dynamo, async sent =>
        {
            if (sent != 1)
                return;
            await Writer.PutAsync(Id, Draft("b", "theirs"), first.Version, A.Author, Cancelled);
            await PutAsync("c", note: "theirs");
        });
        var writer = new ListWriter(new(new(dynamo, table), TimeProvider.System), TimeProvider.System);
        var drafts = new[] { "a", "b", "c" }.Select((key, i) => Draft(key, "pasted") with { Line = i + 1 });
        var lines = await writer.PasteAsync(Id, [.. drafts], A.Author, Cancelled);
        Assert.Equal([PasteOutcome.Added, PasteOutcome.Conflict, PasteOutcome.Conflict], lines.Select(line => line.Outcome));
        var notes = (await Store.PageAsync(Id, "", null, 10, Cancelled)).Items.Select(entry => (entry.Id, entry.Value.Note));
        Assert.Equal([("a", "pasted"), ("b", "theirs"), ("c", "theirs")], notes);
    }

    [Trait("Rule", "R25")]
    [Fact]
    public async Task One_bad_line_of_a_paste_keeps_no_other_from_being_written()
    {
        await CreateAsync();
        EntryDraft[] drafts = [.. Enumerable.Range(0, 300).Select(i => Draft($"key {i}", "")), Draft("", "")];
        var lines = await Writer.PasteAsync(Id, drafts, A.Author, Cancelled);
        Assert.Equal([(PasteOutcome.Added, 300), (PasteOutcome.Refused, 1)], lines.CountBy(line => line.Outcome).Select(c => (c.Key, c.Value)));
        Assert.Equal(300, (await ItemsOf("E#")).Count);
    }

    [Trait("Rule", "R25")]
    [Fact]
    public async Task Of_a_paste_with_bad_lines_only_nothing_is_written()
    {
        await CreateAsync();
        var before = await ItemsOf("");
        await Assert.ThrowsAsync<InvalidConfigException>(() => Writer.PasteAsync(Id, [Draft("", ""), Draft(" ", "")], A.Author, Cancelled));
        Assert.Equal(before.Count, (await ItemsOf("")).Count);
    }

    [Trait("Rule", "R25")]
    [Fact]
    public async Task A_paste_twice_writes_once()
    {
        await CreateAsync();
        EntryDraft[] drafts = [.. Enumerable.Range(0, 300).Select(i => Draft($"key {i:D3}", "note"))];
        Assert.All(await Writer.PasteAsync(Id, drafts, A.Author, Cancelled), line => Assert.Equal(PasteOutcome.Added, line.Outcome));
        var audit = await ItemsOf("A#");
        Assert.All(await Writer.PasteAsync(Id, drafts, A.Author, Cancelled), line => Assert.Equal(PasteOutcome.Unchanged, line.Outcome));
        Assert.Equal(audit.Count, (await ItemsOf("A#")).Count);

        // What the entry of the audit cuts, the item keeps whole.
        var changes = audit.SelectMany(item => JsonSerializer.Deserialize(item["body"].S, ListJson.Default.IReadOnlyListFieldChange)!);
        var added = changes.Where(change => change.Path.EndsWith(".key", StringComparison.Ordinal)).Select(change => change.After);
        Assert.Equal(drafts.Select(draft => draft.Key), added);
    }

    [Fact]
    public async Task The_longest_entries_there_are_fit_into_their_transactions_and_audit()
    {
        await CreateAsync();
        // Six bytes a character in the audit's JSON.
        var longest = string.Concat(Enumerable.Repeat("💐", 100));
        EntryDraft Longest(int i, string owner) => new(i, $"entries[{i}]", $"{i:D4}{longest[..124]}", longest, owner, "");
        await Writer.PasteAsync(Id, [.. Enumerable.Range(0, 200).Select(i => Longest(i, longest))], A.Author, Cancelled);
        var changed = await Writer.PasteAsync(
            Id, [.. Enumerable.Range(0, 200).Select(i => Longest(i, longest[..198]))], A.Author, Cancelled);
        Assert.All(changed, line => Assert.Equal(PasteOutcome.Changed, line.Outcome));
    }
}
