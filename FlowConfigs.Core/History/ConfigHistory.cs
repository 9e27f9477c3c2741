using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.History;

/// <summary>The versions of a config, under this id and under those that it had before, also after it was deleted.</summary>
public sealed class ConfigHistory(IAmazonDynamoDB dynamo, string table, ConfigStore store)
{
    /// <summary>Lists versions, the newest first.</summary>
    /// <param name="id">The config, which may have been deleted.</param>
    /// <param name="before">Only versions below this one; null begins with the newest.</param>
    /// <param name="limit">Most versions, 1–100; versions of the same number stay on one page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<VersionPage> ListAsync(ConfigId id, int? before, int limit, CancellationToken cancellationToken)
    {
        // Whether a link holds shows only beside its neighbours: one above the page, and one below.
        var (top, wanted) = (before ?? int.MaxValue, limit + 3);
        var found = new List<VersionEntry>();
        foreach (var part in await PartsAsync(id, cancellationToken))
        {
            if (found.Count < wanted && part.From < top)
                found.AddRange(await ReadAsync(part with { To = Math.Min(part.To, top) }, wanted - found.Count, cancellationToken));
        }

        var entries = VersionLinks.Of(found).Where(entry => before is null || entry.Version < before).ToList();
        var last = entries.Take(limit).LastOrDefault()?.Version;
        var items = entries.TakeWhile(entry => entry.Version >= last).ToList();
        return new(items, entries.Count > items.Count ? last : null);
    }

    /// <summary>Reads a version; null when there is none.</summary>
    /// <param name="id">The config.</param>
    /// <param name="version">The number.</param>
    /// <param name="mark">Which one, when two Regions made the same number; null takes the one on the line.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Config?> GetAsync(ConfigId id, int version, string? mark, CancellationToken cancellationToken)
    {
        var parts = await PartsAsync(id, cancellationToken);
        if (parts.FirstOrDefault(part => part.From < version && version <= part.To) is not { } part)
            return null;
        var response = await dynamo.QueryAsync(Query(part.Id, version - 1, version, 10), cancellationToken);
        var versions = (response.Items ?? []).Select(ConfigItem.Read).ToList();
        if (versions.Count < 2 && mark is null)
            return versions.FirstOrDefault();
        if (mark is null && (await ListAsync(id, version + 1, 1, cancellationToken)).Items is [var onTheLine, ..])
            mark = onTheLine.Saved.Mark;
        return versions.FirstOrDefault(config => config.Saved?.Mark == mark);
    }

    /// <summary>Saves a draft; when somebody else was first, the exception says field by field what they and the draft changed.</summary>
    /// <param name="draft">What is saved, with the version that it is based on.</param>
    /// <param name="save">Saves it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="VersionConflictException">Somebody else was first.</exception>
    public async Task<T> CompareOnConflictAsync<T>(Config draft, Func<Task<T>> save, CancellationToken cancellationToken)
    {
        try
        {
            return await save();
        }
        catch (VersionConflictException e) when (e.Current is { } theirs && draft.Version > 0)
        {
            var original = await GetAsync(draft.Id, draft.Version, null, cancellationToken);
            var mine = PromptKeys.Fix(draft, original, []) with { Scenarios = original?.Scenarios ?? [] };
            throw new VersionConflictException(e.Id, theirs) { Differences = ThreeWayDiff.Of(original, mine, theirs) };
        }
    }

    private async Task<List<VersionEntry>> ReadAsync(Part part, int limit, CancellationToken cancellationToken)
    {
        var request = Query(part.Id, part.From, part.To, limit);
        // Without the bodies; DynamoDB counts them all the same, and ends a page at 1 MB of them.
        request.ProjectionExpression = $"{Item.Summary}, {Item.Deleted}";
        var found = new List<VersionEntry>();
        do
        {
            var response = await dynamo.QueryAsync(request, cancellationToken);
            found.AddRange(response.Items.Select(item => VersionEntry.Of(part.Id, AuditItem.Read(item), item.ContainsKey(Item.Deleted))));
            request.ExclusiveStartKey = response.LastEvaluatedKey;
            request.Limit = limit - found.Count;
        }
        while (request.ExclusiveStartKey is { Count: > 0 } && found.Count < limit);
        return found;
    }

    // The config's life under each of its ids, the latest first.
    private async Task<List<Part>> PartsAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var config = await store.GetAsync(id, cancellationToken) ?? await LastAsync(id, cancellationToken);
        var parts = new List<Part>();
        var (current, to) = (id, int.MaxValue);
        foreach (var origin in config?.MovedFrom ?? [])
        {
            parts.Add(new(current, origin.Version, to));
            (current, to) = (origin.Id, origin.Version);
        }

        parts.Add(new(current, 0, to));
        return parts;
    }

    private async Task<Config?> LastAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var response = await dynamo.QueryAsync(Query(id, 0, int.MaxValue, 1), cancellationToken);
        return response.Items is [var last, ..] ? ConfigItem.Read(last) : null;
    }

    private QueryRequest Query(ConfigId id, int after, int upTo, int limit) => new()
    {
        TableName = table,
        KeyConditionExpression = $"{Item.Pk} = :pk AND {Item.Sk} BETWEEN :from AND :to",
        ExpressionAttributeValues = new()
        {
            [":pk"] = new(ConfigItem.Partition(id)),
            // ~ sorts after # and every mark, so that both bounds take the number with any mark.
            [":from"] = new(Item.VersionSort(after) + "~"),
            [":to"] = new(Item.VersionSort(upTo) + "~"),
        },
        ScanIndexForward = false,
        ConsistentRead = true,
        Limit = limit,
    };

    /// <summary>Versions above <paramref name="From"/> up to <paramref name="To"/> under an id.</summary>
    private sealed record Part(ConfigId Id, int From, int To);
}

/// <summary>A page of versions.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="Next">Pass it as <c>before</c> for the next page; null on the last.</param>
public sealed record VersionPage(IReadOnlyList<VersionEntry> Items, int? Next);
