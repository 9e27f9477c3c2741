using System.Runtime.CompilerServices;
using FlowConfigs.LocalHosting.Dashboard;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>Tells how the resources are, and passes commands on to them.</summary>
internal sealed class ResourceBoard(IServiceProvider services) : IResourceBoard
{
    /// <summary>Raised after every change of a view.</summary>
    public Broadcast Changed { get; } = new();

    public List<ResourceRun> Runs { get; } = [];

    public IReadOnlyList<ResourceView> Resources => [.. Runs.Select(run => run.View)];

    public async IAsyncEnumerable<ResourceView> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, ResourceView>();
        while (true)
        {
            var more = Changed.Next;
            foreach (var view in Resources.Where(view => !ReferenceEquals(seen.GetValueOrDefault(view.Name), view)))
            {
                seen[view.Name] = view;
                yield return view;
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    public IAsyncEnumerable<ConsoleLine> ConsoleAsync(string resource, CancellationToken cancellationToken) =>
        Find(resource).Console.ReadAsync(cancellationToken);

    public async Task<ExecuteCommandResult> ExecuteAsync(string resource, string command, CancellationToken cancellationToken)
    {
        var run = Find(resource);
        var view = run.View.Commands.FirstOrDefault(c => c.Name == command)
            ?? throw new KeyNotFoundException($"\"{resource}\" has no command \"{command}\"");
        if (!view.Enabled)
            return CommandResults.Failure($"\"{resource}\" is {run.View.State}: it does not take \"{view.DisplayName}\" now");

        if (command is "stop" or "restart")
            await run.StopAsync();

        if (command is "start" or "restart")
            run.Start();

        return run.Resource.Annotations.OfType<CommandAnnotation>().FirstOrDefault(c => c.Name == command) is { } custom
            ? await custom.Execute(new ExecuteCommandContext
            {
                ServiceProvider = services,
                ResourceName = resource,
                CancellationToken = cancellationToken,
            })
            : CommandResults.Success();
    }

    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public ResourceRun Find(string resource) => Runs.FirstOrDefault(run => run.Resource.Name == resource)
        ?? throw new KeyNotFoundException(
            $"There is no resource \"{resource}\"; there are {string.Join(", ", Runs.Select(run => run.Resource.Name))}");

    /// <summary>Returns as soon as the resource is as asked.</summary>
    public async Task<ResourceView> WaitAsync(string resource, Func<ResourceView, bool> isMet, CancellationToken cancellationToken)
    {
        var run = Find(resource);
        while (true)
        {
            var more = Changed.Next;
            if (isMet(run.View))
                return run.View;

            await more.WaitAsync(cancellationToken);
        }
    }
}
