using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS.DynamoDB;

/// <summary>AWS's own DynamoDB Local, run by the machine's Java (version 11 or later).</summary>
/// <param name="name">The resource's name.</param>
/// <param name="folder">The folder that contains DynamoDBLocal.jar once the resource starts.</param>
public class DynamoDBLocalResource(string name, string folder) : ExecutableResource(name, "java", folder);

/// <summary>
/// Options of DynamoDB Local. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html
/// </summary>
public class DynamoDBLocalOptions
{
    /// <summary>One database for all Regions and access keys.</summary>
    public bool SharedDb { get; set; }

    /// <summary>Keep the data in memory; it ends with the process. <see cref="LocalStorageDirectory"/> takes precedence.</summary>
    public bool InMemory { get; set; }

    /// <summary>The folder for the data; it is created when it is missing.</summary>
    public string? LocalStorageDirectory { get; set; }

    /// <summary>Send no usage data to AWS.</summary>
    public bool DisableDynamoDBLocalTelemetry { get; set; }

    /// <summary>The port; null for any free port.</summary>
    public int? Port { get; set; }
}
