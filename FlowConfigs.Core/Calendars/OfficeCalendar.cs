using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Calendars;

/// <summary>Which events of a calendar decide.</summary>
[JsonConverter(typeof(EnumNames<CalendarRule>))]
public enum CalendarRule
{
    /// <summary>Events of the category Open are the opening hours; at any other time the office is closed.</summary>
    OpenHours,

    /// <summary>The office is open as Amazon Connect's own hours say, unless an event closes it.</summary>
    Exceptions,
}

/// <summary>When an office is open, made from its calendar: everything that a function needs to answer without asking elsewhere.</summary>
public sealed record OfficeCalendar
{
    /// <summary>The config that names the calendar.</summary>
    public required ConfigId Id { get; init; }

    /// <summary>Which events decide.</summary>
    public required CalendarRule Rule { get; init; }

    /// <summary>The office's time zone.</summary>
    public required string Zone { get; init; }

    /// <summary>From when on the calendar is known.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when the calendar is known.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>When the calendar was read.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>From when on the data is stale: a refresh should have replaced it.</summary>
    public required DateTimeOffset FreshUntil { get; init; }

    /// <summary>From when on the data is too old to be used.</summary>
    public required DateTimeOffset GoodUntil { get; init; }

    /// <summary>The offsets of the zone's clock from <see cref="From"/> on, the earliest first.</summary>
    public required IReadOnlyList<ZoneOffset> Offsets { get; init; }

    /// <summary>When the office is open, in order, without overlaps.</summary>
    public IReadOnlyList<OpenSpan> Open { get; init => field = value ?? []; } = [];

    /// <summary>The events that decide, in order of their start.</summary>
    public IReadOnlyList<OfficeEvent> Events { get; init => field = value ?? []; } = [];

    /// <summary>The instant with the offset of the zone's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromMinutes((Offsets.LastOrDefault(offset => offset.From <= at) ?? Offsets[0]).Minutes));
}

/// <summary>A time in which an office is open.</summary>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant after it.</param>
public sealed record OpenSpan(DateTimeOffset From, DateTimeOffset Until);

/// <summary>The offset of a zone's clock.</summary>
/// <param name="From">From when on it is valid.</param>
/// <param name="Minutes">Minutes before UTC are below zero.</param>
public sealed record ZoneOffset(DateTimeOffset From, int Minutes);

/// <summary>An event that opens or closes an office.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="Until">The first instant after it.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Subject">Its subject; empty for a private one.</param>
public sealed record OfficeEvent(DateTimeOffset From, DateTimeOffset Until, OfficeEventKind Kind, string Subject);

/// <summary>What an event does to an office.</summary>
[JsonConverter(typeof(EnumNames<OfficeEventKind>))]
public enum OfficeEventKind
{
    /// <summary>It has the category Open.</summary>
    Opens,

    /// <summary>It has the category Closed.</summary>
    Closes,

    /// <summary>It is shown as out of office.</summary>
    OutOfOffice,
}
