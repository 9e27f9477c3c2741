namespace FlowConfigs.Publishing;

/// <summary>A function's code.</summary>
/// <param name="Name">api, connect-handler or pre-token.</param>
/// <param name="Hash">The first 16 hex digits of its SHA-256.</param>
internal sealed record Zip(string Name, string Hash)
{
    /// <summary>Its path in the output folder and its key in the bucket: an alias moves on only if the key itself changes.</summary>
    public string Key => $"lambda/{Name}-{Hash}.zip";
}

/// <summary>The code of every function.</summary>
internal sealed record Zips(Zip Api, Zip ConnectHandler, Zip PreToken)
{
    /// <summary>What stands in the place of a hash.</summary>
    public const string HashPlaceholder = "<content-hash>";

    /// <summary>
    /// As the templates in the repository name them, so that a change of code is no change of the infrastructure.
    /// </summary>
    public static Zips WithoutHashes { get; } = new(
        new("api", HashPlaceholder), new("connect-handler", HashPlaceholder), new("pre-token", HashPlaceholder));

    public IReadOnlyList<Zip> All => [Api, ConnectHandler, PreToken];
}
