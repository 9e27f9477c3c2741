using FlowConfigs.Core;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Api.Lists;

/// <summary>Which entries of a list are asked for.</summary>
internal sealed record EntrySearch
{
    private const int DefaultLimit = 100;

    public EntrySearch(Stored<ListHead> list, string? prefix, string? after, int? limit)
    {
        if (limit is < 1 or > ListStore.MaxPage)
            throw new InvalidConfigException([new("limit", $"Must be 1–{ListStore.MaxPage}.")]);
        Id = ConfigId.Parse(list.Id);
        Prefix = EntryKey.ParsePrefix(list.Value, prefix);
        After = string.IsNullOrEmpty(after) ? null : after;
        if (After?.StartsWith(Prefix, StringComparison.Ordinal) == false || After?.Length > EntryKey.MaxLength)
            throw new InvalidConfigException([new("after", "Must be the last key of the previous page, with + written as %2B.")]);
        Limit = limit;
    }

    public ConfigId Id { get; }

    public string Prefix { get; }

    public string? After { get; init; }

    /// <summary>Null when none was given.</summary>
    public int? Limit { get; }

    public Task<ListPage> PageAsync(ListStore store, CancellationToken cancellationToken) =>
        store.PageAsync(Id, Prefix, After, Limit ?? DefaultLimit, cancellationToken);
}
