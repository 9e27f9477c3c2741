using Microsoft.AspNetCore.Http.Features;

namespace FlowConfigs.ServiceDefaults.ApiGateway;

/// <summary>What ASP.NET Core asks a server about one request.</summary>
internal sealed class RequestFeatures : IHttpRequestLifetimeFeature, IHttpRequestBodyDetectionFeature, IDisposable
{
    private readonly CancellationTokenSource aborted;

    public RequestFeatures(
        ApiGatewayEvent request, IHttpRequestFeature requestFeature, LambdaResponse response, string requestId, CancellationToken deadline)
    {
        aborted = CancellationTokenSource.CreateLinkedTokenSource(deadline);
        RequestAborted = aborted.Token;
        CanHaveBody = request.Body is { Length: > 0 };
        Collection.Set(requestFeature);
        Collection.Set<IHttpRequestLifetimeFeature>(this);
        Collection.Set<IHttpRequestBodyDetectionFeature>(this);
        Collection.Set<IHttpRequestIdentifierFeature>(new HttpRequestIdentifierFeature { TraceIdentifier = requestId });
        Collection.Set<IHttpConnectionFeature>(LambdaRequest.Connection(request));
        Collection.Set<IHttpResponseFeature>(response);
        Collection.Set<IHttpResponseBodyFeature>(response);
    }

    public FeatureCollection Collection { get; } = new();

    public bool CanHaveBody { get; }

    /// <summary>Fires shortly before the function's time is up: API Gateway does not tell that a client has gone.</summary>
    public CancellationToken RequestAborted { get; set; }

    public void Abort() => aborted.Cancel();

    public void Dispose() => aborted.Dispose();
}
