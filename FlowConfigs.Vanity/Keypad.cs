namespace FlowConfigs.Vanity;

/// <summary>The letters on a telephone's keys (https://www.itu.int/rec/T-REC-E.161).</summary>
public static class Keypad
{
    //                               abcdefghijklmnopqrstuvwxyz
    private const string KeyOfLetter = "22233344455566677778889999";

    /// <summary>The key on which a letter from a to z is.</summary>
    public static char KeyOf(char letter) => KeyOfLetter[letter - 'a'];

    /// <summary>The keys of a word in lower case, as one number: no key with letters is 0, so that words of other lengths differ.</summary>
    public static uint KeysOf(ReadOnlySpan<byte> word)
    {
        uint keys = 0;
        foreach (var letter in word)
            keys = (keys * 10) + (uint)(KeyOf((char)letter) - '0');
        return keys;
    }
}
