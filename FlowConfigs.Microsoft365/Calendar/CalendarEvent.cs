namespace FlowConfigs.Microsoft365.Calendar;

/// <summary>An event of a Microsoft 365 calendar, as far as it can open or close an office.</summary>
public sealed record CalendarEvent
{
    public required string Subject { get; init; }

    /// <summary>Its start in UTC; of an all-day event the date alone, which is the same in every zone.</summary>
    public required DateTime Start { get; init; }

    /// <summary>The first moment after it, in the same form.</summary>
    public required DateTime End { get; init; }

    public bool IsAllDay { get; init; }

    public bool IsCancelled { get; init; }

    public bool IsDeclined { get; init; }

    /// <summary>Whether others must not see its subject: the event is private, personal or confidential.</summary>
    public bool IsPrivate { get; init; }

    public bool IsOutOfOffice { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];
}
