using static FlowConfigs.Publishing.Administrator;

namespace FlowConfigs.Publishing;

/// <summary>What the administrator of Microsoft 365 knows. With an empty tenant there is nothing of Microsoft 365 in the stacks.</summary>
internal static class Microsoft365Parameters
{
    /// <summary>The parameter that switches everything on.</summary>
    public const string Switch = "M365TenantId";

    private const string GuidOrNone = "(|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})";
    private const string HttpsAddress = "https://[A-Za-z0-9.-]+";

    /// <summary>What the functions tell flows and the administrator of Microsoft 365.</summary>
    public static IReadOnlyList<Output> Outputs { get; } =
    [
        new("40", "office-calendar-arn", "officeCalendar, for contact flows to invoke; off without Microsoft 365", AmazonConnect),
        new("40", "send-mail-arn", "sendMail, for contact flows to invoke; off without Microsoft 365", AmazonConnect),
        new("40", "refresh-calendar-role-arn", "Role of refreshCalendar, for a federated credential; off without Microsoft 365", Microsoft365),
        new("40", "deliver-mail-role-arn", "Role of deliverMail, for a federated credential; off without Microsoft 365", Microsoft365),
    ];

    /// <summary>Those of them that stack 60 reads.</summary>
    public static IEnumerable<Parameter> Shared =>
        [ScriptParameters.Shared("OfficeCalendarArn", "office-calendar-arn", "60"), ScriptParameters.Shared("SendMailArn", "send-mail-arn", "60")];

    public static IReadOnlyList<Parameter> All { get; } =
    [
        new(Switch, ["40", "60", "70"], "GUID of the Microsoft 365 tenant; empty for neither office calendar nor mail")
        {
            FilledInBy = Microsoft365, Default = "", Example = "5b1e0b9e-6f0a-4d2c-9a3e-1f2d3c4b5a60", Pattern = GuidOrNone,
        },
        new("M365ClientId", ["40"], "Application (client) id of the app in the tenant")
        {
            FilledInBy = Microsoft365, Default = "", Example = "c1a7e2d4-3b5f-4c6d-8e9f-0a1b2c3d4e5f", Pattern = GuidOrNone,
        },
        new("M365Mailbox", ["40"], "Address of the mailbox with the calendar; mail is sent from it")
        {
            FilledInBy = Microsoft365, Default = "", Example = "office@example.com", Pattern = "(|[^@ ]+@[^@ ]+)",
        },
        new("M365Auth", ["40"], "How the app signs in: secret for a secret or certificate in Secrets Manager, federation for no secret")
        {
            FilledInBy = Microsoft365, Default = "secret", Example = "federation", Allowed = ["secret", "federation"],
        },
        new("M365SecretName", ["40"], "Secret in Secrets Manager, in each Region, that holds the app's secret or certificate as JSON")
        {
            FilledInBy = Microsoft365, Default = "flow-configs/m365", Example = "flow-configs/prod/m365",
            Pattern = "[A-Za-z0-9/_+=.@-]{1,512}",
        },
        new("M365TimeZone", ["40"], "Time zone, by its IANA name, of offices whose config names none")
        {
            FilledInBy = Microsoft365, Default = "UTC", Example = "America/Chicago", Pattern = "[A-Za-z0-9_+/-]{1,64}",
        },
        new("M365LoginUrl", ["40"], "Address of Microsoft's sign-in; another one for a national cloud")
        {
            FilledInBy = Microsoft365, Default = "https://login.microsoftonline.com", Example = "https://login.microsoftonline.us",
            Pattern = HttpsAddress,
        },
        new("M365GraphUrl", ["40"], "Address of Microsoft Graph; another one for a national cloud")
        {
            FilledInBy = Microsoft365, Default = "https://graph.microsoft.com", Example = "https://graph.microsoft.us", Pattern = HttpsAddress,
        },
    ];
}
