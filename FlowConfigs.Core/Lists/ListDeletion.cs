using FlowConfigs.Core.Access;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>
/// Deletes lists: first nothing more can be written to it, then the entries go, a hundred at a time and each with its audit, and last
/// the list itself. Whatever interrupts it, deleting the list again goes on from there.
/// </summary>
/// <param name="store">What is there.</param>
/// <param name="time">The clock for the time limit.</param>
public sealed class ListDeletion(ListStore store, TimeProvider time)
{
    // API Gateway waits 29 s.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    private readonly EntryWrites writes = new(store, time);

    /// <summary>Deletes a list, or as much of it as can be done in 20 s.</summary>
    /// <param name="id">The list.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="withEntries">Whether its entries may go too.</param>
    /// <param name="author">Who does it, and why.</param>
    /// <param name="cancellationToken">Ends it; what was removed until then stays removed.</param>
    /// <returns>Null when the list is gone, else what is left of it, for another try.</returns>
    /// <exception cref="ListHasEntriesException">It has entries, and they may not go; nothing was changed.</exception>
    /// <exception cref="DocumentConflictException">It is at another version, or does not exist.</exception>
    public async Task<Stored<ListHead>?> RunAsync(
        ConfigId id, int version, bool withEntries, Author author, CancellationToken cancellationToken)
    {
        var head = (await store.Heads.GetForSaveAsync(id.Value, version, cancellationToken))!;
        var deletion = new Change<Stored<ListHead>>(head, null);
        await store.Heads.RequireAsync([deletion], author, cancellationToken);
        if (!withEntries)
            await RefuseEntriesAsync(id, cancellationToken);

        var closed = head.Value.Deleting ? head : await SetDeletingAsync(head, true, author, cancellationToken);
        if (!withEntries && (await store.CountAsync(id, cancellationToken)).Count > 0)
        {
            // One came in between. It is not lost: the list is as it was.
            await SetDeletingAsync(closed, false, author, cancellationToken);
            throw new ListHasEntriesException(id);
        }

        if (!await RemoveEntriesAsync(id, closed, author, cancellationToken))
            return closed;
        await store.Heads.SaveAsync(new(closed, null), author, cancellationToken);
        return null;
    }

    private async Task RefuseEntriesAsync(ConfigId id, CancellationToken cancellationToken)
    {
        if ((await store.PageAsync(id, "", null, 1, cancellationToken)).Items.Count > 0)
            throw new ListHasEntriesException(id);
    }

    private Task<Stored<ListHead>> SetDeletingAsync(
        Stored<ListHead> head, bool deleting, Author author, CancellationToken cancellationToken) =>
        store.Heads.SaveAsync(new(head, head.With(head.Value with { Deleting = deleting })), author, cancellationToken);

    private async Task<bool> RemoveEntriesAsync(ConfigId id, Stored<ListHead> head, Author author, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while ((await store.PageAsync(id, "", null, ListStore.MaxPage, cancellationToken)).Items is { Count: > 0 } entries)
        {
            foreach (var some in EntryChunks.Of(entries.Select(e => new EntryWrite(e, null)), write => (write.Before?.Value, null)))
            {
                if (time.GetElapsedTime(started) > TimeLimit)
                    return false;
                // An entry that another user removed is not in the next page.
                await writes.TryAsync(head, Right.Delete, some, author, cancellationToken);
            }
        }

        return true;
    }
}
