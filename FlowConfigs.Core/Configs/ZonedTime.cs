using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// Reads a time that people wrote: on the wall clock of a time zone (<c>2026-03-08T17:00</c>), or with an offset of its own
/// (<c>2026-03-08T17:00-05:00</c>). Both become the instant, written with the zone's offset.
/// </summary>
public static class ZonedTime
{
    private static readonly string[] WallClock = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] WithOffset = [.. WallClock.Select(format => format + "K")];

    // When clocks go forward, the hour that is left out is counted as if they had not: 02:30 becomes 03:30.
    private static readonly ZoneLocalMappingResolver First =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    private static readonly ZoneLocalMappingResolver Last =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    /// <summary>Reads the beginning of something: of a wall-clock time that comes twice, the first.</summary>
    public static bool TryReadFrom(string text, DateTimeZone zone, out DateTimeOffset time, [NotNullWhen(false)] out string? problem) =>
        TryRead(text, zone, first: true, out time, out problem);

    /// <summary>Reads the end of something: of a wall-clock time that comes twice, the second.</summary>
    public static bool TryReadUntil(string text, DateTimeZone zone, out DateTimeOffset time, [NotNullWhen(false)] out string? problem) =>
        TryRead(text, zone, first: false, out time, out problem);

    private static bool TryRead(string text, DateTimeZone zone, bool first, out DateTimeOffset time, out string? problem)
    {
        problem = null;
        time = default;
        if (DateTime.TryParseExact(text, WallClock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
            time = Inside(wall) ? OnTheClock(wall, zone, first) : default;
        else if (DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            time = Inside(instant.DateTime) ? instant.In(zone) : default;
        else
            problem = "Must be a time such as 2026-03-08T17:00, or with an offset such as 2026-03-08T17:00-05:00.";
        if (problem is null && time == default)
            problem = "Must be between the years 2000 and 2199.";
        return problem is null;
    }

    // Near the ends of the calendar no offset can be added any more.
    private static bool Inside(DateTime time) => time.Year is >= 2000 and < 2200;

    private static DateTimeOffset OnTheClock(DateTime wall, DateTimeZone zone, bool first) =>
        zone.ResolveLocal(LocalDateTime.FromDateTime(wall), first ? First : Last).ToDateTimeOffset();
}
