using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Table;

/// <summary>A thing of the table that is not a config, as it was saved.</summary>
/// <param name="Id">Its id; empty for what there is only one of.</param>
/// <param name="Version">1 for the first save, one more with each.</param>
/// <param name="Saved">Who saved this version, when and why.</param>
/// <param name="Value">The thing.</param>
public sealed record Stored<T>(string Id, int Version, Saved Saved, T Value);

/// <summary>It is not at the version on which a save was based; nothing was written.</summary>
/// <param name="kind">What kind of thing.</param>
/// <param name="id">Its id.</param>
/// <param name="currentVersion">Its version; null when it does not exist (any more).</param>
public sealed class DocumentConflictException(string kind, string id, int? currentVersion) : Exception((id, currentVersion) switch
{
    ("", _) => $"The {kind} are at version {currentVersion}.",
    (_, null) => $"There is no {kind} {id} any more.",
    _ => $"The {kind} {id} is at version {currentVersion}.",
})
{
    /// <summary>What kind of thing.</summary>
    public string Kind { get; } = kind;

    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>Its version; null when it does not exist.</summary>
    public int? CurrentVersion { get; } = currentVersion;
}

/// <summary>
/// Small things with versions: scenarios, aliases, settings, the heads of lists. Each save is one transaction of the current
/// item and the version's, as with configs.
/// </summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
/// <param name="kind">What kind of thing, in lower case; the keys have it in capitals.</param>
/// <param name="json">How the thing is written.</param>
/// <param name="summary">What the index has of it; null for nothing but the id.</param>
internal sealed class Documents<T>(
    IAmazonDynamoDB dynamo, string table, TimeProvider time, string kind, JsonTypeInfo<T> json, Func<T, string>? summary = null)
{
    private readonly string prefix = kind.ToUpperInvariant();

    /// <summary>Where the items of one thing are.</summary>
    public string Partition(string id) => id == "" ? prefix : $"{prefix}#{id}";

    public Dictionary<string, AttributeValue> CurrentKey(string id) => Item.Key(Partition(id), Item.Current);

    public async Task<Stored<T>?> GetAsync(string id, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = table, Key = CurrentKey(id), ConsistentRead = true };
        var response = await dynamo.GetItemAsync(request, cancellationToken);
        return response.Item is { Count: > 0 } item ? Read(id, item) : null;
    }

    /// <summary>Lists all of this kind by id, from the index, which follows a save within moments.</summary>
    public async IAsyncEnumerable<string> ListIdsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = Listing();
        do
        {
            var response = await dynamo.QueryAsync(request, cancellationToken);
            foreach (var item in response.Items)
                yield return item[Item.Id].S;
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    /// <summary>Lists the summaries of a page by id, from the index; <c>Next</c> is null on the last page.</summary>
    public async Task<(IReadOnlyList<(string Id, string Summary)> Items, string? Next)> ListSummariesAsync(
        string? after, int limit, CancellationToken cancellationToken)
    {
        var request = Listing();
        request.Limit = limit;
        if (after is not null)
            request.ExclusiveStartKey = new(CurrentKey(after)) { [Item.Listed] = new(prefix), [Item.Id] = new(after) };
        var response = await dynamo.QueryAsync(request, cancellationToken);
        return (
            [.. response.Items.Select(item => (item[Item.Id].S, item[Item.Summary].S))],
            response.LastEvaluatedKey is { Count: > 0 } ? response.Items[^1][Item.Id].S : null);
    }

    /// <summary>Reads all of this kind by id, a hundred at a time.</summary>
    public async Task<IReadOnlyList<Stored<T>>> ListAsync(CancellationToken cancellationToken)
    {
        var ids = await ListIdsAsync(cancellationToken).ToListAsync(cancellationToken);
        var items = (await BatchRead.AllAsync(dynamo, table, ids.Select(CurrentKey), cancellationToken)).ToDictionary(item => item[Item.Pk].S);
        return [.. ids.Where(id => items.ContainsKey(Partition(id))).Select(id => Read(id, items[Partition(id)]))];
    }

    /// <summary>Adds a save to a transaction.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="id">The id.</param>
    /// <param name="before">What the save is based on; null to create it.</param>
    /// <param name="value">The thing.</param>
    /// <param name="author">Who saves it, and why.</param>
    /// <param name="changes">What it changes.</param>
    /// <param name="last">The last version of one of this id that was deleted.</param>
    /// <exception cref="ConfigTooLargeException">It is above 400 KB.</exception>
    public Stored<T> Put(
        Transaction transaction, string id, Stored<T>? before, T value, Author author, IReadOnlyCollection<FieldChange> changes, int last = 0)
    {
        var next = new Stored<T>(id, (before?.Version ?? last) + 1, SavedBy(author, before, deletes: false), value);
        var current = Common(next, Item.Current);
        current[Item.Listed] = new(prefix);
        current[Item.Id] = new(id == "" ? "-" : id);
        if (summary is not null)
            current[Item.Summary] = new(summary(value));
        if (Item.Size(current) is > ConfigStore.MaxItemBytes and var bytes)
            throw ConfigTooLargeException.Item(kind, id, bytes);
        transaction.Put(current, Expect.Version(before?.Version ?? 0));
        transaction.Put(History(next, changes), Expect.Nothing);
        return next;
    }

    /// <summary>Adds a deletion to a transaction; the history stays.</summary>
    public void Delete(Transaction transaction, Stored<T> before, Author author)
    {
        var last = before with { Version = before.Version + 1, Saved = SavedBy(author, before, deletes: true) };
        transaction.Delete(CurrentKey(before.Id), Expect.Version(before.Version));
        transaction.Put(new(History(last, [])) { [Item.Deleted] = new() { BOOL = true } }, Expect.Nothing);
    }

    /// <exception cref="DocumentConflictException">It is at another version.</exception>
    public async Task<Stored<T>> SaveAsync(
        string id, Stored<T>? before, T value, Author author, IReadOnlyCollection<FieldChange> changes, CancellationToken cancellationToken)
    {
        var transaction = new Transaction(dynamo, table);
        var next = Put(transaction, id, before, value, author, changes, before is null ? await LastVersionAsync(id, cancellationToken) : 0);
        return await transaction.TryCommitAsync(cancellationToken) ? next : throw await ConflictAsync(id, cancellationToken);
    }

    /// <exception cref="DocumentConflictException">It is at another version.</exception>
    public async Task DeleteAsync(Stored<T> before, Author author, CancellationToken cancellationToken)
    {
        var transaction = new Transaction(dynamo, table);
        Delete(transaction, before, author);
        if (!await transaction.TryCommitAsync(cancellationToken))
            throw await ConflictAsync(before.Id, cancellationToken);
    }

    // What is created again after a deletion goes on counting, so that an ETag never means two things.
    public async Task<int> LastVersionAsync(string id, CancellationToken cancellationToken)
    {
        var response = await dynamo.QueryAsync(ListQuery.LastVersion(table, Partition(id)), cancellationToken);
        return response.Items is [var last] ? last.ReadNumber(Item.Version) : 0;
    }

    public async Task<DocumentConflictException> ConflictAsync(string id, CancellationToken cancellationToken) =>
        new(kind, id, (await GetAsync(id, cancellationToken))?.Version);

    private QueryRequest Listing() => new()
    {
        TableName = table,
        IndexName = FlowConfigsTable.ListingIndex,
        KeyConditionExpression = $"{Item.Listed} = :listed",
        ExpressionAttributeValues = new() { [":listed"] = new(prefix) },
    };

    private Saved SavedBy(Author author, Stored<T>? before, bool deletes) => new(author.By, time.GetUtcNow(), author.Comment)
    {
        Action = author.Action ?? (deletes ? SaveAction.Deleted : before is null ? SaveAction.Created : SaveAction.Saved),
        Mark = Item.NewMark(),
        BasedOn = before?.Saved.Mark,
    };

    private Dictionary<string, AttributeValue> History(Stored<T> stored, IReadOnlyCollection<FieldChange> changes) => AuditItem.On(
        Common(stored, Item.VersionSort(stored.Version, stored.Saved.Mark)),
        AuditEntry.Of(kind, stored.Id, stored.Version, stored.Saved, changes));

    private Dictionary<string, AttributeValue> Common(Stored<T> stored, string sort) => new(Item.Key(Partition(stored.Id), sort))
    {
        [Item.Version] = Item.Number(stored.Version),
        [Item.Saved] = new(JsonSerializer.Serialize(stored.Saved, CoreJson.Relaxed.Saved)),
        [Item.Body] = new(JsonSerializer.Serialize(stored.Value, json)),
    };

    public Stored<T> Read(string id, Dictionary<string, AttributeValue> item) => new(
        id,
        item.ReadNumber(Item.Version),
        JsonSerializer.Deserialize(item[Item.Saved].S, CoreJson.Default.Saved)!,
        JsonSerializer.Deserialize(item[Item.Body].S, json)!);
}
