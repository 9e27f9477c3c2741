namespace FlowConfigs.LocalHosting;

/// <summary>
/// Amazon's DynamoDB Local. Aspire runs it as a container; here it is the same program on the machine's Java
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html).
/// </summary>
public sealed class DynamoDBLocalResource(string name, DynamoDBLocalOptions options)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport
{
    internal DynamoDBLocalOptions Options { get; } = options;
}

/// <summary>How DynamoDB Local runs; the meaning of each option is in its usage notes
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html).</summary>
public class DynamoDBLocalOptions
{
    /// <summary>One database for all credentials and Regions.</summary>
    public bool SharedDb { get; set; }

    /// <summary>Keep the data in memory and lose it at the end.</summary>
    public bool InMemory { get; set; }

    /// <summary>The folder in which the data is kept between runs.</summary>
    public string? LocalStorageDirectory { get; set; }

    /// <summary>Send nothing to AWS about its use.</summary>
    public bool DisableDynamoDBLocalTelemetry { get; set; }

    /// <summary>The port to listen on; a free one if null.</summary>
    public int? Port { get; set; }
}

/// <summary>Serves Lambda's invoke API and Runtime API. It runs inside the AppHost.</summary>
public class LambdaEmulatorResource(string name) : ExecutableResource(name, "(in the AppHost)", Environment.CurrentDirectory);

/// <summary>How the Lambda emulator runs.</summary>
public class LambdaEmulatorOptions
{
    /// <summary>The port to listen on; a free one if null.</summary>
    public int? Port { get; set; }

    /// <summary>No HTTPS endpoint; ours never has one.</summary>
    public bool DisableHttpsEndpoint { get; set; }
}

/// <summary>A Lambda function: an executable project that asks the emulator for its events.</summary>
public class LambdaProjectResource(string name) : ProjectResource(name);

/// <summary>How a Lambda function is run; there is nothing to set yet.</summary>
public class LambdaFunctionOptions;

/// <summary>The AWS Region that resources are given.</summary>
public interface IAWSSDKConfig
{
    /// <summary>The Region's name, such as <c>us-east-1</c>.</summary>
    string? Region { get; set; }
}

internal sealed class AwsSdkConfig : IAWSSDKConfig
{
    public string? Region { get; set; }
}
