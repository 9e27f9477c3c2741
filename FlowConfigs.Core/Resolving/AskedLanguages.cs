namespace FlowConfigs.Core.Resolving;

/// <summary>The languages that can be asked for to different effect.</summary>
internal static class AskedLanguages
{
    private static readonly string[] InNoCluster = ["XK", "ZZ"];

    /// <summary>
    /// Those that are there, and those that are nearest to one text of a prompt and to another of the next: a language of which there are
    /// several regions, by itself and in a region of each group of <see cref="Cldr.Cluster"/>, and what is nearly the same as several.
    /// </summary>
    public static IEnumerable<string> Of(IReadOnlyCollection<string> available)
    {
        var languages = available.Select(Locale.Of).OfType<Locale>().GroupBy(locale => locale.Language).ToList();
        if (languages.Count == available.Count && languages.Count < 2)
            return available;
        var ofSeveral = languages.Where(language => language.Count() > 1).SelectMany(Forms);
        var near = languages.SelectMany(language => Cldr.NearOnesOf(language.Key)).GroupBy(language => language)
            .Where(language => language.Count() > 1)
            .Select(language => language.Key);
        return available.Concat(ofSeveral).Concat(near).Distinct();
    }

    private static IEnumerable<string> Forms(IGrouping<string, Locale> language)
    {
        var regions = language.Select(locale => locale.Region).ToHashSet();
        var inside = Cldr.Cluster(language.Key).Order().FirstOrDefault(region => !regions.Contains(region));
        var outside = InNoCluster.First(region => !regions.Contains(region));
        return language.Select(locale => locale.Script).Distinct().SelectMany(script => new[] { null, inside, outside }.Select(
            region => region is null ? $"{language.Key}-{script}" : $"{language.Key}-{script}-{region}"));
    }
}
