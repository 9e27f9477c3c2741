namespace FlowConfigs.LocalHosting;

/// <summary>Gives resources their environment variables.</summary>
public static class EnvironmentExtensions
{
    /// <summary>Sets a variable; null sets it to nothing.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => builder.WithVariable(name, () => value ?? "");

    /// <summary>Sets a variable to a text with values in it that are known when the resource starts.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, in ReferenceExpression.ExpressionInterpolatedStringHandler value)
        where T : IResourceWithEnvironment
    {
        var expression = ReferenceExpression.Create(value);
        return builder.WithVariable(name, () => expression);
    }

    /// <summary>Sets a variable to a text with values in it that are known when the resource starts.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, ReferenceExpression value)
        where T : IResourceWithEnvironment => builder.WithVariable(name, () => value);

    /// <summary>Sets a variable to the URL of an endpoint.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, EndpointReference endpointReference)
        where T : IResourceWithEnvironment => builder.WithVariable(name, () => endpointReference);

    /// <summary>Sets a variable to a parameter's value.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment => builder.WithVariable(name, () => parameter.Resource);

    /// <summary>Sets a variable to what <paramref name="callback"/> gives when the resource starts.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, Func<string> callback)
        where T : IResourceWithEnvironment => builder.WithVariable(name, callback);

    /// <summary>Changes the variables when the resource starts.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, Action<EnvironmentCallbackContext> callback)
        where T : IResourceWithEnvironment => builder.Annotated(new EnvironmentAnnotation(callback));

    /// <summary>
    /// Tells the resource where to find the endpoints of <paramref name="source"/>: <c>services__{name}__{endpoint}__0</c> and
    /// <c>{NAME}_{ENDPOINT}</c>.
    /// </summary>
    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where T : IResourceWithEnvironment => builder.WithEnvironment(context =>
    {
        foreach (var endpoint in source.Resource.Annotations.OfType<EndpointAnnotation>())
            Refer(context, new EndpointReference(source.Resource, endpoint.Name));
    });

    /// <summary>Tells the resource where to find one endpoint.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, EndpointReference endpointReference)
        where T : IResourceWithEnvironment => builder.WithEnvironment(context => Refer(context, endpointReference));

    private static IResourceBuilder<T> WithVariable<T>(this IResourceBuilder<T> builder, string name, Func<object> read)
        where T : IResourceWithEnvironment => builder.WithEnvironment(context =>
    {
        context.EnvironmentVariables[name] = read();
    });

    private static void Refer(EnvironmentCallbackContext context, EndpointReference endpoint)
    {
        var (resource, name) = (endpoint.Resource.Name, endpoint.EndpointName);
        context.EnvironmentVariables[$"services__{resource}__{name}__0"] = endpoint;
        context.EnvironmentVariables[$"{resource}_{name}".Replace('-', '_').ToUpperInvariant()] = endpoint;
    }
}
