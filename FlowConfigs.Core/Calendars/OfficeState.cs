namespace FlowConfigs.Core.Calendars;

/// <summary>Whether an office is open at an instant, and why.</summary>
public sealed record OfficeState
{
    /// <summary>Whether it is open.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>When an open office closes; null when it stays open for as long as the calendar is known.</summary>
    public DateTimeOffset? OpenUntil { get; init; }

    /// <summary>When a closed office opens; null when it stays closed for as long as the calendar is known.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>The event that decides; null where none does.</summary>
    public OfficeEvent? Event { get; init; }

    /// <summary>Why, as flows and pages read it.</summary>
    public required string Reason { get; init; }

    /// <summary>Says whether an office is open at an instant; null where the calendar is not known then.</summary>
    public static OfficeState? At(OfficeCalendar calendar, DateTimeOffset at)
    {
        if (at < calendar.From || at >= calendar.Until)
            return null;
        var open = calendar.Open.FirstOrDefault(span => span.From <= at && at < span.Until);
        // Of several the one that ends last: it is the one that the end of the state depends on.
        var decides = calendar.Events
            .Where(e => e.From <= at && at < e.Until && e.Kind == OfficeEventKind.Opens == open is not null)
            .MaxBy(e => e.Until);
        return new()
        {
            IsOpen = open is not null,
            OpenUntil = open?.Until < calendar.Until ? open.Until : null,
            OpensAt = open is null ? calendar.Open.FirstOrDefault(span => span.From > at)?.From : null,
            Event = decides,
            Reason = Why(open is not null, decides?.Kind),
        };
    }

    private static string Why(bool isOpen, OfficeEventKind? kind) => (isOpen, kind) switch
    {
        (true, OfficeEventKind.Opens) => "open-event",
        (true, _) => "no-exception",
        (false, OfficeEventKind.Closes) => "closed-event",
        (false, OfficeEventKind.OutOfOffice) => "out-of-office",
        _ => "no-open-event",
    };
}
