namespace FlowConfigs.Core.Lists;

/// <summary>An entry as the client sent it: its texts are not read yet.</summary>
/// <param name="Line">Its line in the file, or its place among several, from 1.</param>
/// <param name="Path">Where it is, before a problem's own path: <c>line 7</c>, <c>entries[6]</c>; empty for a single entry.</param>
/// <param name="Key">Its key, in any form that the list reads.</param>
/// <param name="Note">Null leaves what the entry has, as a column that is not there does; an empty text empties it.</param>
/// <param name="Owner">Likewise.</param>
/// <param name="Expires">Likewise; ISO 8601 with a time and an offset.</param>
public sealed record EntryDraft(int Line, string Path, string? Key, string? Note, string? Owner, string? Expires)
{
    /// <summary>What keeps its line from being read; null when nothing does.</summary>
    public string? Problem { get; init; }

    /// <summary>Where a field of it is, in words for a file: <c>line 7, key</c>.</summary>
    internal string PathOf(string field) => (Path, field) switch
    {
        ("", _) => field,
        (_, "") => Path,
        _ => $"{Path}{(Path.EndsWith(']') ? "." : ", ")}{field}",
    };
}
