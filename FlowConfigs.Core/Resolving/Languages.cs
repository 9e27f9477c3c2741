using System.Text.Json.Serialization;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Resolving;

/// <summary>Why a language was chosen.</summary>
[JsonConverter(typeof(EnumNames<LanguageMatch>))]
public enum LanguageMatch
{
    /// <summary>The one asked for.</summary>
    Exact,

    /// <summary>The language asked for, in another region.</summary>
    SameLanguage,

    /// <summary>The config's default language, because nothing nearer is there or nothing was asked for.</summary>
    Default,

    /// <summary>The first there is, because even the default language is missing.</summary>
    First,
}

/// <summary>Chooses a language so that a missing translation never means a missing prompt.</summary>
public static class Languages
{
    /// <summary>
    /// Chooses among the languages that are there: exact → same language, other region → default → first. Tags are compared
    /// without regard to case; "first" is by the tag's characters, which puts <c>es</c> before <c>es-MX</c>.
    /// </summary>
    /// <param name="available">At least one tag.</param>
    /// <param name="asked">What the flow asked for: any text, or null.</param>
    /// <param name="defaultLanguage">The chain's default language, or null.</param>
    public static (string Tag, LanguageMatch Match) Choose(IEnumerable<string> available, string? asked, string? defaultLanguage) =>
        ChooseSorted(Sorted(available), asked, defaultLanguage);

    /// <summary>The tags in the order of <see cref="ChooseSorted"/>.</summary>
    internal static List<string> Sorted(IEnumerable<string> available) =>
        [.. available.Order(StringComparer.OrdinalIgnoreCase).ThenBy(tag => tag, StringComparer.Ordinal)];

    /// <summary>The same for who chooses often among the same tags.</summary>
    internal static (string Tag, LanguageMatch Match) ChooseSorted(List<string> tags, string? asked, string? defaultLanguage) =>
        Find(tags, asked) switch
        {
            ({ } tag, var match) => (tag, match),
            _ => Find(tags, defaultLanguage).Tag is { } tag ? (tag, LanguageMatch.Default) : (tags[0], LanguageMatch.First),
        };

    private static (string? Tag, LanguageMatch Match) Find(List<string> tags, string? wanted)
    {
        if (string.IsNullOrEmpty(wanted))
            return default;
        if (tags.Find(tag => Same(tag, wanted)) is { } exact)
            return (exact, LanguageMatch.Exact);
        var language = LanguageTag.Language(wanted);
        return (tags.Find(tag => Same(LanguageTag.Language(tag), language)), LanguageMatch.SameLanguage);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
