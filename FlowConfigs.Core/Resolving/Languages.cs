using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Resolving;

/// <summary>Why a language was chosen.</summary>
[JsonConverter(typeof(EnumNames<LanguageMatch>))]
public enum LanguageMatch
{
    /// <summary>The one asked for.</summary>
    Exact,

    /// <summary>The language asked for, in another region or script.</summary>
    SameLanguage,

    /// <summary>A language that is nearly the same, such as Norwegian Bokmål for Norwegian.</summary>
    NearLanguage,

    /// <summary>The config's default language, because nothing nearer is there or nothing was asked for.</summary>
    Default,

    /// <summary>The first there is, because even the default language is missing.</summary>
    First,
}

/// <summary>Chooses a language so that a missing translation never means a missing prompt. Rule R7.</summary>
public static class Languages
{
    /// <summary>
    /// Chooses among the languages that are there: exact → nearest form of the same language → language that is nearly the same → default
    /// → first. Tags are compared without regard to case; of equally near ones, and for "first", the order of the characters decides.
    /// </summary>
    /// <param name="available">At least one tag.</param>
    /// <param name="asked">What the flow asked for: any text, or null.</param>
    /// <param name="defaultLanguage">The chain's default language, or null.</param>
    public static (string Tag, LanguageMatch Match) Choose(IEnumerable<string> available, string? asked, string? defaultLanguage) =>
        Choose(available, new AskedLanguage(asked), new AskedLanguage(defaultLanguage));

    /// <summary>The same where the languages are asked for more than once.</summary>
    internal static (string Tag, LanguageMatch Match) Choose(
        IEnumerable<string> available, AskedLanguage asked, AskedLanguage defaultLanguage) =>
        asked.NearestOf(available)
        ?? (defaultLanguage.NearestOf(available) is { } instead ? (instead.Tag, LanguageMatch.Default) : (First(available)!, LanguageMatch.First));

    internal static string? First(IEnumerable<string> tags) =>
        tags.Aggregate((string?)null, (first, tag) => first is null || Order(tag, first) < 0 ? tag : first);

    internal static int Order(string one, string other) =>
        string.Compare(one, other, StringComparison.OrdinalIgnoreCase) is var order and not 0 ? order : string.CompareOrdinal(one, other);

    internal static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
