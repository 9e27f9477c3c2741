using System.Text;

namespace FlowConfigs.Vanity;

/// <summary>
/// The words that can be dialled, found by the keys that dial them: their letters as they stand in words.txt, and one sorted array of
/// keys with places. Some 120 kB, which a function loads as it starts.
/// </summary>
public sealed class WordIndex
{
    /// <summary>Longest word in letters.</summary>
    public const int MaxLength = 8;

    private const byte LineEnd = (byte)'\n';

    private readonly byte[] letters;

    // The keys in the upper half, the place of the word in the lower.
    private readonly ulong[] entries;

    // The words that everyone says come before this position.
    private readonly int commonEnd;

    private WordIndex(byte[] letters)
    {
        this.letters = letters;
        commonEnd = letters.AsSpan().IndexOf("\n\n"u8);
        var found = new List<ulong>(letters.Length / MaxLength);
        for (var start = 0; start < letters.Length;)
        {
            var word = letters.AsSpan(start, letters.AsSpan(start).IndexOf(LineEnd));
            if (word.Length > 0)
                found.Add(((ulong)Keypad.KeysOf(word) << 32) | (uint)start);
            start += word.Length + 1;
        }

        entries = [.. found];
        Array.Sort(entries);
    }

    /// <summary>How many words it holds.</summary>
    public int Count => entries.Length;

    /// <summary>Bytes that it takes in memory.</summary>
    public int Bytes => letters.Length + (entries.Length * sizeof(ulong));

    /// <summary>Loads the index from this assembly.</summary>
    public static WordIndex Load()
    {
        using var stream = typeof(WordIndex).Assembly.GetManifestResourceStream("words.txt")!;
        var letters = new byte[stream.Length];
        stream.ReadExactly(letters);
        return new(letters);
    }

    /// <summary>The words that these digits dial, the most common first, and in the order of the alphabet.</summary>
    /// <param name="digits">2–8 digits.</param>
    public IEnumerable<Word> Find(string digits)
    {
        if (digits.Length is < 2 or > MaxLength || digits.AsSpan().IndexOfAny('0', '1') >= 0)
            yield break;
        var first = (ulong)uint.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) << 32;
        var at = Array.BinarySearch(entries, first);
        for (at = at < 0 ? ~at : at; at < entries.Length && entries[at] >> 32 == first >> 32; at++)
        {
            var start = (int)(uint)entries[at];
            yield return new(Encoding.ASCII.GetString(letters, start, digits.Length), start < commonEnd);
        }
    }
}

/// <summary>A word of the index.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="IsCommon">Whether everyone says the word, rather than only knows it.</param>
public readonly record struct Word(string Text, bool IsCommon);
