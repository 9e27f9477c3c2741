using FlowConfigs.Core.Access;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

public sealed class ListStoreTests(TheStore the) : ListTable(the)
{
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
                    // Someone else saved first: on top of theirs.
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

    [Fact]
    public async Task Entries_page_in_the_order_of_their_keys_below_a_prefix()
    {
        await CreateAsync();
        await Writer.PasteAsync(Id, [.. new[] { "b", "a/2", "a", "a/1", "a/3" }.Select(key => Draft(key, ""))], A.Author, Cancelled);
        var first = await Store.PageAsync(Id, "a", null, 3, Cancelled);
        Assert.Equal(["a", "a/1", "a/2"], first.Items.Select(entry => entry.Id));
        Assert.Equal(["a/3"], (await Store.PageAsync(Id, "a", first.Next, 3, Cancelled)).Items.Select(entry => entry.Id));
    }
}
