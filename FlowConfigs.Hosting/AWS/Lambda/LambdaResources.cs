using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS.Lambda;

/// <summary>Serves Lambda's invoke API and Runtime API: the program FlowConfigs.LambdaEmulator, which the build puts beside the AppHost.</summary>
/// <param name="name">The resource's name.</param>
public class LambdaEmulatorResource(string name) : ExecutableResource(name, "dotnet", AppContext.BaseDirectory)
{
    internal List<string> Functions { get; } = [];
}

/// <summary>Options of the Lambda emulator.</summary>
public class LambdaEmulatorOptions
{
    /// <summary>The port of both APIs; null for any free port.</summary>
    public int? HttpPort { get; set; }
}

/// <summary>A Lambda function: an executable project that asks the emulator for its events.</summary>
/// <param name="name">The function's name.</param>
public class LambdaProjectResource(string name) : ProjectResource(name);
