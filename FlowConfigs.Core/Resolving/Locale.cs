using System.Collections.Concurrent;

namespace FlowConfigs.Core.Resolving;

/// <summary>
/// A language as a flow or a user names it, in today's names, and with the likely script or region where one is left out
/// (https://www.unicode.org/reports/tr35/#Likely_Subtags): <c>es_US</c>, <c>iw</c>, <c>cmn-Hant</c>, <c>spa</c>.
/// </summary>
/// <param name="Language">The language, such as <c>sr</c>.</param>
/// <param name="Script">Its script, such as <c>Latn</c>.</param>
/// <param name="Region">Its region, such as <c>RS</c>; empty where it is neither given nor known.</param>
/// <param name="HasRegion">Whether the region is given.</param>
internal sealed record Locale(string Language, string Script, string Region, bool HasRegion)
{
    // An RFC 5646 tag with everything that it can have is shorter.
    private const int MaxLength = 255;

    // More than any installation offers. Texts of callers are not remembered: there is no end to them.
    private const int MaxRemembered = 1000;

    private static readonly ConcurrentDictionary<string, Locale?> Remembered = [];

    /// <summary>Reads the tag of a text that is stored. All configs use the same few tags, so they are read once.</summary>
    public static Locale? OfStored(string tag)
    {
        if (Remembered.TryGetValue(tag, out var known))
            return known;
        var locale = Of(tag);
        if (Remembered.Count < MaxRemembered)
            Remembered[tag] = locale;
        return locale;
    }

    /// <summary>Reads any text; null where it names no language.</summary>
    public static Locale? Of(string? text)
    {
        if (text is null || text.Length > MaxLength)
            return null;
        // POSIX puts the encoding after a dot and a variant after @.
        var parts = Today(text.Split('.', '@')[0].Trim().Replace('_', '-').ToLowerInvariant().Split('-'));
        return IsLanguage(parts[0]) ? Of(parts) : null;
    }

    private static Locale Of(List<string> parts)
    {
        var (language, script, region) = (parts[0], "", "");
        // What follows a single letter is an extension; variants make no difference to which text is nearest.
        foreach (var part in parts.Skip(1).TakeWhile(part => part.Length > 1))
        {
            if (script == "" && region == "" && part.Length == 4 && part.All(char.IsAsciiLetter))
                script = char.ToUpperInvariant(part[0]) + part[1..];
            else if (region == "" && RegionOf(part) is { } found)
                region = found;
        }

        var likely = script == "" ? Cldr.LikelyScript(language, region) : script;
        return new(language, likely, region == "" ? Cldr.LikelyRegion(language, likely) : region, region != "");
    }

    private static List<string> Today(string[] parts)
    {
        for (var length = Math.Min(3, parts.Length); length > 0; length--)
        {
            if (Cldr.Aliases.TryGetValue(string.Join('-', parts.Take(length)), out var today))
                return [.. today.ToLowerInvariant().Split('-'), .. parts.Skip(length)];
        }

        // An extended language of RFC 5646, section 2.2.2, names the language alone: ar-arz is arz.
        return parts is [_, { Length: 3 } extended, ..] && IsLanguage(extended) && RegionOf(extended) is null ? [.. parts.Skip(1)] : [.. parts];
    }

    private static string? RegionOf(string part)
    {
        var region = part.ToUpperInvariant();
        if (Cldr.RegionAliases.TryGetValue(region, out var today))
            return today;
        return region.Length == 2 && region.All(char.IsAsciiLetter) || region.Length == 3 && region.All(char.IsAsciiDigit) ? region : null;
    }

    // Of several, of none, undetermined: https://www.rfc-editor.org/rfc/rfc5646#section-4.1
    private static bool IsLanguage(string part) =>
        part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetter) && part is not ("und" or "mul" or "zxx" or "mis" or "root");
}
