using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace FlowConfigs.Hosting.Running;

/// <summary>A port that must be free, and the name of the resource that listens on it.</summary>
internal sealed record FixedPort(int Number, string Owner);

/// <summary>The ports of a system.</summary>
internal static class Ports
{
    /// <summary>The fixed ports of resources and dashboard. With random ports there are none.</summary>
    public static IReadOnlyList<FixedPort> Of(IEnumerable<IResource> resources, IConfiguration configuration) =>
        configuration.GetValue<bool>("DcpPublisher:RandomizePorts")
            ? []
            : [.. resources.SelectMany(Endpoints), .. Dashboard(configuration)];

    /// <summary>Whether no program listens on the port of this machine's loopback addresses.</summary>
    public static bool IsFree(int port) =>
        CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    private static IEnumerable<FixedPort> Endpoints(IResource resource) =>
        from endpoint in resource.Annotations.OfType<EndpointAnnotation>()
        let port = endpoint.Port ?? (endpoint.IsProxied ? null : endpoint.TargetPort)
        where port is not null
        select new FixedPort(port.Value, resource.Name);

    private static IEnumerable<FixedPort> Dashboard(IConfiguration configuration) =>
        from setting in new[] { ("ASPNETCORE_URLS", "dashboard"), ("ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", "dashboard's telemetry") }
        from address in (configuration[setting.Item1] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
        where Uri.TryCreate(address, UriKind.Absolute, out _)
        select new FixedPort(new Uri(address).Port, setting.Item2);

    private static bool CanListen(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException problem)
        {
            return problem.SocketErrorCode == SocketError.AddressNotAvailable; // no IPv6 loopback on this machine
        }
    }
}
