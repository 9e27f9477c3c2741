using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// Configs in the DynamoDB table. Every read is strongly consistent; every save writes the current item and its history item
/// in one transaction, so that neither is ever there without the other.
/// </summary>
/// <param name="dynamo">The client; its time limits and retries hold for each call.</param>
/// <param name="table">The table's name.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
public sealed partial class ConfigStore(IAmazonDynamoDB dynamo, string table, TimeProvider time) : IBodyReader
{
    /// <summary>Most bytes of an item, by DynamoDB's own counting.</summary>
    public const int MaxItemBytes = 400 * 1024;

    /// <summary>Most configs that one read of several takes (BatchGetItem's limit).</summary>
    public const int MaxBatch = 100;

    /// <summary>Reads a config; null when there is none.</summary>
    public async Task<Config?> GetAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = table, Key = ConfigItem.CurrentKey(id), ConsistentRead = true };
        var response = await dynamo.GetItemAsync(request, cancellationToken);
        return response.Item is { Count: > 0 } item ? ConfigItem.Read(item) : null;
    }

    /// <summary>
    /// Reads a config and its parents in one BatchGetItem, nearest first; ids that do not exist are left out.
    /// </summary>
    public async Task<IReadOnlyList<Config>> GetChainAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var found = await GetManyAsync([.. id.Path], cancellationToken);
        return [.. id.Path.Where(found.ContainsKey).Select(i => found[i])];
    }

    /// <summary>Reads what a flow asks for, as <see cref="ConfigLookup"/> does.</summary>
    /// <param name="asked">The id.</param>
    /// <param name="known">What was read before: a config whose text is still the same is not parsed again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Empty when there is neither a config nor an alias of this id, or when the alias's config is gone.</returns>
    public Task<IReadOnlyList<StoredConfig>> FindAsync(
        ConfigId asked, IReadOnlyList<StoredConfig> known, CancellationToken cancellationToken) =>
        new ConfigLookup(this).FindAsync(asked, known, cancellationToken);

    async Task<IReadOnlyDictionary<string, string>> IBodyReader.ReadAsync(
        IReadOnlyList<string> partitions, CancellationToken cancellationToken) =>
        (await BatchRead.AllAsync(dynamo, table, partitions.Select(partition => Item.Key(partition, Item.Current)), cancellationToken))
            .ToDictionary(item => item[Item.Pk].S, item => item[Item.Body].S);

    /// <summary>Reads several configs; ids that do not exist are left out.</summary>
    public async Task<IReadOnlyDictionary<ConfigId, Config>> GetManyAsync(
        IReadOnlyCollection<ConfigId> ids, CancellationToken cancellationToken)
    {
        var items = await BatchRead.AllAsync(dynamo, table, ids.Select(ConfigItem.CurrentKey), cancellationToken);
        return items.Select(ConfigItem.Read).ToDictionary(config => config.Id);
    }

    /// <summary>Lists summaries by id from the index, which follows a save within moments.</summary>
    /// <param name="below">Only the configs below this one; null lists all.</param>
    /// <param name="after">The last id of the page before; null begins.</param>
    /// <param name="limit">Most summaries, 1–1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ConfigPage> ListAsync(ConfigId? below, ConfigId? after, int limit, CancellationToken cancellationToken)
    {
        var request = ListQuery.Of(table, below, after, limit);
        var response = await dynamo.QueryAsync(request, cancellationToken);
        var items = response.Items.Select(ConfigItem.ReadSummary).ToList();
        return new(items, response.LastEvaluatedKey is { Count: > 0 } ? items[^1].Id : null);
    }

    /// <summary>Lists the summaries of everything below a config.</summary>
    public async IAsyncEnumerable<ConfigSummary> ListBelowAsync(
        ConfigId id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ConfigId? after = null;
        do
        {
            var page = await ListAsync(id, after, ListQuery.MaxPage, cancellationToken);
            foreach (var summary in page.Items)
                yield return summary;
            after = page.Next;
        }
        while (after is not null);
    }
}
