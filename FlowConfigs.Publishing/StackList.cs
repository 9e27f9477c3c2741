namespace FlowConfigs.Publishing;

/// <summary>A stack that publish writes.</summary>
/// <param name="Number">Two digits: its place in the order.</param>
/// <param name="Name">Its own part of the name.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Regions">Where it is deployed: primary, or both.</param>
/// <param name="Keep">
/// Whether it holds resources that cannot be restored: the stack is protected from deletion, its resources from replacement.
/// </param>
internal sealed record StackEntry(string Number, string Name, string Description, string[] Regions, bool Keep)
{
    /// <summary>Its template, relative to the output folder.</summary>
    public string Template => $"templates/{Number}-{Name}.json";
}

/// <summary>The stacks, in the order of their deployment.</summary>
internal static class StackList
{
    /// <summary>Every stack gets this tag with the stage as its value, and hands it on to its resources; the budget counts by it.</summary>
    public const string StageTag = "flow-configs-stage";

    private static readonly string[] Primary = ["primary"];
    private static readonly string[] Both = ["primary", "secondary"];

    public static IReadOnlyList<StackEntry> All { get; } =
    [
        new("00", "artifacts", "buckets of the functions' zips and of backups, and the table's key", Both, Keep: false),
        new("10", "data", "the table, with its copy in the secondary Region", Primary, Keep: true),
        new("20", "identity", "user pool, federated to the provider that Amazon Connect signs in with", Both, Keep: true),
        new("30", "authz", "policy store of Verified Permissions", Both, Keep: true),
        new("40", "api", "functions and REST API", Both, Keep: false),
        new("50", "web-bucket", "bucket of the web app's files", Both, Keep: false),
        new("55", "web", "CloudFront distribution of the web app", Primary, Keep: false),
        new("60", "connect", "app in the agent workspace, and its functions for contact flows", Both, Keep: false),
        new("70", "watch", "alarms, dashboard, notifications, budget", Both, Keep: false),
    ];

    public static StackEntry Of(string number) => All.Single(stack => stack.Number == number);

    /// <summary>What CloudFormation calls the stack.</summary>
    public static string StackName(string stage, string name) => $"flow-configs-{stage}-{name}";
}
