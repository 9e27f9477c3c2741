using System.Collections.Concurrent;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Aliases;

/// <summary>Aliases in the table.</summary>
/// <param name="table">The table.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
public sealed class AliasStore(DynamoTable table, TimeProvider time)
{
    private const int ParallelReads = 8;

    private readonly VersionedItems<Stored<Alias>> items = new(table, time, new AliasKind());

    internal VersionedItems<Stored<Alias>> Items => items;

    /// <summary>Reads an alias; null when there is none.</summary>
    public Task<Stored<Alias>?> GetAsync(ConfigId id, CancellationToken cancellationToken) => items.GetAsync(id.Value, cancellationToken);

    /// <summary>Lists all aliases by id, a page at a time; one that was saved a moment ago may be missing.</summary>
    /// <param name="after">The last id of the page before; null begins.</param>
    /// <param name="limit">Most aliases, 1–1,000.</param>
    /// <param name="scope">Which configs the reader may see: the others' aliases are left out, and no page ends with one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<AliasPage> ListAsync(ConfigId? after, int limit, AccessScope scope, CancellationToken cancellationToken)
    {
        var found = new List<AliasSummary>();
        var all = table.AllAsync(ItemQuery.Listed(Kinds.Alias, after?.Value) with { Limit = limit }, cancellationToken);
        await foreach (var item in all)
        {
            var alias = new AliasSummary(ConfigId.Parse(item[Item.Id]), ConfigId.Parse(item[Item.Summary]));
            if (!scope.Includes(alias.Target))
                continue;
            if (found.Count == limit)
                return new(found, found[^1].Id);
            found.Add(alias);
        }

        return new(found, null);
    }

    /// <summary>The aliases that point at a config, by id; whether the config exists is not asked.</summary>
    public async Task<IReadOnlyList<ConfigId>> OfAsync(ConfigId target, CancellationToken cancellationToken)
    {
        var links = new ItemQuery(Item.Partition(Kinds.Config, target.Value)) { Prefix = AliasKind.LinkPrefix };
        return await table.AllAsync(links, cancellationToken)
            .Select(item => ConfigId.Parse(item[Item.Sk][AliasKind.LinkPrefix.Length..]))
            .ToListAsync(cancellationToken);
    }

    /// <summary>All aliases by the config at which each points; one that was saved a moment ago may be missing.</summary>
    internal async Task<ILookup<ConfigId, ConfigId>> ByTargetAsync(CancellationToken cancellationToken)
    {
        var all = await table.AllAsync(ItemQuery.Listed(Kinds.Alias), cancellationToken).ToListAsync(cancellationToken);
        return all.ToLookup(item => ConfigId.Parse(item[Item.Summary]), item => ConfigId.Parse(item[Item.Id]));
    }

    /// <summary>Reads the aliases that point at a config, by id.</summary>
    internal async Task<IReadOnlyList<Stored<Alias>>> StoredOfAsync(ConfigId target, CancellationToken cancellationToken)
    {
        if (await OfAsync(target, cancellationToken) is not { Count: > 0 } ids)
            return [];
        var found = await items.GetManyAsync(ids.Select(id => id.Value), cancellationToken);
        return [.. found.Where(alias => alias.Value.Target == target).OrderBy(alias => alias.Id, StringComparer.Ordinal)];
    }

    /// <summary>Reads the aliases that point at each of several configs.</summary>
    internal async Task<Dictionary<ConfigId, IReadOnlyList<Stored<Alias>>>> StoredOfAsync(
        IEnumerable<Config> targets, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<ConfigId, IReadOnlyList<Stored<Alias>>>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(targets, options, async (config, stop) => found[config.Id] = await StoredOfAsync(config.Id, stop));
        return new(found);
    }

    /// <summary>Points an alias at a config.</summary>
    /// <param name="id">The alias.</param>
    /// <param name="version">The version that the change is based on; 0 to create it.</param>
    /// <param name="target">The config.</param>
    /// <param name="author">Who does it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    /// <exception cref="InvalidConfigException">The config does not exist.</exception>
    /// <exception cref="BlockedOperationException">A config has the id.</exception>
    /// <exception cref="DocumentConflictException">It is at another version, exists already, or not any more.</exception>
    public async Task<Stored<Alias>> SaveAsync(
        ConfigId id, int version, ConfigId target, Author author, CancellationToken cancellationToken)
    {
        var before = await items.GetForSaveAsync(id.Value, version, cancellationToken);
        var transaction = table.NewTransaction();
        transaction.Check(ItemKey.Current(Kinds.Config, id.Value), Expect.Nothing, _ => Refuse(new BlockedOperationException(
            $"There is a config {id}, and flows get that one. Delete or move it first.")));
        if (target != id)
        {
            transaction.Check(ItemKey.Current(Kinds.Config, target.Value), Expect.Something, _ => Refuse(new InvalidConfigException(
                [new("target", $"There is no config {target}: an alias points at one, not at another alias.")])));
        }

        var saved = await AddSaveAsync(transaction, id, before, target, author, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>Deletes an alias; its history stays.</summary>
    /// <exception cref="DocumentConflictException">It is at another version, or does not exist.</exception>
    public async Task DeleteAsync(ConfigId id, int version, Author author, CancellationToken cancellationToken)
    {
        var before = await items.GetForSaveAsync(id.Value, version, cancellationToken);
        var transaction = table.NewTransaction();
        await AddDeletionAsync(transaction, before!, author, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Continues only if the author can change the aliases, or delete them.</summary>
    internal static Task RequireAsync(IEnumerable<Stored<Alias>> aliases, Author author, CancellationToken cancellationToken) =>
        author.May.RequireAsync(
            [.. aliases.Select(alias => new AccessQuestion(Right.Define, AccessResource.Config(ConfigId.Parse(alias.Id))))],
            cancellationToken);

    /// <summary>Adds a save to a transaction.</summary>
    internal async Task<Stored<Alias>> AddSaveAsync(
        Transaction transaction, ConfigId id, Stored<Alias>? before, ConfigId target, Author author, CancellationToken cancellationToken)
    {
        var was = before?.Value.Target;
        if (was is not null && was != target)
            transaction.Delete(AliasKind.LinkKey(was, id), Expect.Anything);
        if (was != target)
            transaction.Put(new TableItem(AliasKind.LinkKey(target, id)), Expect.Anything);
        var after = (before ?? Stored<Alias>.New(id.Value, new(target))).With(new(target));
        return (await items.AddAsync(transaction, [new(before, after)], author, cancellationToken))[0];
    }

    /// <summary>Adds a deletion to a transaction.</summary>
    internal async Task AddDeletionAsync(
        Transaction transaction, Stored<Alias> before, Author author, CancellationToken cancellationToken)
    {
        transaction.Delete(AliasKind.LinkKey(before.Value.Target, ConfigId.Parse(before.Id)), Expect.Anything);
        await items.AddAsync(transaction, [new(before, null)], author, cancellationToken);
    }

    private static Task<Exception> Refuse(Exception refusal) => Task.FromResult(refusal);
}

/// <summary>What a list shows of an alias.</summary>
public sealed record AliasSummary(ConfigId Id, ConfigId Target);

/// <summary>A page of a list.</summary>
/// <param name="Items">Aliases in the order of their ids' bytes.</param>
/// <param name="Next">Where the next page begins: pass it as <c>after</c>; null on the last page.</param>
public sealed record AliasPage(IReadOnlyList<AliasSummary> Items, ConfigId? Next);
