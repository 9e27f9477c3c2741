using Amazon.CDK;
using Amazon.CDK.AWS.AppIntegrations;
using Amazon.CDK.AWS.Connect;
using Constructs;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// The app in the agent workspace, and the functions that contact flows may invoke. Amazon Connect Global Resiliency copies neither to
/// the other Region.
/// </summary>
internal sealed class ConnectStack : TemplateStack
{
    // https://docs.aws.amazon.com/appintegrations/latest/APIReference/API_IframeConfig.html: without a list the app could neither open the
    // window for signing in, nor give it back to the provider unsandboxed, nor save a file.
    private static readonly string[] Sandbox =
    [
        "allow-downloads", "allow-forms", "allow-modals", "allow-popups", "allow-popups-to-escape-sandbox", "allow-same-origin",
        "allow-scripts", "allow-storage-access-by-user-activation",
    ];

    // Amazon Connect documents four. Without the last two, browsers let a public page's frame ask no private address, which is where a
    // private API is: https://developer.chrome.com/blog/local-network-access
    private static readonly string[] Allowed = ["clipboard-read", "clipboard-write", "local-network-access", "local-network"];

    private const int StartLimitMilliseconds = 10_000;

    public ConnectStack(Construct scope)
        : base(scope, "60")
    {
        var application = new CfnApplication(this, "Application", new CfnApplicationProps
        {
            Name = "",
            Namespace = Sub("flow-configs-${Stage}"),
            Description = "Variables and prompts of contact flows",
            ApplicationSourceConfig = new CfnApplication.ApplicationSourceConfigProperty
            {
                ExternalUrlConfig = new CfnApplication.ExternalUrlConfigProperty
                {
                    // The Region's own API, as its config.json says.
                    AccessUrl = Sub("https://${HostName}/?region=${AWS::Region}"),
                    ApprovedOrigins = [Sub("https://${HostName}"), Value("SignInUrl")],
                },
            },
            Permissions = ["User.Details.View"],
        });
        application.AddPropertyOverride("Name", If(Given("ApplicationName"), Ref("ApplicationName"), RawSub("Flow Configs ${Stage}")));
        // Newer than this CDK.
        application.AddPropertyOverride("IframeConfig", new Dictionary<string, object>
        {
            ["Allow"] = Allowed,
            ["Sandbox"] = Sandbox,
        });
        application.AddPropertyOverride("ApplicationConfig.ContactHandling.Scope", "CROSS_CONTACTS");
        application.AddPropertyOverride("InitializationTimeout", StartLimitMilliseconds);

        Associate("ApplicationInConnect", "APPLICATION", application.AttrApplicationArn);
        Associate("GetConfigInConnect", "LAMBDA_FUNCTION", Value("GetConfigArn"));
        Associate("IsListedInConnect", "LAMBDA_FUNCTION", Value("IsListedArn"));
        Associate("VanityNumbersInConnect", "LAMBDA_FUNCTION", Value("VanityNumbersArn"));
        foreach (var (association, arn) in Microsoft365Functions.InConnect)
            Associate(association, "LAMBDA_FUNCTION", Value(arn), Given(Microsoft365Parameters.Switch));
        Publish("application-arn", application.AttrApplicationArn);
        Publish("application-namespace", Sub("flow-configs-${Stage}"));
    }

    private void Associate(string id, string type, string arn, CfnCondition? condition = null) =>
        new CfnIntegrationAssociation(this, id, new CfnIntegrationAssociationProps
        {
            InstanceId = Value("ConnectInstanceArn"),
            IntegrationType = type,
            IntegrationArn = arn,
        }).CfnOptions.Condition = condition;
}
