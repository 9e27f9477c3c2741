using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>
/// Writes entries of lists. Each write is one transaction of the entries, their audit, and a check that the list is as it was when
/// they were read: it may have been deleted meanwhile, or read numbers in another way.
/// </summary>
/// <param name="store">What is there.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
public sealed class ListWriter(ListStore store, TimeProvider time)
{
    /// <summary>What an entry is called where it is in conflict.</summary>
    internal const string EntryKind = "entry";

    // Writers of one list wait for one another at the check of its head.
    private const int MaxAttempts = 20;

    /// <summary>Creates or changes an entry.</summary>
    /// <param name="list">The list.</param>
    /// <param name="draft">The entry; what is null in it stays.</param>
    /// <param name="version">The version that the change is based on; 0 creates the entry.</param>
    /// <param name="author">Who does it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the write may still have happened.</param>
    /// <exception cref="InvalidConfigException">It breaks a rule.</exception>
    /// <exception cref="DocumentConflictException">There is no such list, or the entry is at another version.</exception>
    /// <exception cref="ListIsBeingDeletedException">The list is being deleted.</exception>
    public Task<Stored<ListEntry>> PutAsync(
        ConfigId list, EntryDraft draft, int version, Author author, CancellationToken cancellationToken) =>
        UntilWrittenAsync(async () =>
        {
            var head = await OpenAsync(list, author, cancellationToken);
            var before = await ReadAsync(list, EntryKey.Parse(head.Value, draft.Key), version, cancellationToken);
            var existing = new[] { before }.OfType<Stored<ListEntry>>().ToDictionary(entry => entry.Id, entry => entry.Value);
            var line = Paste.Plan(head.Value, [draft], existing)[0];
            if (line.After is null)
                throw new InvalidConfigException(line.Problems);
            if (!line.Writes)
                return before;
            return (await TryWriteAsync(head, [new(before, line.After)], author, cancellationToken))?[0];
        });

    /// <summary>Removes an entry.</summary>
    /// <inheritdoc cref="PutAsync"/>
    public Task<Stored<ListEntry>> RemoveAsync(
        ConfigId list, string? key, int version, Author author, CancellationToken cancellationToken) =>
        UntilWrittenAsync(async () =>
        {
            var head = await OpenAsync(list, author, cancellationToken);
            var before = await ReadAsync(list, EntryKey.Parse(head.Value, key), version, cancellationToken);
            return await TryWriteAsync(head, [new(before, null)], author, cancellationToken) is null ? null : before;
        });

    /// <summary>Says what several entries would do, and writes nothing.</summary>
    public async Task<IReadOnlyList<PasteLine>> PlanAsync(
        ConfigId list, IReadOnlyList<EntryDraft> drafts, Author author, CancellationToken cancellationToken) =>
        Lines(await ReadAsync(list, drafts, author, cancellationToken), drafts);

    /// <summary>
    /// Writes several entries, in transactions of about a hundred. Should the table fail in between, those before are written, and
    /// the same again writes the rest.
    /// </summary>
    /// <returns>What each did.</returns>
    /// <exception cref="InvalidConfigException">One is refused; nothing was written.</exception>
    public async Task<IReadOnlyList<PasteLine>> PasteAsync(
        ConfigId list, IReadOnlyList<EntryDraft> drafts, Author author, CancellationToken cancellationToken)
    {
        var lines = await PlanAsync(list, drafts, author, cancellationToken);
        if (lines.SelectMany(line => line.Problems).ToList() is { Count: > 0 } problems)
            throw new InvalidConfigException(problems);
        foreach (var chunk in EntryChunks.Of(lines.Where(line => line.Writes), line => (line.Before, line.After)))
            await WriteAsync(list, chunk, author, cancellationToken);
        return lines;
    }

    /// <summary>Writes entries and their audit.</summary>
    /// <returns>As they are now; null when something had changed meanwhile, and nothing was written.</returns>
    internal async Task<IReadOnlyList<Stored<ListEntry>>?> TryWriteAsync(
        Stored<ListHead> head, IReadOnlyList<EntryWrite> writes, Author author, CancellationToken cancellationToken)
    {
        var partition = store.Heads.Partition(head.Id);
        var saved = new Saved(author.By, time.GetUtcNow(), author.Comment) { Mark = Item.NewMark() };
        var transaction = store.NewTransaction();
        transaction.Check(store.Heads.CurrentKey(head.Id), Expect.Version(head.Version));
        var written = new List<Stored<ListEntry>>();
        foreach (var (before, after) in writes)
        {
            if (after is null)
            {
                transaction.Delete(EntryItem.Key(partition, before!.Id), Expect.Version(before.Version));
                continue;
            }

            written.Add(EntryItem.Next(before, after, saved));
            transaction.Put(EntryItem.Of(partition, written[^1]), Expect.Version(before?.Version ?? 0));
        }

        FieldChange[] changes = [.. writes.SelectMany(write => ListDiff.Of(write.Before?.Value, write.After))];
        transaction.Put(EntryItem.Audit(partition, head.Id, saved, changes), Expect.Nothing);
        return await transaction.TryCommitAsync(cancellationToken) ? written : null;
    }

    private Task<object> WriteAsync(ConfigId list, IReadOnlyList<PasteLine> lines, Author author, CancellationToken cancellationToken) =>
        UntilWrittenAsync<object>(async () =>
        {
            EntryDraft[] drafts = [.. lines.Select(line => line.Draft)];
            var read = await ReadAsync(list, drafts, author, cancellationToken);
            var again = Lines(read, drafts);
            if (again.SelectMany(line => line.Problems).ToList() is { Count: > 0 } problems)
                throw new InvalidConfigException(problems);
            var writes = again.Where(line => line.Writes)
                .Select(line => new EntryWrite(read.Entries.GetValueOrDefault(line.After!.Key), line.After))
                .ToList();
            return writes.Count == 0 ? writes : await TryWriteAsync(read.Head, writes, author, cancellationToken);
        });

    private static IReadOnlyList<PasteLine> Lines(EntriesRead read, IReadOnlyList<EntryDraft> drafts) =>
        Paste.Plan(read.Head.Value, drafts, read.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Value));

    private async Task<EntriesRead> ReadAsync(
        ConfigId list, IReadOnlyList<EntryDraft> drafts, Author author, CancellationToken cancellationToken)
    {
        var head = await OpenAsync(list, author, cancellationToken);
        var keys = drafts.Select(draft => EntryKey.TryParse(head.Value, draft.Key, out var key, out _) ? key : null).OfType<string>();
        return new(head, await store.FindAsync(list, keys.Distinct(), cancellationToken));
    }

    private async Task<Stored<ListEntry>?> ReadAsync(ConfigId list, string key, int version, CancellationToken cancellationToken)
    {
        var entry = await store.FindAsync(list, key, cancellationToken);
        return (entry?.Version ?? 0) == version ? entry : throw new DocumentConflictException(EntryKind, key, entry?.Version);
    }

    private async Task<Stored<ListHead>> OpenAsync(ConfigId list, Author author, CancellationToken cancellationToken)
    {
        if (ListRules.CommentProblems(author).ToList() is { Count: > 0 } problems)
            throw new InvalidConfigException(problems);
        var head = await store.GetAsync(list, cancellationToken) ?? throw new DocumentConflictException(ListStore.Kind, list.Value, null);
        return head.Value.Deleting ? throw new ListIsBeingDeletedException(list) : head;
    }

    private static async Task<T> UntilWrittenAsync<T>(Func<Task<T?>> tryWrite)
        where T : class
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (await tryWrite() is { } written)
                return written;
        }

        throw new TimeoutException("Others write to this list all the time.");
    }

    private sealed record EntriesRead(Stored<ListHead> Head, IReadOnlyDictionary<string, Stored<ListEntry>> Entries);
}

/// <summary>One entry of a write of several.</summary>
/// <param name="Before">The version on which it is based; null creates the entry.</param>
/// <param name="After">What it becomes; null removes it.</param>
internal sealed record EntryWrite(Stored<ListEntry>? Before, ListEntry? After);
