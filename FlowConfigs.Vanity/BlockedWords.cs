namespace FlowConfigs.Vanity;

/// <summary>Words that no caller is to hear, neither as a word nor where two words meet.</summary>
public sealed class BlockedWords(IEnumerable<string> words)
{
    private const int ShortestAcross = 3;

    private readonly HashSet<string> blocked = words.Select(word => word.Trim().ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    /// <summary>Nothing is blocked.</summary>
    public static BlockedWords None { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => blocked.Count;

    /// <summary>Whether a word is one of them.</summary>
    public bool Has(string word) => blocked.Contains(word);

    /// <summary>Whether one can be read across the end of one word and the beginning of the next.</summary>
    internal bool IsReadIn(IReadOnlyList<VanityPart> parts)
    {
        if (blocked.Count == 0)
            return false;
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            if (parts[i].IsWord && parts[i + 1].IsWord && IsReadAcross(parts, i))
                return true;
        }

        return false;
    }

    private bool IsReadAcross(IReadOnlyList<VanityPart> parts, int last)
    {
        var before = string.Concat(parts.Take(last + 1).Reverse().TakeWhile(part => part.IsWord).Reverse().Select(part => part.Text));
        var after = string.Concat(parts.Skip(last + 1).TakeWhile(part => part.IsWord).Select(part => part.Text));
        for (var tail = 1; tail <= before.Length; tail++)
        {
            for (var head = 1; head <= after.Length; head++)
            {
                if (tail + head >= ShortestAcross && blocked.Contains(before[^tail..] + after[..head]))
                    return true;
            }
        }

        return false;
    }
}
