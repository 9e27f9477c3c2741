using System.Globalization;
using System.Net.Sockets;

namespace FlowConfigs.LocalHosting;

/// <summary>A port that a resource listens on.</summary>
public sealed class EndpointAnnotation(
    ProtocolType protocol, string? uriScheme = null, string? name = null, int? port = null, int? targetPort = null)
    : IResourceAnnotation
{
    /// <summary>The transport.</summary>
    public ProtocolType Protocol { get; set; } = protocol;

    /// <summary>The scheme of the endpoint's URL.</summary>
    public string UriScheme { get; set; } = uriScheme ?? "tcp";

    /// <summary>The name by which other resources ask for the endpoint.</summary>
    public string Name { get; set; } = name ?? uriScheme ?? "tcp";

    /// <summary>The fixed port; a free one is chosen if null. Tests always get a free one.</summary>
    public int? Port { get; set; } = port;

    /// <summary>The port inside the program. There is no proxy here: it counts only where <see cref="Port"/> is null.</summary>
    public int? TargetPort { get; set; } = targetPort;

    /// <summary>Whether the endpoint is meant for browsers and scripts, not only for other resources.</summary>
    public bool IsExternal { get; set; }

    internal string? PortVariable { get; init; }

    internal int? AllocatedPort { get; set; }
}

/// <summary>A part of an endpoint's address.</summary>
public enum EndpointProperty
{
    /// <summary>The whole URL.</summary>
    Url,

    /// <summary>The host name.</summary>
    Host,

    /// <summary>The port.</summary>
    Port,

    /// <summary>The URL's scheme.</summary>
    Scheme,
}

/// <summary>An endpoint of a resource; its port is known once the system starts, so read it in callbacks.</summary>
public sealed class EndpointReference(IResourceWithEndpoints owner, string endpointName) : IValueProvider, IManifestExpressionProvider
{
    /// <summary>The resource that listens.</summary>
    public IResourceWithEndpoints Resource { get; } = owner;

    /// <summary>The endpoint's name.</summary>
    public string EndpointName { get; } = endpointName;

    /// <summary>The port.</summary>
    /// <exception cref="DistributedApplicationException">The resource has no such endpoint, or the system has not been started.</exception>
    public int Port => Annotation.AllocatedPort ?? throw new DistributedApplicationException(
        $"Endpoint \"{EndpointName}\" of \"{Resource.Name}\" has no port yet: read it in a callback, which runs at start");

    /// <summary>The host name, always this machine's loopback.</summary>
    public string Host { get; } = "localhost";

    /// <summary>The URL's scheme.</summary>
    public string Scheme => Annotation.UriScheme;

    /// <summary>The URL without a closing slash.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{Host}:{Port}");

    /// <inheritdoc/>
    public string ValueExpression => $"{{{Resource.Name}.bindings.{EndpointName}.url}}";

    internal EndpointAnnotation Annotation =>
        Resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(e => e.Name == EndpointName)
        ?? throw new DistributedApplicationException($"Resource \"{Resource.Name}\" has no endpoint named \"{EndpointName}\"");

    /// <summary>One part of the address.</summary>
    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);

    /// <inheritdoc/>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(Url);
}

/// <summary>One part of an endpoint's address.</summary>
public sealed class EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property)
    : IValueProvider, IManifestExpressionProvider
{
    /// <inheritdoc/>
    public string ValueExpression =>
        $"{{{endpointReference.Resource.Name}.bindings.{endpointReference.EndpointName}.{property.ToString().ToLowerInvariant()}}}";

    /// <inheritdoc/>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(property switch
    {
        EndpointProperty.Host => endpointReference.Host,
        EndpointProperty.Port => endpointReference.Port.ToString(CultureInfo.InvariantCulture),
        EndpointProperty.Scheme => endpointReference.Scheme,
        _ => endpointReference.Url,
    });
}
