using System.Text.Json.Nodes;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>The metrics of office calendar and mail, as <see cref="ProductMetrics"/>, and their graphs.</summary>
internal static class Microsoft365Metrics
{
    public const string CalendarAge = "flowconfigs.calendar.age";
    public const string CalendarErrors = "flowconfigs.calendar.errors";
    public const string SecretDays = "flowconfigs.m365.secret_days";
    public const string MailSent = "flowconfigs.mail.sent";
    public const string MailStuck = "flowconfigs.mail.stuck";

    public static IEnumerable<JsonObject> Graphs =>
    [
        Dashboard.Graph("Office calendar: age in seconds, and errors", "Maximum", Dashboard.Own(CalendarAge), Dashboard.Own(CalendarErrors)),
        Dashboard.Graph("Mail, and days until the secret of Microsoft 365 ends", "Maximum", Dashboard.Own(MailSent), Dashboard.Own(MailStuck),
            Dashboard.Own(SecretDays)),
    ];
}
