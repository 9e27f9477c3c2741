using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.LocalHosting;

/// <summary>What an AppHost does instead of running the system, step by step.</summary>
[Experimental("ASPIREPIPELINES001")]
public interface IDistributedApplicationPipeline
{
    /// <summary>Adds a step.</summary>
    /// <param name="name">Its name, which <c>--step</c> takes.</param>
    /// <param name="action">What it does.</param>
    /// <param name="dependsOn">The name, or the names, of the steps that go before it.</param>
    /// <param name="requiredBy">The name, or the names, of the steps before which it goes.</param>
    void AddStep(string name, Func<PipelineStepContext, Task> action, object? dependsOn = null, object? requiredBy = null);
}

/// <summary>Steps that are always there.</summary>
[Experimental("ASPIREPIPELINES001")]
public static class WellKnownPipelineSteps
{
    /// <summary>Writes what is needed to deploy the system.</summary>
    public const string Publish = "publish";

    /// <summary>Goes before every step of publish.</summary>
    public const string PublishPrereq = "publish-prereq";
}

/// <summary>What a step works with.</summary>
[Experimental("ASPIREPIPELINES001")]
public sealed class PipelineStepContext
{
    internal PipelineStepContext(IServiceProvider services, ILogger logger, CancellationToken cancellationToken)
    {
        Services = services;
        Logger = logger;
        CancellationToken = cancellationToken;
    }

    /// <summary>The services of the AppHost itself.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Tells the user what the step does.</summary>
    public ILogger Logger { get; }

    /// <summary>Ends the step.</summary>
    public CancellationToken CancellationToken { get; }
}

/// <summary>Where steps write.</summary>
[Experimental("ASPIREPIPELINES004")]
public interface IPipelineOutputService
{
    /// <summary>The folder of <c>--output-path</c>, as an absolute path.</summary>
    string GetOutputDirectory();
}
