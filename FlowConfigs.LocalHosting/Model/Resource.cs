using System.Collections.ObjectModel;

namespace FlowConfigs.LocalHosting;

/// <summary>The annotations of one resource.</summary>
public sealed class ResourceAnnotationCollection : Collection<IResourceAnnotation>;

/// <summary>What every resource has.</summary>
public abstract class Resource(string name) : IResource
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public ResourceAnnotationCollection Annotations { get; } = [];
}

/// <summary>A .NET project of this solution, started from its build output.</summary>
public class ProjectResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport
{
    internal IProjectMetadata Metadata => Annotations.OfType<IProjectMetadata>().Last();
}

/// <summary>Any program.</summary>
public class ExecutableResource(string name, string command, string workingDirectory)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>The program, found through PATH unless it is a path.</summary>
    public string Command { get; } = command;

    /// <summary>The folder it runs in: a full path.</summary>
    public string WorkingDirectory { get; } = workingDirectory;
}

/// <summary>A value given to the AppHost: <c>Parameters:{name}</c> in its configuration, or a default.</summary>
public sealed class ParameterResource : Resource, IValueProvider, IManifestExpressionProvider
{
    private readonly Func<string?> read;

    internal ParameterResource(string name, Func<string?> read, bool secret)
        : base(name)
    {
        this.read = read;
        Secret = secret;
    }

    /// <summary>Whether the value must be masked wherever it is shown.</summary>
    public bool Secret { get; }

    /// <inheritdoc/>
    public string ValueExpression => $"{{{Name}.value}}";

    /// <inheritdoc/>
    /// <exception cref="DistributedApplicationException">The parameter has neither a value nor a default.</exception>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(
        read() ?? throw new DistributedApplicationException(
            $"Parameter \"{Name}\" has no value: set it with --Parameters:{Name}=… or the environment variable Parameters__{Name}"));
}

/// <summary>A program run by Node.js from a folder with a package.json.</summary>
public class JavaScriptAppResource(string name, string command, string workingDirectory)
    : ExecutableResource(name, command, workingDirectory), IResourceWithServiceDiscovery;

/// <summary>A script run by Node.js itself.</summary>
public sealed class NodeAppResource(string name, string command, string workingDirectory)
    : JavaScriptAppResource(name, command, workingDirectory);

/// <summary>A web app served by Vite's development server.</summary>
public sealed class ViteAppResource(string name, string command, string workingDirectory)
    : JavaScriptAppResource(name, command, workingDirectory);
