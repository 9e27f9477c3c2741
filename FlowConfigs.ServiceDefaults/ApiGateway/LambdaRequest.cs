using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FlowConfigs.ServiceDefaults.ApiGateway;

/// <summary>Makes of an API Gateway event the request that ASP.NET Core sees, the same as Kestrel would.</summary>
internal static class LambdaRequest
{
    /// <exception cref="InvalidDataException">The event does not come from an API Gateway REST API.</exception>
    public static HttpRequestFeature Of(ApiGatewayEvent request)
    {
        if (request.HttpMethod is not { Length: > 0 } method)
            throw new InvalidDataException("The event is not one of an API Gateway REST API: it has no httpMethod.");
        var path = RequestPath.Of(request);
        var query = Query(request);
        var body = Body(request);
        var headers = Headers(request, body);
        return new HttpRequestFeature
        {
            Protocol = request.RequestContext?.Protocol ?? "HTTP/1.1",
            // API Gateway ends TLS and says so; it accepts nothing else
            Scheme = headers["X-Forwarded-Proto"] is [{ Length: > 0 } scheme, ..] ? scheme : "https",
            Method = method,
            PathBase = path.DecodedBase.Value ?? "",
            Path = path.DecodedRest.Value ?? "",
            QueryString = query,
            RawTarget = path.Base + path.Rest + query,
            Headers = headers,
            Body = body.Length == 0 ? Stream.Null : new MemoryStream(body, writable: false),
        };
    }

    public static HttpConnectionFeature Connection(ApiGatewayEvent request) => new()
    {
        ConnectionId = request.RequestContext?.RequestId ?? "",
        RemoteIpAddress = IPAddress.TryParse(request.RequestContext?.Identity?.SourceIp, out var address) ? address : null,
    };

    private static byte[] Body(ApiGatewayEvent request) => request switch
    {
        { Body: null or "" } => [],
        { IsBase64Encoded: true } => Convert.FromBase64String(request.Body),
        _ => Encoding.UTF8.GetBytes(request.Body),
    };

    private static IHeaderDictionary Headers(ApiGatewayEvent request, byte[] body)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        foreach (var (name, value) in request.Headers ?? new Dictionary<string, string?>())
            headers[name] = value;
        foreach (var (name, values) in request.MultiValueHeaders ?? new Dictionary<string, IReadOnlyList<string>?>())
            headers[name] = new StringValues([.. values ?? []]);

        if (StringValues.IsNullOrEmpty(headers.Host))
            headers.Host = request.RequestContext?.DomainName ?? "";
        // API Gateway leaves the length out where it re-encodes the body
        if (body.Length > 0)
            headers[HeaderNames.ContentLength] = body.Length.ToString(CultureInfo.InvariantCulture);
        headers.Remove(HeaderNames.TransferEncoding);
        return headers;
    }

    // API Gateway hands over decoded names and values
    private static string Query(ApiGatewayEvent request)
    {
        var query = new StringBuilder();
        if (request.MultiValueQueryStringParameters is { } several)
        {
            foreach (var (name, values) in several)
            {
                foreach (var value in values ?? [])
                    Append(query, name, value);
            }
        }
        else
        {
            foreach (var (name, value) in request.QueryStringParameters ?? new Dictionary<string, string?>())
                Append(query, name, value);
        }

        return query.ToString();
    }

    private static void Append(StringBuilder query, string name, string? value) => query
        .Append(query.Length == 0 ? '?' : '&')
        .Append(Uri.EscapeDataString(name))
        .Append('=')
        .Append(Uri.EscapeDataString(value ?? ""));
}
