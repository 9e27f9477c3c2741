using FlowConfigs.Core.Phones;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>
/// Lists in the table: a head each, and every entry an item of its own, so that a lookup costs the same however many there are. Every read
/// of an entry is strongly consistent.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
/// <param name="phones">Reads phone numbers; left out, <see cref="BasicPhoneReader"/>.</param>
public sealed class ListStore(DynamoTable table, TimeProvider time, IPhoneReader? phones = null)
{
    /// <summary>Most entries of a page.</summary>
    public const int MaxPage = ItemQuery.MaxPage;

    internal const string Kind = Kinds.List;

    internal VersionedItems<Stored<ListHead>> Heads { get; } = new(table, time, new ListKind());

    internal DynamoTable Table => table;

    internal IPhoneReader Phones { get; } = phones ?? new BasicPhoneReader();

    /// <summary>Reads a list; null when there is none.</summary>
    public Task<Stored<ListHead>?> GetAsync(ConfigId id, CancellationToken cancellationToken) =>
        Heads.GetAsync(id.Value, cancellationToken);

    /// <summary>Reads all lists by id; a new one is among them within moments.</summary>
    public Task<IReadOnlyList<Stored<ListHead>>> ListAsync(CancellationToken cancellationToken) => Heads.ListAsync(cancellationToken);

    /// <summary>Creates or changes a list.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">The version that the change is based on; 0 creates the list.</param>
    /// <param name="list">As it is to be.</param>
    /// <param name="author">Who does it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the write may still have happened.</param>
    /// <exception cref="InvalidConfigException">It breaks a rule.</exception>
    /// <exception cref="DocumentConflictException">It is at another version, or does not exist.</exception>
    public async Task<Stored<ListHead>> SaveAsync(
        ConfigId id, int version, ListHead list, Author author, CancellationToken cancellationToken)
    {
        var before = await Heads.GetForSaveAsync(id.Value, version, cancellationToken);
        list = list with { Deleting = before?.Value.Deleting ?? false };
        var change = new Change<Stored<ListHead>>(before, (before ?? Stored<ListHead>.New(id.Value, list)).With(list));
        await Heads.RequireAsync([change], author, cancellationToken);
        Problem[] problems = [.. ListRules.Problems(list, before?.Value), .. ListRules.CommentProblems(author)];
        if (problems.Length > 0)
            throw new InvalidConfigException(problems);
        return await Heads.SaveAsync(change, author, cancellationToken);
    }

    /// <summary>Reads an entry in one GetItem; null when there is none.</summary>
    /// <param name="list">The list.</param>
    /// <param name="key">The key in the form in which it is stored (<see cref="EntryKey"/>).</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Stored<ListEntry>?> FindAsync(ConfigId list, string key, CancellationToken cancellationToken) =>
        await table.GetAsync(EntryItem.Key(list.Value, key), cancellationToken) is { } item ? EntryItem.Read(item) : null;

    /// <summary>Reads several entries; those that do not exist are left out.</summary>
    public async Task<IReadOnlyDictionary<string, Stored<ListEntry>>> FindAsync(
        ConfigId list, IEnumerable<string> keys, CancellationToken cancellationToken) =>
        (await table.GetManyAsync(keys.Select(key => EntryItem.Key(list.Value, key)), cancellationToken))
            .Select(EntryItem.Read).ToDictionary(entry => entry.Id);

    /// <summary>Reads a list and the entry of a key, in any form that the list reads, in one BatchGetItem.</summary>
    /// <returns>Null when there is no such list.</returns>
    public async Task<ListLookup?> LookUpAsync(ConfigId list, string? key, CancellationToken cancellationToken)
    {
        var candidates = EntryKey.Candidates(key);
        var keys = candidates.Select(candidate => EntryItem.Key(list.Value, candidate)).Prepend(Heads.KeyOf(list.Value));
        var items = await table.GetManyAsync(keys, cancellationToken);
        if (items.Find(item => item[Item.Sk] == Item.Current) is not { } headItem)
            return null;

        var head = Heads.Read(headItem);
        var places = EntryKey.Places(head.Value, Phones, key);
        var found = items.Where(item => item[Item.Sk] != Item.Current).Select(EntryItem.Read).ToDictionary(entry => entry.Id);
        // Only a number in national form is not among them: how it is read, the list says.
        if (places.Except(candidates).ToList() is { Count: > 0 } more)
            found = found.Concat(await FindAsync(list, more, cancellationToken)).ToDictionary();
        return new(head, [.. places.Select(found.GetValueOrDefault).OfType<Stored<ListEntry>>()]);
    }

    /// <summary>Reads entries in the order of their keys.</summary>
    /// <param name="list">The list.</param>
    /// <param name="prefix">Only keys that begin so; empty for all.</param>
    /// <param name="after">The last key of the page before; null begins.</param>
    /// <param name="limit">Most entries, 1–<see cref="MaxPage"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ListPage> PageAsync(ConfigId list, string prefix, string? after, int limit, CancellationToken cancellationToken)
    {
        var query = EntriesFrom(list, prefix) with { Limit = limit, After = after is null ? null : EntryItem.Key(list.Value, after) };
        var (found, more) = await table.PageAsync(query, cancellationToken);
        List<Stored<ListEntry>> entries = [.. found.Select(EntryItem.Read)];
        return new(entries, more ? entries[^1].Id : null);
    }

    /// <summary>
    /// Reads the key of an entry by its place, for those who may not see the keys: a page's next would tell them. It reads all before it.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="place">1 is the first entry; 0 gives null, as does an empty list.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string?> KeyAtAsync(ConfigId list, int place, CancellationToken cancellationToken)
    {
        string? key = null;
        for (var left = place; left > 0;)
        {
            var page = await PageAsync(list, "", key, Math.Min(left, MaxPage), cancellationToken);
            if (page.Items is not [.., var last])
                break;
            (key, left) = (last.Id, left - page.Items.Count);
        }

        return key;
    }

    /// <summary>Counts entries, up to <see cref="MaxPage"/>: a counter would have to be written with every entry.</summary>
    public async Task<EntryCount> CountAsync(ConfigId list, CancellationToken cancellationToken)
    {
        var (count, more) = await table.CountAsync(EntriesFrom(list, "") with { Limit = MaxPage }, cancellationToken);
        return new(count, more);
    }

    private static ItemQuery EntriesFrom(ConfigId list, string prefix) =>
        new(Item.Partition(Kind, list.Value)) { Prefix = EntryItem.Prefix + prefix };
}

/// <summary>A list, and what it has under the key that was looked up.</summary>
/// <param name="List">The list.</param>
/// <param name="Entries">The entries, expired or not, the nearest to the key as it was written first: two for a phone with two forms.</param>
public sealed record ListLookup(Stored<ListHead> List, IReadOnlyList<Stored<ListEntry>> Entries)
{
    /// <summary>Whether the key is listed at this instant (rule R23).</summary>
    public bool IsListedAt(DateTimeOffset instant) => Entries.Any(entry => entry.Value.IsListedAt(instant));
}

/// <summary>Entries of a list.</summary>
/// <param name="Items">In the order of their keys.</param>
/// <param name="Next">The key after which the next page begins; null when this is the last.</param>
public sealed record ListPage(IReadOnlyList<Stored<ListEntry>> Items, string? Next);

/// <summary>How many entries a list has.</summary>
/// <param name="Count">So many were counted.</param>
/// <param name="More">Whether there are more than that.</param>
public sealed record EntryCount(int Count, bool More);
