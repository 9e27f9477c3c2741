using FlowConfigs.Core.Access;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>Creates, changes and removes entries of lists, one or several.</summary>
/// <param name="store">What is there.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
public sealed class ListWriter(ListStore store, TimeProvider time)
{
    /// <summary>What an entry is called where it is in conflict.</summary>
    internal const string EntryKind = "entry";

    private readonly EntryWrites writes = new(store, time);

    /// <summary>Creates or changes an entry.</summary>
    /// <param name="list">The list.</param>
    /// <param name="draft">The entry; what is null in it stays.</param>
    /// <param name="version">The version that the change is based on; 0 creates the entry.</param>
    /// <param name="author">Who does it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the write may still have happened.</param>
    /// <exception cref="InvalidConfigException">It breaks a rule.</exception>
    /// <exception cref="DocumentConflictException">There is no such list, it was changed just now, or the entry is at another version.</exception>
    /// <exception cref="ListIsBeingDeletedException">The list is being deleted.</exception>
    public async Task<Stored<ListEntry>> PutAsync(
        ConfigId list, EntryDraft draft, int version, Author author, CancellationToken cancellationToken)
    {
        var head = await OpenAsync(list, author, cancellationToken);
        var before = await ReadAsync(head, draft.Key, version, cancellationToken);
        var existing = new[] { before }.OfType<Stored<ListEntry>>().ToDictionary(entry => entry.Id, entry => entry.Value);
        var line = Paste.Plan(head.Value, [draft], existing, store.Phones)[0];
        if (line.After is null)
            throw new InvalidConfigException(line.Problems);
        return line.Writes ? (await WriteAsync(head, new(before, line.After), author, cancellationToken))[0] : before!;
    }

    /// <summary>Removes an entry.</summary>
    /// <inheritdoc cref="PutAsync"/>
    public async Task<Stored<ListEntry>> RemoveAsync(
        ConfigId list, string? key, int version, Author author, CancellationToken cancellationToken)
    {
        var head = await OpenAsync(list, author, cancellationToken);
        var before = await ReadAsync(head, key, version, cancellationToken);
        await WriteAsync(head, new(before, null), author, cancellationToken);
        return before!;
    }

    /// <summary>Says what several entries would do, and writes nothing.</summary>
    public async Task<IReadOnlyList<PasteLine>> PlanAsync(
        ConfigId list, IReadOnlyList<EntryDraft> drafts, Author author, CancellationToken cancellationToken) =>
        Lines(await ReadAsync(list, drafts, author, cancellationToken), drafts);

    /// <summary>
    /// Writes several entries, in transactions of about a hundred, each entry on the version that the plan read. An entry that another
    /// user has changed meanwhile stays as that user left it, and a refused entry is left out. If the table fails in between, the entries
    /// before the failure are written, and the same request again writes the rest.
    /// </summary>
    /// <returns>What each did.</returns>
    /// <exception cref="InvalidConfigException">All are refused; nothing was written.</exception>
    public async Task<IReadOnlyList<PasteLine>> PasteAsync(
        ConfigId list, IReadOnlyList<EntryDraft> drafts, Author author, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(list, drafts, author, cancellationToken);
        var lines = Lines(read, drafts);
        if (lines.Count > 0 && lines.All(line => line.Outcome == PasteOutcome.Refused))
            throw new InvalidConfigException([.. lines.SelectMany(line => line.Problems)]);
        var conflicts = await WriteAsync(read, lines, author, cancellationToken);
        return [.. lines.Select(line => line.Writes && conflicts.Contains(line.After!.Key) ? line.Overtaken() : line)];
    }

    /// <summary>Writes what was planned on what was read.</summary>
    /// <returns>The keys of the entries that someone else has changed since; theirs stay.</returns>
    internal async Task<IReadOnlySet<string>> WriteAsync(
        EntriesRead read, IReadOnlyList<PasteLine> lines, Author author, CancellationToken cancellationToken)
    {
        var planned = lines.Where(line => line.Writes).Select(line => new EntryWrite(read.Entries.GetValueOrDefault(line.After!.Key), line.After));
        var conflicts = new HashSet<string>();
        foreach (var chunk in EntryChunks.Of(planned, write => (write.Before?.Value, write.After)))
            conflicts.UnionWith(await WriteAllAsync(read.Head, chunk, author, cancellationToken));
        return conflicts;
    }

    // What is in conflict goes out, and the rest is written.
    private async Task<IReadOnlyList<string>> WriteAllAsync(
        Stored<ListHead> head, IReadOnlyList<EntryWrite> chunk, Author author, CancellationToken cancellationToken)
    {
        var conflicts = new List<string>();
        while (chunk.Count > 0)
        {
            var (_, lost) = await writes.TryAsync(head, Right.EditValues, chunk, author, cancellationToken);
            if (lost.Count == 0)
                break;
            conflicts.AddRange(lost);
            chunk = [.. chunk.Where(write => !lost.Contains(write.Key))];
        }

        return conflicts;
    }

    private async Task<IReadOnlyList<Stored<ListEntry>>> WriteAsync(
        Stored<ListHead> head, EntryWrite write, Author author, CancellationToken cancellationToken)
    {
        var (written, conflicts) = await writes.TryAsync(head, Right.EditValues, [write], author, cancellationToken);
        if (conflicts is not [var key])
            return written;
        var current = await store.FindAsync(ConfigId.Parse(head.Id), key, cancellationToken);
        throw new DocumentConflictException(EntryKind, key, current?.Version);
    }

    /// <summary>Says what drafts would do to what was read.</summary>
    internal IReadOnlyList<PasteLine> Lines(EntriesRead read, IReadOnlyList<EntryDraft> drafts) =>
        Paste.Plan(read.Head.Value, drafts, read.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Value), store.Phones);

    private async Task<EntriesRead> ReadAsync(
        ConfigId list, IReadOnlyList<EntryDraft> drafts, Author author, CancellationToken cancellationToken) =>
        await ReadAsync(await OpenAsync(list, author, cancellationToken), drafts, cancellationToken);

    /// <summary>Reads what a list has under the keys of drafts; a list that is still to be made has nothing.</summary>
    internal async Task<EntriesRead> ReadAsync(Stored<ListHead> head, IReadOnlyList<EntryDraft> drafts, CancellationToken cancellationToken)
    {
        var keys = drafts.SelectMany(draft => EntryKey.Places(head.Value, store.Phones, draft.Key));
        return new(head, await store.FindAsync(ConfigId.Parse(head.Id), keys.Distinct(), cancellationToken));
    }

    private async Task<Stored<ListEntry>?> ReadAsync(Stored<ListHead> head, string? text, int version, CancellationToken cancellationToken)
    {
        var places = EntryKey.Places(head.Value, store.Phones, text);
        var found = await store.FindAsync(ConfigId.Parse(head.Id), places, cancellationToken);
        var entry = places.Select(found.GetValueOrDefault).FirstOrDefault(each => each is not null);
        var key = entry?.Id ?? EntryKey.Parse(head.Value, store.Phones, text);
        return (entry?.Version ?? 0) == version ? entry : throw new DocumentConflictException(EntryKind, key, entry?.Version);
    }

    private async Task<Stored<ListHead>> OpenAsync(ConfigId list, Author author, CancellationToken cancellationToken)
    {
        if (ListRules.CommentProblems(author).ToList() is { Count: > 0 } problems)
            throw new InvalidConfigException(problems);
        var head = await store.GetAsync(list, cancellationToken) ?? throw new DocumentConflictException(ListStore.Kind, list.Value, null);
        return head.Value.Deleting ? throw new ListIsBeingDeletedException(list) : head;
    }

}
