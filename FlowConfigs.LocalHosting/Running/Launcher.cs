using System.Globalization;
using FlowConfigs.LocalHosting.Dashboard;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>Knows how a resource of each kind is started.</summary>
internal sealed class Launcher(DynamoDbLocalInstall dynamoDbLocal, EmulatorInProcess emulator)
{
    /// <param name="resource">What to start.</param>
    /// <param name="environment">Its variables.</param>
    /// <param name="output">Takes the lines that it writes.</param>
    /// <param name="progress">Takes what the user should know while it takes long.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public async Task<IRunning> StartAsync(
        IResource resource, IReadOnlyList<EnvironmentView> environment, Action<bool, string> output, Action<string> progress,
        CancellationToken cancellationToken)
    {
        if (resource is LambdaEmulatorResource)
        {
            var port = resource.Annotations.OfType<EndpointAnnotation>().Single().AllocatedPort!.Value;
            return await emulator.StartAsync(port, output, cancellationToken);
        }

        var command = await CommandAsync(resource, progress, cancellationToken);
        command = command with { Environment = environment.ToDictionary(variable => variable.Name, variable => variable.Value) };
        return resource is NpmInstallerResource installer
            ? new NpmInstall(installer, command, output, progress)
            : await ProcessGroup.StartAsync(command, output);
    }

    private async Task<ProcessCommand> CommandAsync(IResource resource, Action<string> progress, CancellationToken cancellationToken)
    {
        var arguments = Arguments(resource);
        switch (resource)
        {
            case ProjectResource { Metadata: var project }:
                return new ProcessCommand(Programs.Dotnet, [project.TargetPath, .. arguments], Path.GetDirectoryName(project.ProjectPath)!);

            case DynamoDBLocalResource dynamo:
                var folder = await dynamoDbLocal.FolderAsync(progress, cancellationToken);
                return new ProcessCommand("java", [.. DynamoArguments(dynamo), .. arguments], folder);

            case ExecutableResource program:
                var ports = await PortArgumentsAsync(resource, cancellationToken);
                return new ProcessCommand(program.Command, [.. arguments, .. ports], program.WorkingDirectory);

            default:
                throw new DistributedApplicationException($"a {resource.GetType().Name} cannot be started here");
        }
    }

    private static IEnumerable<string> Arguments(IResource resource) =>
        resource.Annotations.OfType<ArgsAnnotation>().SelectMany(annotation => annotation.Args);

    private static async Task<IReadOnlyList<string>> PortArgumentsAsync(IResource resource, CancellationToken cancellationToken)
    {
        var arguments = new List<string>();
        foreach (var annotation in resource.Annotations.OfType<PortArgumentAnnotation>())
            arguments.AddRange([annotation.Option, await annotation.Port.GetValueAsync(cancellationToken) ?? ""]);

        return arguments;
    }

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html
    private static List<string> DynamoArguments(DynamoDBLocalResource dynamo)
    {
        var options = dynamo.Options;
        var port = new EndpointReference(dynamo, "http").Port.ToString(CultureInfo.InvariantCulture);
        List<string> arguments = ["-Xmx1g", "-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-port", port];
        if (options.SharedDb)
            arguments.Add("-sharedDb");

        if (options.DisableDynamoDBLocalTelemetry)
            arguments.Add("-disableTelemetry");

        if (options.LocalStorageDirectory is { Length: > 0 } folder)
            arguments.AddRange(["-dbPath", Directory.CreateDirectory(folder).FullName]);
        else if (options.InMemory)
            arguments.Add("-inMemory");

        return arguments;
    }
}
