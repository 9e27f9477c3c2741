using System.Net.Sockets;

namespace FlowConfigs.LocalHosting;

/// <summary>Describes where resources listen and how their health is asked.</summary>
public static class EndpointExtensions
{
    /// <summary>Adds an HTTP endpoint.</summary>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The fixed port; a free one if null.</param>
    /// <param name="targetPort">As <paramref name="port"/>, since there is no proxy here.</param>
    /// <param name="name">The endpoint's name; <c>http</c> if null.</param>
    /// <param name="env">The environment variable that tells the program its port.</param>
    /// <param name="isProxied">Of no effect here.</param>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null,
        bool? isProxied = null)
        where T : IResourceWithEndpoints =>
        builder.Annotated(new EndpointAnnotation(ProtocolType.Tcp, "http", name, port, targetPort) { PortVariable = env });

    /// <summary>Changes an endpoint, or adds it.</summary>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder, string endpointName, Action<EndpointAnnotation> callback, bool createIfNotExists = true)
        where T : IResourceWithEndpoints
    {
        var endpoint = builder.Resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(e => e.Name == endpointName);
        if (endpoint is null && !createIfNotExists)
            return builder;

        if (endpoint is null)
        {
            endpoint = new EndpointAnnotation(ProtocolType.Tcp, name: endpointName);
            builder.Annotated(endpoint);
        }

        callback(endpoint);
        return builder;
    }

    /// <summary>Marks the HTTP endpoints as meant for browsers and scripts.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder) where T : IResourceWithEndpoints
    {
        foreach (var endpoint in builder.Resource.Annotations.OfType<EndpointAnnotation>())
            endpoint.IsExternal |= endpoint.UriScheme is "http" or "https";

        return builder;
    }

    /// <summary>Refers to an endpoint.</summary>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name) where T : IResourceWithEndpoints =>
        new(builder.Resource, name);

    /// <summary>Changes the link that the dashboard shows for an endpoint.</summary>
    public static IResourceBuilder<T> WithUrlForEndpoint<T>(
        this IResourceBuilder<T> builder, string endpointName, Action<ResourceUrlAnnotation> callback)
        where T : IResource =>
        builder.Annotated(new UrlCallbackAnnotation(endpointName, callback));

    /// <summary>Counts the resource as healthy only while a GET of <paramref name="path"/> answers.</summary>
    /// <param name="builder">The resource.</param>
    /// <param name="path">The path to ask; <c>/</c> if null.</param>
    /// <param name="statusCode">The status that is healthy; 200 if null.</param>
    /// <param name="endpointName">The endpoint to ask; the first HTTP endpoint if null.</param>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints =>
        builder.Annotated(new HttpHealthAnnotation(path ?? "/", statusCode ?? 200, endpointName));
}
