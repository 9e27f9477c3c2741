using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace FlowConfigs.Lambda.Aws;

/// <summary>How programs that a caller waits for connect to DynamoDB, and as whom.</summary>
public static class InCallConnections
{
    /// <summary>Keeps connections for five quiet minutes, so that a call in a quiet hour does not pay for a new handshake.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        ConnectTimeout = TimeLimits.Of(TimeSpan.FromMilliseconds(800)),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        UseCookies = false,
    };

    /// <summary>
    /// Lambda gives a function its credentials in the environment and ends the process before they do; elsewhere the SDK's own chain finds
    /// them. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
    /// </summary>
    /// <exception cref="AmazonClientException">There are none.</exception>
    public static AWSCredentials Credentials(DynamoDbOptions options, Func<string, string?> variable)
    {
        if (LocalCredentials(options) is { } local)
            return local;
        return (variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"), variable("AWS_SESSION_TOKEN")) is
            ({ Length: > 0 } id, { Length: > 0 } secret, { Length: > 0 } token)
            ? new SessionAWSCredentials(id, secret, token)
            : DefaultAWSCredentialsIdentityResolver.GetCredentials();
    }

    // DynamoDB Local accepts any credentials; real ones have no business there. null: the SDK's own chain.
    internal static BasicAWSCredentials? LocalCredentials(DynamoDbOptions options) =>
        options.EndpointUrl is { } url && new Uri(url).IsLoopback ? new BasicAWSCredentials("local", "local") : null;
}
