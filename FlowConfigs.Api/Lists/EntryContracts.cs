using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Api.Lists;

/// <summary>What is sent to create or change an entry: the whole of it; its key is in the address.</summary>
public sealed record EntryBody
{
    public string Note { get; init => field = value ?? ""; } = "";

    public string Owner { get; init => field = value ?? ""; } = "";

    /// <summary>From when on it is not listed any more: ISO 8601 with a time and Z or an offset. Left out, it does not expire.</summary>
    public string? Expires { get; init; }

    /// <summary>Why the change is made, for the history.</summary>
    public string? Comment { get; init; }

    internal EntryDraft ToDraft(string key) => new(1, "", key, Note, Owner, Expires ?? "");
}

/// <summary>An entry as it is saved.</summary>
public sealed record EntryResponse
{
    public required string Key { get; init; }

    /// <summary>Its mark for If-Match. An entry does not begin with 1, and keeps no versions of its own.</summary>
    public required int Version { get; init; }

    public required string Note { get; init; }

    public required string Owner { get; init; }

    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether it is not listed any more.</summary>
    public required bool Expired { get; init; }

    public required Saved Saved { get; init; }

    internal static EntryResponse Of(Stored<ListEntry> entry, DateTimeOffset now) => new()
    {
        Key = entry.Id,
        Version = entry.Version,
        Note = entry.Value.Note,
        Owner = entry.Value.Owner,
        Expires = entry.Value.Expires,
        Expired = !entry.Value.IsListedAt(now),
        Saved = entry.Saved,
    };
}

/// <summary>A page of entries; <c>next</c> is the <c>after</c> of the next page.</summary>
/// <param name="Items">The entries.</param>
/// <param name="NumbersMasked">Whether the keys are numbers that the caller may not see; then they can't be searched either.</param>
/// <param name="Next">The <c>after</c> of the next page; null on the last.</param>
public sealed record EntryPage(IReadOnlyList<EntryResponse> Items, bool NumbersMasked, string? Next);
