namespace FlowConfigs.Vanity;

/// <summary>
/// Finds the words in a number. The same number always gives the same answer. In this order come:
/// 1. numbers that are one word from end to end, or two; 2. longer words; 3. more letters; 4. fewer parts; 5. more common words; 6. the
/// alphabet.
/// </summary>
public sealed class VanitySearch(WordIndex index)
{
    /// <summary>A number needs one word of at least so many letters; "to" and "my" only join others.</summary>
    public const int ShortestWord = 3;

    // Three words that fill a number are no easier to remember than one long word beside digits.
    private const int MostWordsOfWhole = 2;

    // Of words that the same digits dial: the most common say enough, and keep the number of joins small.
    private const int MostOfSameDigits = 4;

    /// <summary>The best ways to write a number; empty where there is no word in it.</summary>
    /// <param name="number">The caller's number.</param>
    /// <param name="blocked">The words that callers must not hear.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<VanityNumber> Best(CallerNumber number, BlockedWords blocked, int most)
    {
        var joins = new List<VanityPart[]>();
        Join(number.Local, 0, [], Words(number.Local, blocked), joins);
        return
        [
            .. joins.Where(parts => !blocked.IsReadIn(parts))
                .Select(parts => (Rank: Rank.Of(parts), Vanity: new VanityNumber(number.Area, parts)))
                .OrderBy(found => found.Rank).ThenBy(found => found.Vanity.Text, StringComparer.Ordinal)
                .Take(most)
                .Select(found => found.Vanity),
        ];
    }

    private List<VanityPart>[] Words(string digits, BlockedWords blocked) =>
    [
        .. Enumerable.Range(0, digits.Length).Select(start => Enumerable.Range(2, Math.Max(0, digits.Length - start - 1))
            .SelectMany(length => index.Find(digits.Substring(start, length)).Where(word => !blocked.Has(word.Text)).Take(MostOfSameDigits))
            .Select(word => new VanityPart(word.Text, IsWord: true, word.IsCommon)).ToList()),
    ];

    private static void Join(string digits, int at, VanityPart[] before, List<VanityPart>[] words, List<VanityPart[]> joins)
    {
        if (at == digits.Length)
        {
            if (Reads(before))
                joins.Add(before);
            return;
        }

        foreach (var word in words[at])
            Join(digits, at + word.Text.Length, [.. before, word], words, joins);
        if (before is [.., { IsWord: false }])
            return;
        for (var end = at + 1; end <= digits.Length; end++)
            Join(digits, end, [.. before, new(digits[at..end], IsWord: false, IsCommon: false)], words, joins);
    }

    // Beside digits, a word of two letters is noise.
    private static bool Reads(VanityPart[] parts) =>
        parts.Any(part => part.IsWord && part.Text.Length >= ShortestWord)
        && (parts.All(part => part.IsWord) || parts.All(part => !part.IsWord || part.Text.Length >= ShortestWord));

    /// <summary>Less is better.</summary>
    private readonly record struct Rank(int WordsOfWhole, int Longest, int Letters, int Parts, int LessCommon) : IComparable<Rank>
    {
        public static Rank Of(VanityPart[] parts)
        {
            var words = parts.Where(part => part.IsWord).ToList();
            return new(
                words.Count == parts.Length && words.Count <= MostWordsOfWhole ? words.Count : int.MaxValue,
                -words.Max(word => word.Text.Length),
                -words.Sum(word => word.Text.Length),
                parts.Length,
                words.Count(word => !word.IsCommon));
        }

        public int CompareTo(Rank other) => (WordsOfWhole, Longest, Letters, Parts, LessCommon)
            .CompareTo((other.WordsOfWhole, other.Longest, other.Letters, other.Parts, other.LessCommon));
    }
}
