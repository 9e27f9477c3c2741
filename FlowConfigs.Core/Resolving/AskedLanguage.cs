namespace FlowConfigs.Core.Resolving;

/// <summary>
/// A language that is asked for, and how near others are to it: CLDR's language matching
/// (https://www.unicode.org/reports/tr35/tr35.html#LanguageMatching), except that another script of the language, and a text without a
/// region, are always taken before another language. It remembers, since a config asks the same of each of its prompts.
/// </summary>
/// <param name="text">Any text, or null.</param>
internal sealed class AskedLanguage(string? text)
{
    // Further than any region.
    private const int OtherScript = 20;

    // Further than any script.
    private const int OtherLanguage = 100;

    private readonly Dictionary<string, (int Distance, LanguageMatch Match)?> known = [];
    private Locale? locale;

    /// <summary>The nearest of some tags; of equally near ones the first by its characters. Null where none is near.</summary>
    public (string Tag, LanguageMatch Match)? NearestOf(IEnumerable<string> tags)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (ExactOf(tags) is { } exact)
            return (exact, LanguageMatch.Exact);
        (string Tag, int Distance, LanguageMatch Match)? nearest = null;
        foreach (var tag in tags)
        {
            if (To(tag) is { } to && (nearest is not { } best || to.Distance < best.Distance
                || (to.Distance == best.Distance && Languages.Order(tag, best.Tag) < 0)))
            {
                nearest = (tag, to.Distance, to.Match);
            }
        }

        return nearest is { } found ? (found.Tag, found.Match) : null;
    }

    private string? ExactOf(IEnumerable<string> tags)
    {
        string? exact = null;
        foreach (var tag in tags)
        {
            if (Languages.Same(tag, text!) && (exact is null || Languages.Order(tag, exact) < 0))
                exact = tag;
        }

        return exact;
    }

    private (int Distance, LanguageMatch Match)? To(string tag)
    {
        if (!known.TryGetValue(tag, out var to))
            known[tag] = to = (locale ??= Locale.Of(text)) is { } asked && Locale.OfStored(tag) is { } other ? Between(asked, other) : null;
        return to;
    }

    private static (int, LanguageMatch)? Between(Locale asked, Locale other)
    {
        if (Cldr.Between(asked.Language, other.Language) is not { } languages)
            return null;
        var isSameScript = asked.Script == other.Script;
        var regions = Regions(asked, other);
        var isLikely = other.Region == Cldr.LikelyRegion(other.Language, other.Script);
        var distance = languages * OtherLanguage + (isSameScript ? 0 : OtherScript) + regions * 2 + (isLikely ? 0 : 1);
        return (distance, languages > 0 ? LanguageMatch.NearLanguage
            : isSameScript && regions == 0 && asked.HasRegion == other.HasRegion ? LanguageMatch.Exact
            : LanguageMatch.SameLanguage);
    }

    private static int Regions(Locale asked, Locale other)
    {
        if (asked.Region == other.Region && asked.HasRegion == other.HasRegion)
            return 0;
        // A text without a region is for all of them; who names no region most likely means the one that is likely.
        if (!other.HasRegion || (!asked.HasRegion && asked.Region == other.Region))
            return 1;
        var cluster = Cldr.Cluster(asked.Language);
        var isInside = cluster.Contains(asked.Region);
        // English elsewhere than around the United States is nearest to that of Great Britain.
        if (asked.Language == "en" && !isInside && other.Region == "GB")
            return 3;
        return isInside == cluster.Contains(other.Region) ? 4 : 5;
    }
}
