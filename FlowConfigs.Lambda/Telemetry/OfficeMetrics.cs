using System.Diagnostics.Metrics;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>
/// What the functions of Microsoft 365 measure: the alarms calendar-age, calendar-errors, m365-secret-expires and mail-stuck look at it.
/// </summary>
public static class OfficeMetrics
{
    private static readonly Meter Meter = FlowConfigsTelemetry.Meter;

    private static readonly Gauge<long> Age =
        Meter.CreateGauge<long>("flowconfigs.calendar.age", "s", "Age of the oldest office calendar in the table");

    private static readonly Counter<long> Errors =
        Meter.CreateCounter<long>("flowconfigs.calendar.errors", "{error}", "Office calendars that could not be read");

    private static readonly Gauge<long> SecretDays =
        Meter.CreateGauge<long>("flowconfigs.m365.secret_days", "d", "Days until the secret of Microsoft 365 ends");

    private static readonly Counter<long> Sent =
        Meter.CreateCounter<long>("flowconfigs.mail.sent", "{mail}", "Mails that Microsoft has accepted");

    private static readonly Counter<long> Stuck =
        Meter.CreateCounter<long>("flowconfigs.mail.stuck", "{mail}", "Mails that wait for a person");

    /// <summary>Calendars have been refreshed, or not.</summary>
    /// <param name="oldest">The age of the oldest one in the table; null where there is none.</param>
    /// <param name="errors">How many could not be read.</param>
    /// <param name="secretLeft">For how long the secret is still good; null where that is unknown.</param>
    public static void Refreshed(TimeSpan? oldest, int errors, TimeSpan? secretLeft)
    {
        if (oldest is { } age)
            Age.Record((long)age.TotalSeconds);
        if (errors > 0)
            Errors.Add(errors);
        if (secretLeft is { } left)
            SecretDays.Record((long)left.TotalDays);
    }

    /// <summary>The outbox has been worked through.</summary>
    /// <param name="sent">How many mails Microsoft has accepted.</param>
    /// <param name="stuck">How many now wait for a person.</param>
    public static void Delivered(int sent, int stuck)
    {
        if (sent > 0)
            Sent.Add(sent);
        if (stuck > 0)
            Stuck.Add(stuck);
    }
}
