namespace FlowConfigs.Publishing;

/// <summary>What the ops script gives by itself: what other stacks have published, and what it works out.</summary>
internal static class ScriptParameters
{
    public static IReadOnlyList<Parameter> All { get; } =
    [
        // A function's version is made anew when this changes, which is when its parameters or its code have.
        new("Release", ["40"], "Changes with every change of code or parameters: the SHA-256 of flow-configs.env and of the template")
        {
            Example = "0123456789abcdef", Pattern = "[0-9a-z]{1,64}",
        },
        new("Protected", ["10", "20", "30"], "Whether deletion protection is on: false only while ops creates the stack for the first time")
        {
            Default = "true", Example = "true", Allowed = ["true", "false"],
        },
        new("BackupBucket", ["10"], "Bucket of the scheduled exports: backup-bucket of the secondary Region, or of the only one")
        {
            Example = "flow-configs-dev-artifacts-backups-1a2b3c4d5e6f",
        },
        new("DistributionId", ["50", "70"], "CloudFront distribution that reads the web app's files; * until there is one")
        {
            Default = "*", Example = "E1234567890ABC",
        },
        new("ConnectSources", ["55"], "Origins that the web app calls: connect-sources of every Region, with spaces between them")
        {
            Example = "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com", Pattern = "https://[^ ;,]+( https://[^ ;,]+)*",
        },

        Shared("ArtifactBucket", "artifact-bucket", "20", "40"),
        Shared("UserPoolId", "user-pool-id", "40"),
        Shared("UserPoolArn", "user-pool-arn", "30", "40"),
        Shared("WebClientId", "web-client-id", "30", "40"),
        Shared("SignInUrl", "sign-in-url", "40", "60"),
        Shared("PolicyStoreId", "policy-store-id", "40"),
        Shared("PolicyStoreArn", "policy-store-arn", "40"),
        Shared("GetConfigArn", "get-config-arn", "60"),
        Shared("IsListedArn", "is-listed-arn", "60"),
        Shared("VanityNumbersArn", "vanity-numbers-arn", "60"),
        .. Microsoft365Parameters.Shared,
    ];

    public static Parameter Shared(string name, string key, params string[] stacks) =>
        new(name, stacks, Outputs.Of(key).Description)
        {
            Kind = ParameterKind.Shared,
            SharedKey = key,
            Default = Outputs.SsmName("dev", key),
        };
}
