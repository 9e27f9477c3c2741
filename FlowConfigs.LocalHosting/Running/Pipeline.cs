using Microsoft.Extensions.Logging;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>The steps that an AppHost has described, and the one that the command line asks for with all that goes before it.</summary>
internal sealed class Pipeline : IDistributedApplicationPipeline
{
    private readonly List<Step> steps =
    [
        new(WellKnownPipelineSteps.PublishPrereq, _ => Task.CompletedTask, [], []),
        new(WellKnownPipelineSteps.Publish, _ => Task.CompletedTask, [WellKnownPipelineSteps.PublishPrereq], []),
    ];

    public void AddStep(string name, Func<PipelineStepContext, Task> action, object? dependsOn = null, object? requiredBy = null)
    {
        if (steps.Any(step => step.Name == name))
            throw new DistributedApplicationException($"There are two steps named \"{name}\": give one of them another name");
        steps.Add(new Step(name, action, Names(dependsOn), Names(requiredBy)));
    }

    /// <exception cref="DistributedApplicationException">There is no such step, or a step says what is missing.</exception>
    public async Task RunAsync(string name, IServiceProvider services, ILogger logger, CancellationToken cancellationToken)
    {
        var last = Find(name);
        var context = new PipelineStepContext(services, logger, cancellationToken);
        foreach (var step in Before(last, []).Append(last).Distinct())
            await step.Action(context);
    }

    private Step Find(string name) => steps.Find(step => step.Name == name) ?? throw new DistributedApplicationException(
        $"--step {name} is not known: there are {string.Join(", ", Offered())}");

    private IEnumerable<string> Offered() =>
        steps.Select(step => step.Name).Where(name => name != WellKnownPipelineSteps.PublishPrereq);

    private IEnumerable<Step> Before(Step step, IReadOnlyList<Step> above)
    {
        if (above.Contains(step))
            throw new DistributedApplicationException($"The step \"{step.Name}\" waits for itself: look at dependsOn and requiredBy");
        return steps
            .Where(other => step.DependsOn.Contains(other.Name) || other.RequiredBy.Contains(step.Name))
            .SelectMany(other => Before(other, [.. above, step]).Append(other));
    }

    private static string[] Names(object? names) => names switch
    {
        null => [],
        string name => [name],
        IEnumerable<string> several => [.. several],
        _ => throw new DistributedApplicationException($"A step is named by a text, not by {names}"),
    };

    private sealed record Step(string Name, Func<PipelineStepContext, Task> Action, string[] DependsOn, string[] RequiredBy);
}

/// <summary>The folder that the command line names.</summary>
internal sealed class PipelineOutput(string? path) : IPipelineOutputService
{
    public string GetOutputDirectory() => Path.GetFullPath(path ?? throw new DistributedApplicationException(
        "--output-path is missing: it names the folder to write to, as in --output-path out"));
}
