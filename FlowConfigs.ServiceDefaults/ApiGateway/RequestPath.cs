using Microsoft.AspNetCore.Http;

namespace FlowConfigs.ServiceDefaults.ApiGateway;

/// <summary>
/// The two parts of a request's path: what stands before our own routes (a stage, or a custom domain's base path) and the rest, both
/// as the client encoded them. So links that the program writes lead back through API Gateway.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html
/// </summary>
internal readonly record struct RequestPath(string Base, string Rest)
{
    public static RequestPath Of(ApiGatewayEvent request)
    {
        var path = request.Path is { Length: > 0 } given ? given : "/";
        var context = request.RequestContext;
        // the default domain: /stage stands before the path in the context only
        if (context?.Stage is { Length: > 0 } stage && context.Path == $"/{stage}{path}")
            return new RequestPath($"/{stage}", path);

        // a custom domain: a base path stands in both, and shows against the resource's own path
        var mapped = BasePathLength(path, ResourcePath(request));
        return new RequestPath(path[..mapped], path[mapped..]);
    }

    /// <summary>The base path, decoded.</summary>
    public PathString DecodedBase => PathString.FromUriComponent(Base);

    /// <summary>The path, decoded as Kestrel does it: %2F stays, because it is not a separator.</summary>
    public PathString DecodedRest => PathString.FromUriComponent(Rest);

    private static string ResourcePath(ApiGatewayEvent request)
    {
        var resource = request.Resource ?? "";
        foreach (var (name, value) in request.PathParameters ?? new Dictionary<string, string?>())
        {
            resource = resource
                .Replace($"{{{name}+}}", value, StringComparison.Ordinal)
                .Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return resource;
    }

    // A base path has no encoded characters, so that it has the same length whether or not the path parameters come decoded.
    private static int BasePathLength(string path, string resourcePath)
    {
        if (resourcePath.Length < 2)
            return 0;
        if (path.EndsWith(resourcePath, StringComparison.Ordinal))
            return path.Length - resourcePath.Length;
        var decoded = Uri.UnescapeDataString(path);
        return decoded.EndsWith(resourcePath, StringComparison.Ordinal) ? decoded.Length - resourcePath.Length : 0;
    }
}
