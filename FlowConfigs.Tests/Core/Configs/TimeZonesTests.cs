using FlowConfigs.Core.Configs;
using NodaTime;

namespace FlowConfigs.Tests.Core.Configs;

public class TimeZonesTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    [InlineData("US/Central")] // a link of old
    [InlineData("America/Coyhaique")] // of 2025
    [InlineData("EST5EDT")]
    [InlineData("Etc/GMT+12")]
    public void A_zone_of_the_database_is_found(string id)
    {
        Assert.True(TimeZones.TryFind(id, out var zone, out _));
        Assert.Equal(id, zone.Id);
    }

    // Linux finds the first eight by the names of its files; a browser throws on each of them.
    [Theory]
    // As reported in omnivore-app/omnivore#2787.
    [InlineData("posix/America/Chicago", "America/Chicago")]
    [InlineData("right/America/Chicago", "America/Chicago")]
    [InlineData("right/UTC", "UTC")]
    [InlineData("localtime", null)]
    [InlineData("posixrules", null)]
    [InlineData("Factory", null)]
    [InlineData("posix/Factory", null)]
    [InlineData("../zoneinfo/UTC", null)]
    [InlineData("UTC+05", null)]
    [InlineData("+05:00", null)]
    [InlineData("america/new_york", "America/New_York")]
    [InlineData("America/New York", "America/New_York")]
    [InlineData(" Europe/Vienna", "Europe/Vienna")]
    [InlineData("Central Standard Time", "America/Chicago")]
    [InlineData("CST", null)]
    [InlineData("", null)]
    [InlineData("\0", null)]
    public void Any_other_name_is_refused_with_the_nearest_zone(string id, string? nearest)
    {
        Assert.False(TimeZones.TryFind(id, out var zone, out var problem));
        Assert.Equal(DateTimeZone.Utc, zone);
        Assert.StartsWith("Must be a time zone such as America/New_York.", problem);
        Assert.Equal(nearest is null ? "" : $" Did you mean {nearest}?", problem["Must be a time zone such as America/New_York.".Length..]);
    }
}
