using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Hosting.Running;

/// <summary>
/// Says in one line that everything is healthy and where the pages are, and names a resource that has failed. Aspire shows both in the
/// dashboard only.
/// </summary>
internal sealed partial class StatusLines(
    DistributedApplicationModel model, ResourceNotificationService notifications, ILoggerFactory loggers) : BackgroundService
{
    private readonly ILogger log = loggers.CreateLogger("FlowConfigs");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(SayHealthyAsync(stoppingToken), SayFailuresAsync(stoppingToken));

    private async Task SayHealthyAsync(CancellationToken stop)
    {
        var servers = model.Resources.Where(HasHealth).ToList();
        await Task.WhenAll(servers.Select(server =>
            notifications.WaitForResourceHealthyAsync(server.Name, WaitBehavior.WaitOnResourceUnavailable, stop)));
        var pages = string.Join(", ", servers.SelectMany(server => server.Annotations.OfType<EndpointAnnotation>()
            .Where(endpoint => endpoint is { IsExternal: true, AllocatedEndpoint: not null })
            .Select(endpoint => $"{server.Name} {endpoint.AllocatedEndpoint!.UriString}")));
        Healthy(log, pages);
    }

    private async Task SayFailuresAsync(CancellationToken stop)
    {
        HashSet<string> said = [];
        await foreach (var happened in notifications.WatchAsync(stop))
        {
            var (state, code) = (happened.Snapshot.State?.Text, happened.Snapshot.ExitCode);
            if (state == KnownResourceStates.FailedToStart && said.Add($"{happened.ResourceId} start"))
                NotStarted(log, happened.Resource.Name);
            else if (state is not null && KnownResourceStates.TerminalStates.Contains(state) && code is not null and not 0
                && HasHealth(happened.Resource) && said.Add($"{happened.ResourceId} {happened.Snapshot.StartTimeStamp:O}"))
                Ended(log, happened.Resource.Name, code.Value);
        }
    }

    private static bool HasHealth(IResource resource) =>
        resource.Annotations.OfType<HealthCheckAnnotation>().Any() && !resource.Annotations.OfType<ExplicitStartupAnnotation>().Any();

    [LoggerMessage(Level = LogLevel.Information, Message = "Everything is healthy: {Pages}. Ctrl+C ends everything")]
    private static partial void Healthy(ILogger logger, string pages);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Resource} did not start, and resources that need {Resource} wait: see aspire logs {Resource}")]
    private static partial void NotStarted(ILogger logger, string resource);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "{Resource} ended with exit code {ExitCode}; the other resources continue. Start it again with aspire resource {Resource} start")]
    private static partial void Ended(ILogger logger, string resource, int exitCode);
}
