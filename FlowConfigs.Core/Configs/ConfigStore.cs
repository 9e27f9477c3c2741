using System.Text.Json;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// Configs in the table. Every read by id is strongly consistent; every save goes through <see cref="VersionedItems{T}"/>.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
public sealed class ConfigStore(DynamoTable table, TimeProvider time)
{
    /// <summary>Most bytes of an item, by DynamoDB's own counting.</summary>
    public const int MaxItemBytes = Item.MaxBytes;

    /// <summary>Most configs that one read of several takes (BatchGetItem's limit).</summary>
    public const int MaxBatch = DynamoTable.MaxBatch;

    /// <summary>Most configs of one write: each is two items, and others may have to be written with them.</summary>
    public const int MaxWrites = 49;

    /// <summary>Most configs that one write creates: each is a third item, which makes sure that no alias has the id.</summary>
    public const int MaxCreations = 33;

    internal VersionedItems<Config> Items { get; } = new(table, time, new ConfigKind());

    /// <summary>Reads a config; null when there is none.</summary>
    public Task<Config?> GetAsync(ConfigId id, CancellationToken cancellationToken) => Items.GetAsync(id.Value, cancellationToken);

    /// <summary>
    /// Reads a config and its parents in one BatchGetItem, nearest first; ids that do not exist are left out.
    /// </summary>
    public async Task<IReadOnlyList<Config>> GetChainAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var found = await GetManyAsync([.. id.Path], cancellationToken);
        return [.. id.Path.Where(found.ContainsKey).Select(i => found[i])];
    }

    /// <summary>Reads several configs; ids that do not exist are left out.</summary>
    public async Task<IReadOnlyDictionary<ConfigId, Config>> GetManyAsync(
        IReadOnlyCollection<ConfigId> ids, CancellationToken cancellationToken) =>
        (await Items.GetManyAsync(ids.Select(id => id.Value), cancellationToken)).ToDictionary(config => config.Id);

    /// <summary>Lists summaries by id from the index, which follows a save within moments.</summary>
    /// <param name="below">Only the configs below this one; null lists all.</param>
    /// <param name="after">The last id of the page before; null begins.</param>
    /// <param name="limit">Most summaries; DynamoDB ends a page at 1 MB in any case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ConfigPage> ListAsync(ConfigId? below, ConfigId? after, int limit, CancellationToken cancellationToken)
    {
        var (items, more) = await table.PageAsync(Listed(below, after) with { Limit = limit }, cancellationToken);
        List<ConfigSummary> found = [.. items.Select(Summary)];
        return new(found, more ? found[^1].Id : null);
    }

    /// <summary>Lists the summaries of everything below a config.</summary>
    public IAsyncEnumerable<ConfigSummary> ListBelowAsync(ConfigId id, CancellationToken cancellationToken) =>
        table.AllAsync(Listed(id, null), cancellationToken).Select(Summary);

    /// <summary>Saves a config as its next version.</summary>
    /// <param name="config">The config.</param>
    /// <param name="before">The version that it is based on; null to create it.</param>
    /// <param name="author">Who saves it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    /// <returns>The config as saved.</returns>
    /// <exception cref="VersionConflictException">Another user saved the config first, or created or deleted it.</exception>
    /// <exception cref="ConfigTooLargeException">It is above 400 KB.</exception>
    public async Task<Config> SaveAsync(Config config, Config? before, Author author, CancellationToken cancellationToken) =>
        (await WriteAsync([new(before, config)], author, cancellationToken))[0];

    /// <summary>Deletes a config; its history stays, with a last entry that says who deleted it.</summary>
    /// <exception cref="VersionConflictException">It is at another version.</exception>
    public Task DeleteAsync(Config config, Author author, CancellationToken cancellationToken) =>
        WriteAsync([new(config, null)], author, cancellationToken);

    /// <summary>Saves, creates and deletes several configs, of which all happen or none.</summary>
    /// <param name="changes">At most <see cref="MaxWrites"/>, or <see cref="MaxCreations"/> where all are new.</param>
    /// <param name="author">Who does it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the writes may still have happened.</param>
    /// <returns>For each change the config as saved, or the last version of what was deleted.</returns>
    /// <exception cref="VersionConflictException">One is not at the version on which its change was based.</exception>
    /// <exception cref="BlockedOperationException">An alias has the id of one that is to be created.</exception>
    /// <exception cref="ConfigTooLargeException">One is above 400 KB, or all together are above 4 MB.</exception>
    public async Task<IReadOnlyList<Config>> WriteAsync(
        IReadOnlyList<Change<Config>> changes, Author author, CancellationToken cancellationToken)
    {
        var transaction = table.NewTransaction();
        var saved = await AddAsync(transaction, changes, author, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>Adds changes to a transaction.</summary>
    internal async Task<IReadOnlyList<Config>> AddAsync(
        Transaction transaction, IReadOnlyList<Change<Config>> changes, Author author, CancellationToken cancellationToken)
    {
        var saved = await Items.AddAsync(transaction, changes, author, cancellationToken);
        foreach (var created in changes.Where(change => change.Before is null))
        {
            // An alias of that id would never be followed any more, and flows that use it would get another config.
            var (id, alias) = (created.After!.Id, ItemKey.Current(Kinds.Alias, created.After.Id.Value));
            if (!transaction.Has(alias))
                transaction.Check(alias, Expect.Nothing, _ => Task.FromResult<Exception>(IsAlias(id)));
        }

        return saved;
    }

    private static ItemQuery Listed(ConfigId? below, ConfigId? after) =>
        ItemQuery.Listed(Kinds.Config, after?.Value) with { Prefix = below is null ? "" : below.Value + "/" };

    private static ConfigSummary Summary(TableItem item) =>
        JsonSerializer.Deserialize(item[Item.Summary], ConfigJson.Default.ConfigSummary)!;

    private static BlockedOperationException IsAlias(ConfigId id) => new($"{id} is an alias: delete the alias, or choose another id.");
}
