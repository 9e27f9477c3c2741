using System.Collections.Frozen;

namespace FlowConfigs.Core.Resolving;

/// <summary>
/// <see cref="CldrData"/> as tables. They are read when a language is asked for that no text has: where one has, which is most often,
/// a function's cold start does without them.
/// </summary>
internal static class Cldr
{
    /// <summary>What a tag, in small letters, is named today.</summary>
    public static FrozenDictionary<string, string> Aliases { get; } = Pairs(CldrData.Aliases);

    /// <summary>What a region is named today.</summary>
    public static FrozenDictionary<string, string> RegionAliases { get; } = Pairs(CldrData.RegionAliases);

    private static readonly FrozenDictionary<string, string> Scripts = Groups(CldrData.Scripts)
        .SelectMany(group => group.Members.Select(tag => KeyValuePair.Create(tag, group.Name))).ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> LikelyRegions = Pairs(CldrData.LikelyRegions);

    private static readonly FrozenDictionary<string, int> Near = Items(CldrData.Near)
        .Select(item => item.Split(':')).ToFrozenDictionary(parts => parts[0], parts => int.Parse(parts[1], null));

    private static readonly ILookup<string, string> NearTo = Near.Keys.Select(pair => pair.Split('>')).ToLookup(pair => pair[1], pair => pair[0]);

    private static readonly FrozenDictionary<string, FrozenSet<string>> Clusters = Groups(CldrData.Clusters)
        .ToFrozenDictionary(group => group.Name, group => group.Members.ToFrozenSet());

    /// <summary>The script in which a language is written in a region.</summary>
    public static string LikelyScript(string language, string region) =>
        Scripts.GetValueOrDefault($"{language}-{region}") ?? Scripts.GetValueOrDefault(language) ?? "Latn";

    /// <summary>The region that is meant where none is given; empty where that is not known.</summary>
    public static string LikelyRegion(string language, string script) =>
        LikelyRegions.GetValueOrDefault($"{language}-{script}") ?? LikelyRegions.GetValueOrDefault(language) ?? "";

    /// <summary>How far another language is from the one that is asked for; null where they are not nearly the same.</summary>
    public static int? Between(string asked, string other) =>
        asked == other ? 0 : Near.TryGetValue($"{asked}>{other}", out var distance) ? distance : null;

    /// <summary>The languages that are nearly the same as another.</summary>
    public static IEnumerable<string> NearOnesOf(string language) => NearTo[language];

    /// <summary>The regions in which people speak a language alike; empty where no such group is known.</summary>
    public static FrozenSet<string> Cluster(string language) => Clusters.GetValueOrDefault(language) ?? [];

    private static string[] Items(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static FrozenDictionary<string, string> Pairs(string text) =>
        Items(text).Select(item => item.Split('>')).ToFrozenDictionary(parts => parts[0], parts => parts[1]);

    private static IEnumerable<(string Name, string[] Members)> Groups(string text) =>
        Items(text).Select(item => item.Split(':')).Select(parts => (parts[0], parts[1].Split(',')));
}
