using System.Globalization;
using FlowConfigs.Core;
using FlowConfigs.Core.Calendars;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Microsoft365.Calendar;

/// <summary>Which offices have a calendar: the config office-calendar and every config below it, with what they inherit.</summary>
/// <param name="configs">The configs.</param>
/// <param name="zone">The zone of an office that names none.</param>
/// <param name="time">The clock: timed changes and scenarios count.</param>
public sealed class OfficeConfigs(ConfigStore configs, string zone, TimeProvider time)
{
    /// <summary>The config of the first office, and the parent of all others.</summary>
    public static readonly ConfigId Root = ConfigId.Parse("office-calendar");

    private static readonly TimeSpan DefaultMaxAge = TimeSpan.FromHours(12);

    /// <summary>Reads them.</summary>
    /// <returns>For each office its calendar, or a sentence about what is wrong with its config.</returns>
    public async Task<IReadOnlyList<(ConfigId Id, CalendarSource? Source, string? Problem)>> ReadAsync(CancellationToken cancellationToken)
    {
        List<ConfigId> ids = [Root];
        await foreach (var summary in configs.ListBelowAsync(Root, cancellationToken))
            ids.Add(summary.Id);
        var found = new List<(ConfigId, CalendarSource?, string?)>();
        foreach (var id in ids)
        {
            if (await configs.GetChainAsync(id, cancellationToken) is { Count: > 0 } chain && chain[0].Id == id)
                found.Add(Read(id, Resolver.Resolve(Chain.Of(chain, time.GetUtcNow()), null, Channel.Voice)));
        }

        return found;
    }

    private (ConfigId, CalendarSource?, string?) Read(ConfigId id, Resolution resolution)
    {
        var values = resolution.Values.ToDictionary(value => value.Key, value => value.Value.Trim());
        var zoneId = Value("CalendarTimeZone") ?? zone;
        if (!TimeZones.TryFind(zoneId, out var found, out var problem))
            return (id, null, $"CalendarTimeZone of {id} is '{zoneId}'. {problem}");
        if (!Enum.TryParse<CalendarRule>(Value("CalendarRule") ?? nameof(CalendarRule.OpenHours), out var rule) || !Enum.IsDefined(rule))
            return (id, null, $"CalendarRule of {id} must be OpenHours or Exceptions.");
        var maxAge = DefaultMaxAge;
        if (Value("CalendarMaxAgeHours") is { } hours)
        {
            if (!double.TryParse(hours, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number is not (> 0 and <= 24 * 7))
                return (id, null, $"CalendarMaxAgeHours of {id} must be a number of hours up to 168.");
            maxAge = TimeSpan.FromHours(number);
        }

        return (id, new() { Id = id, CalendarId = Value("CalendarId"), Rule = rule, Zone = found, MaxAge = maxAge }, null);

        string? Value(string key) => values.GetValueOrDefault(key) is { Length: > 0 } text ? text : null;
    }
}
