using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

public sealed class ListStoreTests(TheStore the) : IClassFixture<TheStore>, IAsyncLifetime
{
    private static readonly ConfigId Id = ConfigId.Parse("vip/texas");

    private readonly string table = $"lists-{Guid.NewGuid():N}";

    private IAmazonDynamoDB Dynamo => the.Dynamo;

    private ListStore Store => new(new(Dynamo, table), TimeProvider.System);

    private ListWriter Writer => new(Store, TimeProvider.System);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await FlowConfigsTable.EnsureAsync(Dynamo, table, Cancelled);

    public async ValueTask DisposeAsync() => await Dynamo.DeleteTableAsync(table, CancellationToken.None);

    [Fact]
    public async Task A_saved_entry_is_read_back_as_it_was()
    {
        await CreateAsync();
        var saved = await PutAsync("más", note: "💐", expires: "2026-03-02T12:00Z");
        var read = await Store.FindAsync(Id, "más", Cancelled);
        Assert.Equal(saved, read);
        Assert.Equal(("💐", A.Now, "ada"), (read!.Value.Note, read.Value.Expires, read.Saved.By));
    }

    [Fact]
    public async Task A_lookup_is_one_read_of_the_list_and_its_entry_however_long_the_list()
    {
        await CreateAsync();
        foreach (var key in (string[])["a", "b", "c"])
            await PutAsync(key);
        using var counted = new CompetingClient(Dynamo);
        var found = await new ListStore(new(counted, table), TimeProvider.System).LookUpAsync(Id, "b", Cancelled);
        Assert.Equal("b", found?.Entries.Single().Value.Key);
        Assert.Equal((1, 0), (counted.Batches, counted.Queries));
    }

    [Trait("Rule", "R21")]
    [Theory]
    [InlineData("+525512345678", "+5215512345678")]
    [InlineData("+5215512345678", "+525512345678")] // as a table may have it from elsewhere
    [InlineData("+541123456789", "+5491123456789")]
    [InlineData("+5491123456789", "+541123456789")]
    public async Task An_entry_matches_both_numbers_of_its_phone(string stored, string caller)
    {
        var head = await Store.SaveAsync(Id, 0, new() { Keys = KeyKind.Phone }, A.Author, Cancelled);
        await new EntryWrites(Store, TimeProvider.System)
            .TryAsync(head, Right.EditValues, [new(null, new ListEntry { Key = stored })], A.Author, Cancelled);
        foreach (var key in (string[])[stored, caller])
        {
            var found = (await Store.LookUpAsync(Id, key, Cancelled))!;
            Assert.Equal((stored, true), (Assert.Single(found.Entries).Id, found.IsListedAt(A.Now)));
        }

        // It is changed and removed under either number, and keeps its own.
        var changed = await Writer.PutAsync(Id, Draft(caller, "x"), (await Store.FindAsync(Id, stored, Cancelled))!.Version, A.Author, Cancelled);
        Assert.Equal((stored, "x"), (changed.Id, changed.Value.Note));
        await Assert.ThrowsAsync<DocumentConflictException>(() => Writer.PutAsync(Id, Draft(caller, "y"), 0, A.Author, Cancelled));
        await Writer.RemoveAsync(Id, caller, changed.Version, A.Author, Cancelled);
        Assert.Empty((await Store.LookUpAsync(Id, stored, Cancelled))!.Entries);
    }

    [Trait("Rule", "R21")]
    [Fact]
    public async Task A_text_that_looks_like_one_of_two_numbers_is_a_text()
    {
        await CreateAsync();
        await PutAsync("+525512345678");
        Assert.Empty((await Store.LookUpAsync(Id, "+5215512345678", Cancelled))!.Entries);
        Assert.Empty((await Store.LookUpAsync(Id, "+52 55 1234 5678", Cancelled))!.Entries);
    }

    [Fact]
    public async Task Each_write_of_an_entry_is_in_the_audit_with_its_fields_before_and_after()
    {
        await CreateAsync();
        var first = await PutAsync("a", note: "one");
        await Writer.PutAsync(Id, Draft("a", "two"), first.Version, A.Author, Cancelled);
        await Writer.RemoveAsync(Id, "a", first.Version + 1, new("bob", "gone", Permit.Everything), Cancelled);
        var audit = (await ItemsOf("A#")).Select(RawItem.Audit).ToList();
        Assert.All(audit, entry => Assert.Equal(("list", Id.Value, null), (entry.Kind, entry.Id, entry.Version)));
        Assert.Equal(
            [
                [new("entries.a.key", null, "a"), new("entries.a.note", null, "one")],
                [new("entries.a.note", "one", "two")],
                [new("entries.a.key", "a", null), new("entries.a.note", "two", null)],
            ],
            audit.Select(entry => entry.Changes.ToArray()));
        Assert.Equal(("bob", "gone"), (audit[2].Saved.By, audit[2].Saved.Comment));
    }

    [Trait("Rule", "R27")]
    [Fact]
    public async Task Of_many_editors_of_one_entry_each_learns_who_was_first_and_all_are_in_the_audit()
    {
        await CreateAsync();
        await PutAsync("a");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(EditUntilAccepted));
        var audit = (await ItemsOf("A#")).Select(RawItem.Audit).Skip(1).ToList();
        Assert.Equal(8, audit.Select(entry => entry.Changes[^1].After).Distinct().Count());
        Assert.All(audit.Zip(audit.Skip(1)), pair => Assert.Equal(pair.First.Changes[^1].After, pair.Second.Changes[^1].Before));

        async Task EditUntilAccepted(int editor)
        {
            while (true)
            {
                try
                {
                    var current = await Store.FindAsync(Id, "a", Cancelled);
                    await Writer.PutAsync(Id, Draft("a", $"editor {editor}"), current!.Version, A.Author, Cancelled);
                    return;
                }
                catch (DocumentConflictException)
                {
                    // Somebody else was first: on top of theirs.
                }
            }
        }
    }

    [Fact]
    public async Task Many_write_entries_of_one_list_at_once()
    {
        await CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => PutAsync($"key {i}")));
        Assert.Equal(new EntryCount(16, false), await Store.CountAsync(Id, Cancelled));
    }

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

    [Trait("Rule", "R27")]
    [Fact]
    public async Task An_entry_that_was_made_again_is_not_taken_for_the_one_before()
    {
        await CreateAsync();
        var first = await PutAsync("a", note: "first");
        await Writer.RemoveAsync(Id, "a", first.Version, A.Author, Cancelled);
        await PutAsync("a", note: "second");
        await Assert.ThrowsAsync<DocumentConflictException>(
            () => Writer.PutAsync(Id, Draft("a", "lost"), first.Version, A.Author, Cancelled));
        Assert.Equal("second", (await Store.FindAsync(Id, "a", Cancelled))!.Value.Note);
    }

    [Fact]
    public async Task Nothing_is_written_to_a_list_that_does_not_exist()
    {
        await Assert.ThrowsAsync<DocumentConflictException>(() => PutAsync("a"));
        await Assert.ThrowsAsync<DocumentConflictException>(() => Writer.PasteAsync(Id, [Draft("a", "")], A.Author, Cancelled));
        Assert.Empty(await ItemsOf(""));
    }

    [Fact]
    public async Task An_entry_that_was_read_before_the_list_was_to_be_deleted_is_not_written()
    {
        var head = await CreateAsync();
        await Store.Heads.SaveAsync(new(head, head.With(head.Value with { Deleting = true })), A.Author, Cancelled);
        var entry = new ListEntry { Key = "a" };
        await Assert.ThrowsAsync<ListIsBeingDeletedException>(() =>
            new EntryWrites(Store, TimeProvider.System).TryAsync(head, Right.EditValues, [new(null, entry)], A.Author, Cancelled));
        Assert.Empty(await ItemsOf("E#"));
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

    [Fact]
    public async Task Entries_page_in_the_order_of_their_keys_below_a_prefix()
    {
        await CreateAsync();
        await Writer.PasteAsync(Id, [.. new[] { "b", "a/2", "a", "a/1", "a/3" }.Select(key => Draft(key, ""))], A.Author, Cancelled);
        var first = await Store.PageAsync(Id, "a", null, 3, Cancelled);
        Assert.Equal(["a", "a/1", "a/2"], first.Items.Select(entry => entry.Id));
        Assert.Equal(["a/3"], (await Store.PageAsync(Id, "a", first.Next, 3, Cancelled)).Items.Select(entry => entry.Id));
    }

    private static EntryDraft Draft(string key, string note) => new(1, "entries[0]", key, note, "", "");

    private Task<Stored<ListHead>> CreateAsync() =>
        Store.SaveAsync(Id, 0, new() { Keys = KeyKind.Text }, A.Author, Cancelled);

    private Task<Stored<ListEntry>> PutAsync(string key, string note = "", string expires = "") =>
        Writer.PutAsync(Id, new(1, "", key, note, "", expires), 0, A.Author, Cancelled);

    private async Task<List<Dictionary<string, AttributeValue>>> ItemsOf(string prefix)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = prefix == "" ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)",
            ExpressionAttributeValues = new() { [":pk"] = new($"LIST#{Id.Value}") },
            ConsistentRead = true,
        };
        if (prefix != "")
            request.ExpressionAttributeValues[":prefix"] = new(prefix);
        return (await Dynamo.QueryAsync(request, Cancelled)).Items ?? [];
    }
}
