namespace FlowConfigs.Hosting.AWS.DynamoDB;

/// <summary>How Java starts DynamoDB Local so that only this machine reaches it.</summary>
internal static class DynamoDbLocalProgram
{
    /// <summary>Between two options, because a path can contain blanks, and Aspire trims tabs.</summary>
    private const char Separator = '|';

    /// <summary>The arguments of java before the port, in the folder of DynamoDB Local.</summary>
    /// <param name="memory">The most memory that Java takes, such as 1g.</param>
    public static string[] Start(string memory) =>
    [
        $"-Xmx{memory}", "-Djava.library.path=./DynamoDBLocal_lib", "-cp", "DynamoDBLocal.jar", "org.eclipse.jetty.xml.XmlConfiguration",
        Path.Combine(AppContext.BaseDirectory, "dynamodb-local.xml"),
    ];

    /// <summary>The last argument: DynamoDB Local's own options, of which -port is the last.</summary>
    /// <remarks>https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html</remarks>
    public static string Options(params IEnumerable<string> options) => $"options={string.Join(Separator, [.. options, "-port", ""])}";

    /// <summary>All arguments of java.</summary>
    public static string[] Arguments(string memory, int port, params IEnumerable<string> options) =>
        [.. Start(memory), $"port={port}", Options(options) + port];
}
