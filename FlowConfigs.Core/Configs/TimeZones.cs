using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.TimeZones;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// The time zones that people can name: the ids of the IANA time zone database, links included, in the edition that NodaTime brings. The
/// same everywhere, whatever the machine has installed; browsers know each of them. Linux has more under its own names
/// (<c>posix/…</c>, <c>right/…</c>, <c>localtime</c>, <c>Factory</c>), which browsers refuse.
/// </summary>
public static class TimeZones
{
    private static readonly TzdbDateTimeZoneSource Database = TzdbDateTimeZoneSource.Default;

    private static readonly string[] LinuxFamilies = ["posix/", "right/"];

    /// <summary>Finds a time zone by its id, in which large and small letters differ.</summary>
    /// <param name="id">Any text.</param>
    /// <param name="zone">The zone; UTC where there is none.</param>
    /// <param name="problem">What is wrong with the id, with the nearest one where one is near.</param>
    public static bool TryFind(string id, out DateTimeZone zone, [NotNullWhen(false)] out string? problem)
    {
        // The provider itself would also take offsets such as UTC+05, which are no zones to a browser.
        var isKnown = Database.CanonicalIdMap.ContainsKey(id);
        zone = isKnown ? DateTimeZoneProviders.Tzdb[id] : DateTimeZone.Utc;
        problem = isKnown ? null : "Must be a time zone such as America/New_York." + (Nearest(id) is { } near ? $" Did you mean {near}?" : "");
        return isKnown;
    }

    /// <summary>The instant with the offset of the zone's clock.</summary>
    public static DateTimeOffset In(this DateTimeOffset time, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(time).InZone(zone).ToDateTimeOffset();

    /// <summary>The zone that is probably meant: in other letters, in a folder of Linux, or by its Windows name. Null where none is near.</summary>
    public static string? Nearest(string id)
    {
        var name = LinuxFamilies.FirstOrDefault(family => id.StartsWith(family, StringComparison.OrdinalIgnoreCase)) is { } family
            ? id[family.Length..]
            : id;
        name = name.Trim().Replace(' ', '_');
        // Windows has names of its own, such as Central Standard Time.
        return Database.CanonicalIdMap.Keys.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? (Database.WindowsMapping.PrimaryMapping.TryGetValue(id.Trim(), out var near) ? near : null);
    }
}
