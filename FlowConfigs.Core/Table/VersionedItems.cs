using FlowConfigs.Core.Access;

namespace FlowConfigs.Core.Table;

/// <summary>
/// The one way to save anything with versions: the caller has read the item once, and passes the item as it was read. The save asks
/// whether the author has the right, numbers the version, measures both items, and writes the current item on the condition that it is
/// still as it was read, together with the version's own item, in one transaction. Version numbers continue after a deletion, so that no
/// number ever means two things.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
/// <param name="kind">What kind of thing.</param>
internal sealed class VersionedItems<T>(DynamoTable table, TimeProvider time, VersionedKind<T> kind) where T : class
{
    public ItemKey KeyOf(string id) => ItemKey.Current(kind.Name, id);

    public T Read(TableItem item) => kind.Read(item);

    public async Task<T?> GetAsync(string id, CancellationToken cancellationToken) =>
        await table.GetAsync(KeyOf(id), cancellationToken) is { } item ? kind.Read(item) : null;

    /// <summary>Reads several; those that do not exist are left out.</summary>
    public async Task<IReadOnlyList<T>> GetManyAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        [.. (await table.GetManyAsync(ids.Select(KeyOf), cancellationToken)).Select(kind.Read)];

    /// <summary>Reads all by id; one that was saved a moment ago may be missing.</summary>
    public async Task<IReadOnlyList<T>> ListAsync(CancellationToken cancellationToken)
    {
        var ids = await table.AllAsync(ItemQuery.Listed(kind.Name) with { Only = [Item.Id] }, cancellationToken)
            .Select(item => item[Item.Id]).ToListAsync(cancellationToken);
        return [.. (await GetManyAsync(ids, cancellationToken)).OrderBy(kind.IdOf, StringComparer.Ordinal)];
    }

    /// <summary>Reads what a save is based on: the one read on which it is decided, judged and written.</summary>
    /// <param name="id">The id.</param>
    /// <param name="version">The version that the author has seen; 0 for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<T?> GetForSaveAsync(string id, int version, CancellationToken cancellationToken)
    {
        var before = await GetAsync(id, cancellationToken);
        RequireVersion(id, before, version);
        return before;
    }

    /// <summary>Continues only if the version that was read is the one that the author has seen.</summary>
    public void RequireVersion(string id, T? before, int version)
    {
        if (VersionOf(before) != version)
            throw kind.Conflict(id, before, creates: version == 0);
    }

    /// <summary>Continues only if the author has the right to make the changes.</summary>
    /// <exception cref="AccessDeniedException">The author does not have the right.</exception>
    public Task RequireAsync(IEnumerable<Change<T>> changes, Author author, CancellationToken cancellationToken) =>
        author.May.RequireAsync([.. changes.SelectMany(change => kind.Needs(change, author.Action)).Distinct()], cancellationToken);

    /// <summary>Saves a change.</summary>
    /// <returns>The thing as saved, or the last version of what was deleted.</returns>
    public async Task<T> SaveAsync(Change<T> change, Author author, CancellationToken cancellationToken)
    {
        var transaction = table.NewTransaction();
        var saved = await AddAsync(transaction, [change], author, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved[0];
    }

    /// <summary>Adds changes to a transaction.</summary>
    /// <returns>For each the thing as saved, or the last version of what is deleted.</returns>
    /// <exception cref="AccessDeniedException">The author does not have the right to make the changes.</exception>
    /// <exception cref="ConfigTooLargeException">One of the items would be above 400 KB.</exception>
    public async Task<IReadOnlyList<T>> AddAsync(
        Transaction transaction, IReadOnlyList<Change<T>> changes, Author author, CancellationToken cancellationToken)
    {
        await RequireAsync(changes, author, cancellationToken);
        var last = await Task.WhenAll(changes.Select(change => LastVersionAsync(change, cancellationToken)));
        var mark = Item.NewMark();
        return [.. changes.Zip(last, (change, version) => Add(transaction, change, Next(change, version + 1, mark, author)))];
    }

    /// <summary>Finds, before anything is written, a change whose items the table would not store.</summary>
    /// <exception cref="ConfigTooLargeException">One is above 400 KB.</exception>
    public void RefuseTooLarge(Change<T> change, Author author) =>
        RefuseTooLarge(change, Next(change, VersionOf(change.Before) + 1, Item.NewMark(), author));

    /// <summary>Bytes that the two items of a change take, but for the few that the save itself adds.</summary>
    public int SizeOf(Change<T> change)
    {
        var next = Next(change, VersionOf(change.Before) + 1, Item.NewMark(), new("", null, Permit.Everything));
        return kind.CurrentOf(next).Size + kind.VersionItem(change, next).Size;
    }

    private T Add(Transaction transaction, Change<T> change, T next)
    {
        var id = kind.IdOf(next);
        var (current, version) = RefuseTooLarge(change, next);
        var before = VersionOf(change.Before);
        var expect = transaction.Holds ? Expect.Version(before) : Expect.FreeVersion(before, time.GetUtcNow());
        if (change.After is null)
            transaction.Delete(KeyOf(id), expect, RefusalAsync);
        else
            transaction.Put(current, expect, RefusalAsync);
        transaction.Put(version, Expect.Nothing, RefusalAsync);
        return next;

        async Task<Exception> RefusalAsync(CancellationToken stop) =>
            kind.Conflict(id, await GetAsync(id, stop), creates: change.Before is null);
    }

    // The version is the larger one when much was changed: it is in the audit too.
    private (TableItem Current, TableItem Version) RefuseTooLarge(Change<T> change, T next)
    {
        var (current, version) = (kind.CurrentOf(next), kind.VersionItem(change, next));
        return Math.Max(current.Size, version.Size) is > Item.MaxBytes and var bytes
            ? throw kind.TooLarge(next, bytes)
            : (current, version);
    }

    private T Next(Change<T> change, int version, string mark, Author author) => kind.Stamped(change.Thing, version, new(
        author.By, time.GetUtcNow(), author.Comment)
    {
        Action = author.Action ?? (change.After is null ? SaveAction.Deleted
            : change.Before is null ? SaveAction.Created
            : SaveAction.Saved),
        Mark = mark,
        BasedOn = change.Before is null ? null : kind.SavedOf(change.Before)?.Mark,
        Merges = author.Merges,
        MovedTo = change.MovedTo,
    });

    private async Task<int> LastVersionAsync(Change<T> change, CancellationToken cancellationToken)
    {
        if (change.Before is not null)
            return kind.VersionOf(change.Before);
        var versions = new ItemQuery(Item.Partition(kind.Name, kind.IdOf(change.Thing)))
        {
            Prefix = Item.VersionPrefix,
            Descending = true,
            Limit = 1,
            Only = [Item.Version],
        };
        var (items, _) = await table.PageAsync(versions, cancellationToken);
        return Math.Max(items is [var last] ? last.Number(Item.Version) : 0, kind.CountsOnFrom(change.Thing));
    }

    private int VersionOf(T? thing) => thing is null ? 0 : kind.VersionOf(thing);
}
