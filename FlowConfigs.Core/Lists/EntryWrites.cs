using FlowConfigs.Core.Access;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>One entry of a write of several.</summary>
/// <param name="Before">The version on which it is based; null creates the entry.</param>
/// <param name="After">What it becomes; null removes it.</param>
internal sealed record EntryWrite(Stored<ListEntry>? Before, ListEntry? After)
{
    public string Key => After?.Key ?? Before!.Id;
}

/// <summary>
/// Writes entries and their audit in one transaction, on what was read of each and with a check that the list is as it was then: it may
/// have been deleted meanwhile, or read numbers in another way.
/// </summary>
/// <param name="store">The lists.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
internal sealed class EntryWrites(ListStore store, TimeProvider time)
{
    /// <summary>Writes entries.</summary>
    /// <param name="head">The list as it was read.</param>
    /// <param name="right">The right that the author must have on the list.</param>
    /// <param name="writes">The entries.</param>
    /// <param name="author">Who does it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the write may still have happened.</param>
    /// <returns>The entries as they are now; or the keys that another user has changed meanwhile, and nothing was written.</returns>
    /// <exception cref="DocumentConflictException">The list is not as it was.</exception>
    public async Task<(IReadOnlyList<Stored<ListEntry>> Written, IReadOnlyList<string> Conflicts)> TryAsync(
        Stored<ListHead> head, Right right, IReadOnlyList<EntryWrite> writes, Author author, CancellationToken cancellationToken)
    {
        await author.May.RequireAsync([new(right, AccessResource.Of(ResourceKind.List, ConfigId.Parse(head.Id)))], cancellationToken);
        while (true)
        {
            var (written, failed) = await CommitAsync(head, writes, author, cancellationToken);
            if (!failed.Contains(store.Heads.KeyOf(head.Id)))
                return (written, [.. writes.Select(write => write.Key).Where(key => failed.Contains(EntryItem.Key(head.Id, key)))]);
            head = await SameListAsync(head, cancellationToken);
        }
    }

    // Another user has saved the list: as long as it reads keys as before, there is no conflict.
    private async Task<Stored<ListHead>> SameListAsync(Stored<ListHead> head, CancellationToken cancellationToken)
    {
        var id = ConfigId.Parse(head.Id);
        var now = await store.GetAsync(id, cancellationToken);
        if (now is { Value.Deleting: true } && !head.Value.Deleting)
            throw new ListIsBeingDeletedException(id);
        return now is not null && now.Value with { Description = head.Value.Description } == head.Value
            ? now
            : throw new DocumentConflictException(ListStore.Kind, head.Id, now?.Version);
    }

    private async Task<(IReadOnlyList<Stored<ListEntry>> Written, IReadOnlyCollection<ItemKey> Failed)> CommitAsync(
        Stored<ListHead> head, IReadOnlyList<EntryWrite> writes, Author author, CancellationToken cancellationToken)
    {
        var saved = new Saved(author.By, time.GetUtcNow(), author.Comment) { Mark = Item.NewMark(), Action = author.Action ?? SaveAction.Saved };
        var transaction = store.Table.NewTransaction();
        transaction.Check(store.Heads.KeyOf(head.Id), Expect.Version(head.Version));
        var written = new List<Stored<ListEntry>>();
        foreach (var write in writes)
        {
            var expect = Expect.Version(write.Before?.Version ?? 0);
            if (write.After is null)
            {
                transaction.Delete(EntryItem.Key(head.Id, write.Key), expect);
                continue;
            }

            written.Add(EntryItem.Next(write.Before, write.After, saved));
            transaction.Put(EntryItem.Of(head.Id, written[^1]), expect);
        }

        FieldChange[] changes = [.. writes.SelectMany(write => ListDiff.Of(write.Before?.Value, write.After))];
        transaction.Put(EntryItem.Audit(head.Id, saved, changes), Expect.Nothing);
        return (written, await transaction.TryCommitAsync(cancellationToken));
    }
}
