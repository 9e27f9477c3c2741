using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Aliases;

/// <summary>Aliases in the table.</summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
/// <param name="configs">The configs of the same table.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
public sealed class AliasStore(IAmazonDynamoDB dynamo, string table, ConfigStore configs, TimeProvider time)
{
    private const int ParallelReads = 8;

    private readonly Documents<Alias> documents =
        new(dynamo, table, time, AliasItem.Kind, CoreJson.Relaxed.Alias, summary: alias => alias.Target.Value);

    /// <summary>Reads an alias; null when there is none.</summary>
    public Task<Stored<Alias>?> GetAsync(ConfigId id, CancellationToken cancellationToken) =>
        documents.GetAsync(id.Value, cancellationToken);

    /// <summary>Lists all aliases by id, a page at a time; one that was saved a moment ago may be missing.</summary>
    /// <param name="after">The last id of the page before; null begins.</param>
    /// <param name="limit">Most aliases, 1–1,000.</param>
    /// <param name="scope">Which configs the reader may see: the others' aliases are left out, and no page ends with one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<AliasPage> ListAsync(ConfigId? after, int limit, AccessScope scope, CancellationToken cancellationToken)
    {
        var found = new List<AliasSummary>();
        var next = after?.Value;
        do
        {
            (var summaries, next) = await documents.ListSummariesAsync(next, limit, cancellationToken);
            foreach (var (id, target) in summaries)
            {
                var alias = new AliasSummary(ConfigId.Parse(id), ConfigId.Parse(target));
                if (!scope.Includes(alias.Target))
                    continue;
                if (found.Count == limit)
                    return new(found, found[^1].Id);
                found.Add(alias);
            }
        }
        while (next is not null);

        return new(found, null);
    }

    /// <summary>The aliases that point at a config, by id; whether the config exists is not asked.</summary>
    public async Task<IReadOnlyList<ConfigId>> OfAsync(ConfigId target, CancellationToken cancellationToken)
    {
        var found = new List<ConfigId>();
        var request = ListQuery.Aliases(table, target);
        do
        {
            var response = await dynamo.QueryAsync(request, cancellationToken);
            found.AddRange(response.Items.Select(item => ConfigId.Parse(item[Item.Sk].S[AliasItem.LinkPrefix.Length..])));
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });

        return found;
    }

    /// <summary>Reads the aliases that point at a config, by id.</summary>
    internal async Task<IReadOnlyList<Stored<Alias>>> StoredOfAsync(ConfigId target, CancellationToken cancellationToken)
    {
        var found = new List<Stored<Alias>>();
        foreach (var id in await OfAsync(target, cancellationToken))
        {
            if (await GetAsync(id, cancellationToken) is { } alias && alias.Value.Target == target)
                found.Add(alias);
        }

        return found;
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
    /// <exception cref="NotPossibleException">A config has the id.</exception>
    /// <exception cref="DocumentConflictException">It is at another version, exists already, or not any more.</exception>
    public async Task<Stored<Alias>> SaveAsync(
        ConfigId id, int version, ConfigId target, Author author, CancellationToken cancellationToken)
    {
        var before = await GetAsync(id, cancellationToken);
        if (version != (before?.Version ?? 0))
            throw new DocumentConflictException(AliasItem.Kind, id.Value, before?.Version);
        var transaction = new Transaction(dynamo, table);
        var stored = Put(transaction, id, before, target, author);
        transaction.Check(ConfigItem.CurrentKey(id), Expect.Nothing);
        if (target != id)
            transaction.Check(ConfigItem.CurrentKey(target), Expect.Something);
        return await transaction.TryCommitAsync(cancellationToken) ? stored : throw await RefusalAsync(id, target, cancellationToken);
    }

    /// <summary>Deletes an alias; its history stays.</summary>
    /// <exception cref="DocumentConflictException">It is at another version, or does not exist.</exception>
    public async Task DeleteAsync(ConfigId id, int version, Author author, CancellationToken cancellationToken)
    {
        var before = await GetAsync(id, cancellationToken);
        if (before?.Version != version)
            throw new DocumentConflictException(AliasItem.Kind, id.Value, before?.Version);
        var transaction = new Transaction(dynamo, table);
        Delete(transaction, before, author);
        if (!await transaction.TryCommitAsync(cancellationToken))
            throw await documents.ConflictAsync(id.Value, cancellationToken);
    }

    /// <summary>Adds a save to a transaction.</summary>
    internal Stored<Alias> Put(Transaction transaction, ConfigId id, Stored<Alias>? before, ConfigId target, Author author)
    {
        var was = before?.Value.Target;
        if (was is not null && was != target)
            transaction.Delete(AliasItem.LinkKey(was, id), Expect.Anything);
        if (was != target)
            transaction.Put(AliasItem.LinkKey(target, id), Expect.Anything);
        return documents.Put(transaction, id.Value, before, new(target), author, [new("target", was?.Value, target.Value)]);
    }

    /// <summary>Adds a deletion to a transaction.</summary>
    internal void Delete(Transaction transaction, Stored<Alias> before, Author author)
    {
        transaction.Delete(AliasItem.LinkKey(before.Value.Target, ConfigId.Parse(before.Id)), Expect.Anything);
        documents.Delete(transaction, before, author);
    }

    private async Task<Exception> RefusalAsync(ConfigId id, ConfigId target, CancellationToken cancellationToken)
    {
        var found = await configs.GetManyAsync(id == target ? [id] : [id, target], cancellationToken);
        if (found.ContainsKey(id))
            return new NotPossibleException($"There is a config {id}, and flows get that one. Delete or move it first.");
        if (found.ContainsKey(target))
            return await documents.ConflictAsync(id.Value, cancellationToken);
        return new InvalidConfigException([new("target", $"There is no config {target}: an alias points at one, not at another alias.")]);
    }
}

/// <summary>What a list shows of an alias.</summary>
public sealed record AliasSummary(ConfigId Id, ConfigId Target);

/// <summary>A page of a list.</summary>
/// <param name="Items">Aliases in the order of their ids' bytes.</param>
/// <param name="Next">Where the next page begins: pass it as <c>after</c>; null on the last page.</param>
public sealed record AliasPage(IReadOnlyList<AliasSummary> Items, ConfigId? Next);
