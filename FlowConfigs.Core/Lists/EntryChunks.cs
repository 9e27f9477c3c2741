using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>Parts of many entries, each as many as one transaction takes with the check of the head and the audit.</summary>
internal static class EntryChunks
{
    /// <summary>Most entries of a transaction.</summary>
    public const int MaxEntries = Transaction.MaxItems - 2;

    // The audit item keeps every field before and after under its path. A character is at most 6 bytes there, and an item 400 KB.
    private const int MaxCharacters = 50_000;

    public static IEnumerable<IReadOnlyList<T>> Of<T>(IEnumerable<T> items, Func<T, (ListEntry? Before, ListEntry? After)> change)
    {
        var chunk = new List<T>();
        var characters = 0;
        foreach (var item in items)
        {
            var (before, after) = change(item);
            var more = Characters(before) + Characters(after);
            if (chunk.Count == MaxEntries || (chunk.Count > 0 && characters + more > MaxCharacters))
            {
                yield return chunk;
                (chunk, characters) = ([], 0);
            }

            chunk.Add(item);
            characters += more;
        }

        if (chunk.Count > 0)
            yield return chunk;
    }

    // Four paths hold the key, and as many words of ours.
    private static int Characters(ListEntry? entry) =>
        entry is null ? 0 : (5 * entry.Key.Length) + entry.Note.Length + entry.Owner.Length + 200;
}
