using System.Net;
using System.Net.Sockets;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>Chooses the ports of a system.</summary>
internal static class Ports
{
    /// <summary>Gives every endpoint its port: the fixed one, unless <paramref name="random"/>, or one that is free.</summary>
    public static void Allocate(IEnumerable<IResource> resources, bool random)
    {
        var endpoints = resources.SelectMany(resource => resource.Annotations.OfType<EndpointAnnotation>()).ToList();
        var taken = endpoints.Select(Fixed).OfType<int>().ToHashSet();
        foreach (var endpoint in endpoints)
            endpoint.AllocatedPort = (random ? null : Fixed(endpoint)) ?? Free(taken);
    }

    public static int? Fixed(EndpointAnnotation endpoint) => endpoint.Port ?? endpoint.TargetPort;

    /// <summary>Whether nobody listens on the port of this machine's loopback addresses.</summary>
    public static bool IsFree(int port) =>
        CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    /// <summary>
    /// A free port below those that the kernel gives to outgoing connections (from 32768 on Linux), so that it stays free until
    /// the program listens.
    /// </summary>
    private static int Free(HashSet<int> taken)
    {
        while (true)
        {
            var port = Random.Shared.Next(22_000, 32_000);
            if (taken.Add(port) && IsFree(port))
                return port;
        }
    }

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
