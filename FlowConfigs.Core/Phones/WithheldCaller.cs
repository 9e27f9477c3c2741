using System.Text.RegularExpressions;

namespace FlowConfigs.Core.Phones;

/// <summary>
/// What networks deliver in place of the number of a caller who withholds it: a word, a SIP address without a person (RFC 3323), or the
/// digits under a word's letters on a keypad. None of those digits is a number of its country.
/// </summary>
public static partial class WithheldCaller
{
    // In this order: anonymous, restricted, blocked, unknown, unavailable, private, withheld.
    private static readonly HashSet<string> Digits = ["266696687", "7378742833", "2562533", "8656696", "86282452253", "7748283", "94844353"];

    /// <summary>Whether an address, as Connect or a flow passes it, belongs to no caller; nor does an empty address.</summary>
    public static bool Is(string? address)
    {
        var text = Wrapped().Match(address ?? "").Groups["address"].Value.Trim();
        if (Sip().Match(text) is { Success: true } sip)
            return sip.Groups["user"].Value == "" || Is(sip.Groups["user"].Value) || Nowhere().IsMatch(sip.Groups["host"].Value);
        var plain = PhoneNumber.Plain(text).TrimStart('+');
        return plain.All(c => c == '0') || Digits.Contains(plain) || Word().IsMatch(plain);
    }

    [GeneratedRegex(@"^(?:.*<)?(?<address>[^<>]*)>?\s*\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Wrapped();

    [GeneratedRegex(@"^sips?:(?:(?<user>[^@;]*)@)?(?<host>[^;?]*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sip();

    // RFC 2606 keeps .invalid for names that lead nowhere.
    [GeneratedRegex(@"(?:^|\.)(?:invalid|anonymous)(?::[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Nowhere();

    [GeneratedRegex(
        @"^(?:(?:caller|number|no|id)*(?:anonymous|restricted|blocked|unknown|unavailable|private|withheld|hidden|notavailable|none|null)"
        + @"(?:caller|number|id|user)*|nocallerid|nonumber)\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
