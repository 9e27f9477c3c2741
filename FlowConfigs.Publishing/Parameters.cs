using static FlowConfigs.Publishing.Administrator;

namespace FlowConfigs.Publishing;

/// <summary>Every parameter of every stack, each once.</summary>
internal static class Parameters
{
    public const string Arn = "arn:[a-z-]+:";

    public static IReadOnlyList<Parameter> All { get; } =
    [
        // Operations: the environment
        new("Stage", Every, "Name of this environment; the names of all its resources contain it")
        {
            FilledInBy = Operations, Default = "dev", Example = "prod", Pattern = "[a-z][a-z0-9-]{0,11}",
        },
        new("PrimaryRegion", ["40", "70"], "Primary Region. It also hosts single resources such as the CloudFront distribution")
        {
            FilledInBy = Operations, Default = "us-east-1", Example = "us-east-1", Pattern = RegionName,
        },
        new("SecondaryRegion", ["10", "40", "55", "70"], "Region of the second copy of everything; empty for one Region only")
        {
            FilledInBy = Operations, Default = "us-west-2", Example = "us-west-2", Pattern = $"(|{RegionName})",
        },
        new("CustomerKey", ["00", "10", "40"], "Whether a KMS key of your own encrypts the table; false for the key that AWS owns")
        {
            FilledInBy = Operations, Default = "false", Example = "true", Allowed = ["true", "false"],
        },
        new("LogRetentionDays", ["20", "40"], "Days for which logs are kept")
        {
            Kind = ParameterKind.Number, FilledInBy = Operations, Default = "90", Example = "365",
            Allowed = ["7", "14", "30", "60", "90", "180", "365", "731", "1827", "3653"],
        },
        new("ConnectProvisionedConcurrency", ["40"], "Instances of each Connect function that are kept warm, at about 11 US dollars a month "
            + "each in each Region; 0 for none")
        {
            Kind = ParameterKind.Number, FilledInBy = Operations, Default = "0", Example = "1", Least = 0,
        },
        new("ConnectReservedConcurrency", ["40"], "Most instances of each Connect function, set aside for it; -1 for no limit of its own")
        {
            Kind = ParameterKind.Number, FilledInBy = Operations, Default = "-1", Example = "100", Least = -1,
        },
        new("ApiReservedConcurrency", ["40"], "Most instances of the API's function, so that it leaves the rest of the account's quota to "
            + "calls; -1 for no limit of its own")
        {
            Kind = ParameterKind.Number, FilledInBy = Operations, Default = "50", Example = "50", Least = -1,
        },
        new("BackupSchedule", ["10"], "When the table is exported to the backup bucket, as EventBridge Scheduler writes it, in UTC; empty for "
            + "never")
        {
            FilledInBy = Operations, Default = "cron(0 3 ? * SUN *)", Example = "rate(7 days)", Pattern = @"(|(cron|rate)\(.+\))",
        },
        new("BackupDays", ["00"], "Days for which an export is kept in the backup bucket")
        {
            Kind = ParameterKind.Number, FilledInBy = Operations, Default = "90", Example = "365", Least = 1,
        },
        new("CacheSeconds", ["40"], "Seconds, 0 to 60, for which getConfig does not ask the table again; a change is live after them")
        {
            Kind = ParameterKind.Number, FilledInBy = Operations, Default = "0", Example = "5", Least = 0,
        },
        new("Speech", ["40"], "Whether Amazon Polly reads prompts aloud in the web app, at AWS's charge; off for the browser's voice")
        {
            FilledInBy = Operations, Default = "off", Example = "polly", Allowed = ["off", "polly"],
        },
        new("CollectorLayerArn", ["40"], "Layer version of the AWS Distro for OpenTelemetry collector, amd64; empty for none")
        {
            FilledInBy = Operations, Default = "", PerRegion = true, Pattern = $"(|{Arn}lambda:.+:layer:.+:[0-9]+)",
            Example = "arn:aws:lambda:us-east-1:901920570463:layer:aws-otel-collector-amd64-ver-0-117-0:1",
        },
        new("CertificateFile", ["40"], "PEM file of the certificate authorities that the functions trust; another one, from a layer, for a proxy")
        {
            FilledInBy = Operations, Default = $"/var/task/{LambdaBuild.Certificates}", Pattern = "/.+", Example = "/opt/certificates.pem",
        },
        new("AlarmEmail", ["70"], "Address to which alarms are sent; AWS asks it to confirm; empty for none")
        {
            FilledInBy = Operations, Default = "", Example = "flow-configs-alarms@example.com",
        },
        new("SlackWorkspaceId", ["70"], "Slack workspace that is connected with AWS Chatbot in this account; empty for none")
        {
            FilledInBy = Operations, Default = "", Example = "T0123456789", Pattern = "(|[0-9A-Z]{1,255})",
        },
        new("SlackChannelId", ["70"], "Slack channel for alarms; empty for none")
        {
            FilledInBy = Operations, Default = "", Example = "C0123456789", Pattern = "(|[A-Za-z0-9]{1,255})",
        },
        new("MonthlyBudget", ["70"], "US dollars a month of which 80 % and 100 % are reported; 0 for no budget")
        {
            Kind = ParameterKind.Number, FilledInBy = Operations, Default = "100", Example = "250", Least = 0,
        },

        .. SignInParameters.All,
        .. NetworkParameters.All,
        .. ConnectParameters.All,
        .. Microsoft365Parameters.All,
        .. ScriptParameters.All,
    ];

    private const string RegionName = "[a-z]{2}(-[a-z]+)+-[0-9]";

    private static string[] Every => [.. StackList.All.Select(stack => stack.Number)];

    public static IEnumerable<Parameter> Of(string stack) => All.Where(parameter => parameter.Stacks.Contains(stack));
}
