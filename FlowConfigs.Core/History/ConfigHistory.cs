using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.History;

/// <summary>The versions of a config, under this id and under those that it had before, also after it was deleted.</summary>
public sealed class ConfigHistory(DynamoTable table, ConfigStore store)
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
        var (items, _) = await table.PageAsync(Query(part.Id, version - 1, version, 10), cancellationToken);
        List<Config> versions = [.. items.Select(store.Items.Read)];
        if (versions.Count < 2 && mark is null)
            return versions.FirstOrDefault();
        if (mark is null && (await ListAsync(id, version + 1, 1, cancellationToken)).Items is [var onTheLine, ..])
            mark = onTheLine.Saved.Mark;
        return versions.FirstOrDefault(config => config.Saved?.Mark == mark);
    }

    /// <summary>
    /// Saves a draft; when another user saved first, the exception lists, field by field, the changes of that user and of the draft.
    /// </summary>
    /// <param name="version">The version that the draft is based on.</param>
    /// <param name="draft">Gives what is saved, by that version.</param>
    /// <param name="save">Saves it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="VersionConflictException">Another user saved first.</exception>
    public async Task<T> CompareOnConflictAsync<T>(
        int version, Func<Config?, Config> draft, Func<Task<T>> save, CancellationToken cancellationToken)
    {
        try
        {
            return await save();
        }
        catch (VersionConflictException e) when (e.Current is { } theirs && version > 0)
        {
            var original = await GetAsync(e.Id, version, null, cancellationToken);
            var mine = PromptKeys.Fix(draft(original), original, []) with { Scenarios = original?.Scenarios ?? [] };
            throw new VersionConflictException(e.Id, theirs) { Differences = ThreeWayDiff.Of(original, mine, theirs) };
        }
    }

    private async Task<List<VersionEntry>> ReadAsync(Part part, int limit, CancellationToken cancellationToken)
    {
        // Without the bodies; DynamoDB counts them all the same, and ends a page at 1 MB of them.
        var query = Query(part.Id, part.From, part.To, limit) with { Only = [Item.Summary, Item.Deleted] };
        return await table.AllAsync(query, cancellationToken).Take(limit)
            .Select(item => VersionEntry.Of(part.Id, AuditItem.Read(item), item.Has(Item.Deleted)))
            .ToListAsync(cancellationToken);
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
        var (items, _) = await table.PageAsync(Query(id, 0, int.MaxValue, 1), cancellationToken);
        return items is [var last, ..] ? store.Items.Read(last) : null;
    }

    private static ItemQuery Query(ConfigId id, int after, int upTo, int limit) => new(Item.Partition(Kinds.Config, id.Value))
    {
        // ~ sorts after # and every mark, so that both bounds take the number with any mark.
        Between = (Item.VersionSort(after) + "~", Item.VersionSort(upTo) + "~"),
        Descending = true,
        Limit = limit,
    };

    /// <summary>Versions above <paramref name="From"/> up to <paramref name="To"/> under an id.</summary>
    private sealed record Part(ConfigId Id, int From, int To);
}

/// <summary>A page of versions.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="Next">Pass it as <c>before</c> for the next page; null on the last.</param>
public sealed record VersionPage(IReadOnlyList<VersionEntry> Items, int? Next);
