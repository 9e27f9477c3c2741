using FlowConfigs.LocalHosting.Running;
using Microsoft.Extensions.DependencyInjection;

namespace FlowConfigs.LocalHosting.Testing;

/// <summary>Reaches the resources of a running system from a test.</summary>
public static class DistributedApplicationExtensions
{
    /// <summary>A client whose base address is the resource's endpoint.</summary>
    public static HttpClient CreateHttpClient(this DistributedApplication app, string resourceName, string? endpointName = default) =>
        new() { BaseAddress = app.GetEndpoint(resourceName, endpointName) };

    /// <summary>The address of the resource's endpoint; the first HTTP endpoint if no name is given.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    /// <exception cref="DistributedApplicationException">It has no such endpoint, or the system has not been started.</exception>
    public static Uri GetEndpoint(this DistributedApplication app, string resourceName, string? endpointName = default)
    {
        var resource = app.Services.GetRequiredService<SystemRun>().Board.Find(resourceName).Resource;
        return resource is IResourceWithEndpoints listening
            ? new Uri(new EndpointReference(listening, endpointName ?? "http").Url)
            : throw new DistributedApplicationException($"Resource \"{resourceName}\" does not listen on any port");
    }
}
