using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.LocalHosting;

/// <summary>The system being described.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>The environment variables and the command line of the AppHost.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>The environment's name and root folder.</summary>
    IHostEnvironment Environment { get; }

    /// <summary>The services of the AppHost itself.</summary>
    IServiceCollection Services { get; }

    /// <summary>The resources so far, in the order in which they were added.</summary>
    IList<IResource> Resources { get; }

    /// <summary>Run or publish.</summary>
    DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>The folder of the AppHost's project.</summary>
    string AppHostDirectory { get; }

    /// <summary>What the AppHost does instead of running the system.</summary>
    [Experimental("ASPIREPIPELINES001")]
    IDistributedApplicationPipeline Pipeline { get; }

    /// <summary>Adds a resource.</summary>
    /// <exception cref="DistributedApplicationException">Its name is taken, or not 1–64 letters, digits and hyphens.</exception>
    IResourceBuilder<T> AddResource<T>(T resource) where T : IResource;

    /// <summary>Goes on with a resource that was added before.</summary>
    IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource;

    /// <summary>Ends the description.</summary>
    DistributedApplication Build();
}

/// <summary>What an AppHost was started for.</summary>
public enum DistributedApplicationOperation
{
    /// <summary>To run the system.</summary>
    Run,

    /// <summary>To write what is needed to deploy it.</summary>
    Publish,
}

/// <summary>What the AppHost was started for: <c>--operation publish</c>, or else run.</summary>
public sealed class DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
{
    /// <summary>The operation.</summary>
    public DistributedApplicationOperation Operation { get; } = operation;

    /// <summary>Whether the system is to be run.</summary>
    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;

    /// <summary>Whether the system is to be published.</summary>
    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;
}

/// <summary>How the AppHost itself runs.</summary>
public sealed class DistributedApplicationOptions
{
    /// <summary>The AppHost's command line.</summary>
    public string[]? Args { get; set; }

    /// <summary>Whether the dashboard is left out, as in tests.</summary>
    public bool DisableDashboard { get; set; }
}
