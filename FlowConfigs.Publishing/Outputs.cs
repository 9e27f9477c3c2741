using static FlowConfigs.Publishing.Administrator;

namespace FlowConfigs.Publishing;

/// <summary>What a stack tells other stacks and people: an output of the stack, and an SSM parameter of its Region.</summary>
/// <param name="Stack">The number of the stack.</param>
/// <param name="Key">The last part of the SSM parameter's name; as an output it is UserPoolId for user-pool-id.</param>
/// <param name="Description">One sentence, without a full stop.</param>
/// <param name="For">The administrator who needs it, null where only stacks and the ops script do.</param>
internal sealed record Output(string Stack, string Key, string Description, Administrator? For = null)
{
    /// <summary>Its name among the stack's outputs.</summary>
    public string Name => string.Concat(Key.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}

/// <summary>Every output of every stack.</summary>
internal static class Outputs
{
    public static IReadOnlyList<Output> All { get; } =
    [
        new("00", "artifact-bucket", "Bucket of the functions' zips", Operations),
        new("00", "backup-bucket", "Bucket of the table's exports; those of the secondary Region's are used where there is one", Operations),
        new("10", "table-name", "The table; the same in both Regions", Operations),
        new("10", "table-stream-arn", "The stream of the table's changes", Operations),
        new("20", "user-pool-id", "The user pool", SingleSignOn),
        new("20", "user-pool-arn", "The user pool's ARN"),
        new("20", "web-client-id", "The web app's client of the user pool", SingleSignOn),
        new("20", "sign-in-url", "Where the user pool's pages are", SingleSignOn),
        new("20", "sign-in-provider", "The user pool's name for the provider", SingleSignOn),
        new("20", "saml-entity-id", "Entity id of the user pool, to enter at a SAML provider", SingleSignOn),
        new("20", "saml-reply-url", "Reply address of the user pool, to enter at a SAML provider", SingleSignOn),
        new("20", "oidc-redirect-url", "Redirect address of the user pool, to enter at an OIDC provider", SingleSignOn),
        new("30", "policy-store-id", "The policy store", Operations),
        new("30", "policy-store-arn", "The policy store's ARN"),
        new("40", "api-id", "The REST API", Network),
        new("40", "api-url", "Address of the API, without /api at its end", Network),
        new("40", "connect-sources", "Origins that the web app calls in this Region"),
        new("40", "get-config-arn", "getConfig, for contact flows to invoke", AmazonConnect),
        new("40", "is-listed-arn", "isListed, for contact flows to invoke", AmazonConnect),
        new("40", "vanity-numbers-arn", "vanityNumbers, for contact flows to invoke", AmazonConnect),
        .. Microsoft365Parameters.Outputs,
        new("50", "web-bucket", "Bucket of the web app's files", Operations),
        new("55", "distribution-id", "The CloudFront distribution", Operations),
        new("55", "distribution-domain", "Host to which the host name's DNS record leads", Network),
        new("60", "application-arn", "The app in the agent workspace", AmazonConnect),
        new("60", "application-namespace", "Under this name security profiles let agents use the app", AmazonConnect),
        new("70", "alarm-topic-arn", "Topic to which alarms go", Operations),
        new("70", "dashboard-url", "Address of the dashboard", Operations),
    ];

    public static Output Of(string key) => All.Single(output => output.Key == key);

    public static IEnumerable<Output> Of(StackEntry stack) => All.Where(output => output.Stack == stack.Number);

    /// <summary>The SSM parameter that holds an output.</summary>
    public static string SsmName(string stage, string key) => $"/flow-configs/{stage}/{key}";
}
