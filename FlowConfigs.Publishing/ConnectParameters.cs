using static FlowConfigs.Publishing.Administrator;

namespace FlowConfigs.Publishing;

/// <summary>What the administrator of Amazon Connect knows.</summary>
internal static class ConnectParameters
{
    public static IReadOnlyList<Parameter> All { get; } =
    [
        new("ConnectInstanceArn", ["40", "60", "70"], "Amazon Connect instance with the flows and the agent workspace")
        {
            FilledInBy = AmazonConnect, PerRegion = true, Pattern = $"{Parameters.Arn}connect:[a-z0-9-]+:[0-9]{{12}}:instance/[a-z0-9-]+",
            Example = "arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-3333-4444-555555555555",
        },
        new("ApplicationName", ["60"], "Name of the app in the agent workspace; empty for Flow Configs and the stage's name, because two apps of "
            + "an account cannot have the same")
        {
            // https://docs.aws.amazon.com/appintegrations/latest/APIReference/API_CreateApplication.html
            FilledInBy = AmazonConnect, Default = "", Example = "Flow Configs", Pattern = "(|[a-zA-Z0-9/._ -]{1,255})",
        },
        new("FrameAncestors", ["55"], "Origins that may frame the web app, with spaces between them")
        {
            FilledInBy = AmazonConnect, Default = "https://*.my.connect.aws https://*.awsapps.com",
            Example = "https://example.my.connect.aws", Pattern = "https://[^ ;,]+( https://[^ ;,]+)*",
        },
    ];
}
