using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests;

/// <summary>
/// Carries an HTTP request as API Gateway's REST API would: as a Lambda proxy event, through Lambda's invoke API, and the answer back.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
/// </summary>
internal sealed class ApiGatewayTransport(Uri emulator, string function) : HttpMessageHandler
{
    private const string SourceIp = "192.0.2.17";

    private readonly HttpClient lambda = new() { BaseAddress = emulator };

    /// <summary>The API's stage. It stands in the path only where <see cref="OnDefaultDomain"/>.</summary>
    public string Stage { get; init; } = "prod";

    /// <summary>Whether the client uses the execute-api domain, whose paths begin with the stage, rather than a custom one.</summary>
    public bool OnDefaultDomain { get; init; }

    /// <summary>The base path under which a custom domain maps the API, such as /flow; empty for none.</summary>
    public string BasePath { get; init; } = "";

    /// <summary>Whether the API declares */* as binary, so that every body comes as base64.</summary>
    public bool AllBinary { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var proxyEvent = await EventAsync(request, cancellationToken);
        using var content = new StringContent(proxyEvent.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await lambda.PostAsync($"/2015-03-31/functions/{function}/invocations", content, cancellationToken);
        var payload = await answer.Content.ReadAsStringAsync(cancellationToken);
        // a function error, or an answer of another shape, is a 502 to the client
        if (!answer.IsSuccessStatusCode || answer.Headers.Contains("X-Amz-Function-Error"))
            return new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent(payload), RequestMessage = request };
        return Response(request, JsonNode.Parse(payload)!.AsObject());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            lambda.Dispose();
        base.Dispose(disposing);
    }

    private async Task<JsonObject> EventAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        // the path stays as the client encoded it; names and values of the query are decoded
        var path = uri.AbsolutePath;
        var headers = Headers(request);
        var query = Query(uri.Query);
        var bytes = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var asBase64 = bytes.Length > 0 && (AllBinary || !IsText(request.Content!.Headers.ContentType));
        return new JsonObject
        {
            ["resource"] = path == "/" ? "/" : "/{proxy+}",
            ["path"] = BasePath + path,
            ["httpMethod"] = request.Method.Method,
            ["headers"] = Last(headers),
            ["multiValueHeaders"] = All(headers),
            ["queryStringParameters"] = Last(query),
            ["multiValueQueryStringParameters"] = All(query),
            ["pathParameters"] = path == "/" ? null : new JsonObject { ["proxy"] = path[1..] },
            ["stageVariables"] = null,
            ["requestContext"] = Context(request, path),
            ["body"] = bytes.Length == 0 ? null : asBase64 ? Convert.ToBase64String(bytes) : Encoding.UTF8.GetString(bytes),
            ["isBase64Encoded"] = asBase64,
        };
    }

    private JsonObject Context(HttpRequestMessage request, string path) => new()
    {
        ["resourceId"] = "2gxmpl",
        ["resourcePath"] = path == "/" ? "/" : "/{proxy+}",
        ["httpMethod"] = request.Method.Method,
        ["extendedRequestId"] = "JJbxmplHYosFVYQ=",
        ["requestTime"] = "10/Mar/2026:00:03:59 +0000",
        ["requestTimeEpoch"] = 1773100000000,
        ["path"] = (OnDefaultDomain ? $"/{Stage}" : BasePath) + path,
        ["accountId"] = "123456789012",
        ["protocol"] = "HTTP/1.1",
        ["stage"] = Stage,
        ["domainPrefix"] = "70ixmpl4fl",
        ["domainName"] = "70ixmpl4fl.execute-api.us-east-2.amazonaws.com",
        ["requestId"] = Guid.NewGuid().ToString(),
        ["identity"] = new JsonObject { ["sourceIp"] = SourceIp, ["userAgent"] = request.Headers.UserAgent.ToString(), ["user"] = null },
        ["apiId"] = "70ixmpl4fl",
    };

    private static List<KeyValuePair<string, string>> Headers(HttpRequestMessage request)
    {
        List<KeyValuePair<string, string>> headers = [new("Host", request.Headers.Host ?? request.RequestUri!.Authority)];
        foreach (var (name, values) in request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default))
        {
            if (name is not ("Host" or "Transfer-Encoding" or "Connection" or "Expect" or "Content-Length"))
                headers.Add(new(name, values.ToString()));
        }

        return
        [
            .. headers,
            new("X-Forwarded-For", SourceIp),
            new("X-Forwarded-Port", "443"),
            new("X-Forwarded-Proto", "https"),
            new("X-Amzn-Trace-Id", "Root=1-5e66d96f-7491f09xmpl79d18acf3d050"),
        ];
    }

    private static List<KeyValuePair<string, string>> Query(string query) =>
    [
        .. from pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
           let parts = pair.Split('=', 2)
           select KeyValuePair.Create(WebUtility.UrlDecode(parts[0]), parts.Length == 2 ? WebUtility.UrlDecode(parts[1]) : ""),
    ];

    private static JsonObject? Last(List<KeyValuePair<string, string>> pairs) => pairs.Count == 0 ? null : new JsonObject(
        pairs.GroupBy(pair => pair.Key).Select(group => KeyValuePair.Create<string, JsonNode?>(group.Key, group.Last().Value)));

    private static JsonObject? All(List<KeyValuePair<string, string>> pairs) => pairs.Count == 0 ? null : new JsonObject(
        pairs.GroupBy(pair => pair.Key).Select(group => KeyValuePair.Create<string, JsonNode?>(
            group.Key, new JsonArray([.. group.Select(pair => JsonValue.Create(pair.Value))]))));

    private static bool IsText(MediaTypeHeaderValue? type) =>
        type?.MediaType is not { } name
        || name.StartsWith("text/", StringComparison.Ordinal)
        || name.Contains("json", StringComparison.Ordinal)
        || name == "application/x-www-form-urlencoded";

    private static HttpResponseMessage Response(HttpRequestMessage request, JsonObject answer)
    {
        var text = (string?)answer["body"] ?? "";
        var response = new HttpResponseMessage((HttpStatusCode)int.Parse(answer["statusCode"]!.ToString(), CultureInfo.InvariantCulture))
        {
            RequestMessage = request,
            Content = new ByteArrayContent(
                (bool?)answer["isBase64Encoded"] == true ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(text)),
        };
        var several = answer["multiValueHeaders"]?.AsObject() ?? [];
        foreach (var (name, values) in several)
            Add(response, name, values!.AsArray().Select(value => (string?)value));
        foreach (var (name, value) in answer["headers"]?.AsObject() ?? [])
        {
            if (!several.ContainsKey(name))
                Add(response, name, [(string?)value]);
        }

        return response;
    }

    private static void Add(HttpResponseMessage response, string name, IEnumerable<string?> values)
    {
        // API Gateway writes the length of what it sends; of HEAD it keeps the function's
        if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && response.RequestMessage!.Method != HttpMethod.Head)
            return;
        if (!response.Headers.TryAddWithoutValidation(name, values))
            response.Content.Headers.TryAddWithoutValidation(name, values);
    }
}
