using FlowConfigs.Core.Configs;
using NodaTime.TimeZones;

namespace FlowConfigs.Publishing.Connect;

/// <summary>
/// The time zones that hours of operation may have: the names of IANA's zone.tab, Etc's own zones, and UTC, in the edition that NodaTime
/// brings. Other names of the same zones, such as US/Eastern, are those of IANA's file backward.
/// </summary>
internal static class ConnectZones
{
    private static readonly IDictionary<string, string> Canonical = TzdbDateTimeZoneSource.Default.CanonicalIdMap;

    // Names of old Unix systems, of no place. IANA has linked them to these places since 2024b; NodaTime keeps them as zones of their own.
    private static readonly Dictionary<string, string> OfUnix = new()
    {
        ["EST5EDT"] = "America/New_York",
        ["CST6CDT"] = "America/Chicago",
        ["MST7MDT"] = "America/Denver",
        ["PST8PDT"] = "America/Los_Angeles",
        ["EST"] = "America/Panama",
        ["MST"] = "America/Phoenix",
        ["HST"] = "Pacific/Honolulu",
        ["CET"] = "Europe/Brussels",
        ["MET"] = "Europe/Brussels",
        ["EET"] = "Europe/Athens",
        ["WET"] = "Europe/Lisbon",
    };

    /// <summary>All names.</summary>
    public static IReadOnlySet<string> All { get; } = TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(place => place.ZoneId)
        .Concat(Canonical.Where(zone => zone.Key.StartsWith("Etc/", StringComparison.Ordinal) && zone.Key == zone.Value).Select(zone => zone.Key))
        .Append("UTC")
        .ToHashSet();

    /// <summary>The name to write instead of another name of the same zone, or of one in other letters; null where there is none.</summary>
    public static string? Meant(string name) => TimeZones.Nearest(name) is not { } known ? null
        : All.Contains(known) ? known
        : All.Contains(Canonical[known]) ? Canonical[known]
        : OfUnix.GetValueOrDefault(known);
}
