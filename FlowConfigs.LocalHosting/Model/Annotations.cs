namespace FlowConfigs.LocalHosting;

/// <summary>Asked for a resource's environment when it starts.</summary>
public sealed class EnvironmentCallbackContext
{
    internal EnvironmentCallbackContext(
        DistributedApplicationExecutionContext executionContext, IResource resource, CancellationToken cancellationToken)
    {
        ExecutionContext = executionContext;
        Resource = resource;
        CancellationToken = cancellationToken;
    }

    /// <summary>Run or publish.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>The resource that is about to start.</summary>
    public IResource Resource { get; }

    /// <summary>The variables so far: text, or a value that is known later.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; } = [];

    /// <summary>Fires when the start is called off.</summary>
    public CancellationToken CancellationToken { get; }
}

/// <summary>A link of a resource as the dashboard shows it.</summary>
public sealed class ResourceUrlAnnotation : IResourceAnnotation
{
    /// <summary>The URL; a callback may set a path, such as <c>/api</c>, which is joined to the endpoint's URL.</summary>
    public required string Url { get; set; }

    /// <summary>The text of the link.</summary>
    public string? DisplayText { get; set; }
}

/// <summary>Tells that a resource is healthy for the first time since it was started.</summary>
public sealed class ResourceReadyEvent(IResource resource, IServiceProvider services)
{
    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>The AppHost's services.</summary>
    public IServiceProvider Services { get; } = services;
}

internal sealed record EnvironmentAnnotation(Action<EnvironmentCallbackContext> Callback) : IResourceAnnotation;

internal sealed record ArgsAnnotation(IReadOnlyList<string> Args) : IResourceAnnotation;

internal sealed record WaitAnnotation(IResource Dependency, int? ExitCode) : IResourceAnnotation;

internal sealed record HttpHealthAnnotation(string Path, int StatusCode, string? EndpointName) : IResourceAnnotation;

internal sealed record UrlCallbackAnnotation(string EndpointName, Action<ResourceUrlAnnotation> Callback) : IResourceAnnotation;

internal sealed record ReadyAnnotation(Func<ResourceReadyEvent, CancellationToken, Task> Callback) : IResourceAnnotation;

internal sealed record CommandAnnotation(
    string Name, string DisplayName, Func<ExecuteCommandContext, Task<ExecuteCommandResult>> Execute, CommandOptions Options)
    : IResourceAnnotation;

internal sealed record PortArgumentAnnotation(string Option, EndpointReferenceExpression Port) : IResourceAnnotation;

internal sealed record LambdaHealthAnnotation(LambdaEmulatorResource Emulator) : IResourceAnnotation;
