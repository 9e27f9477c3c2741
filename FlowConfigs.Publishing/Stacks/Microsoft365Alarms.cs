using Amazon.CDK;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>The alarms of the office calendar and mail.</summary>
internal static class Microsoft365Alarms
{
    private const int OldSeconds = 3600;
    private const int DaysBeforeEnd = 30;
    private const string Errors = "An office calendar can't be read: the log of refresh-calendar names the step that removes the cause";

    public static void Add(Alarms alarms, CfnCondition isOn)
    {
        foreach (var name in Microsoft365Functions.Names)
            alarms.AddFunction(name, isOn);
        alarms.AddOwn("calendar-age", "The office calendar is more than an hour old: flows get stale answers, and none later", Microsoft365Metrics.CalendarAge,
            OldSeconds, isOn, "Maximum");
        alarms.AddOwn("calendar-errors", Errors, Microsoft365Metrics.CalendarErrors, 1, isOn, minutes: 5);
        alarms.AddOwn("mail-stuck", "A mail was refused, or nobody knows whether it was sent: docs/guide-m365.md says what to do", Microsoft365Metrics.MailStuck, 1,
            isOn, minutes: 5);
        alarms.AddOwn("m365-secret-expires", "The secret of Microsoft 365 ends in 30 days: create another one (TODO 5)", Microsoft365Metrics.SecretDays,
                DaysBeforeEnd, isOn, "Minimum", minutes: 5)
            .ComparisonOperator = "LessThanOrEqualToThreshold";
    }
}
