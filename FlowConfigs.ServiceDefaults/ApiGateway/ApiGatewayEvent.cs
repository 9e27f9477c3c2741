using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.ServiceDefaults.ApiGateway;

/// <summary>
/// What API Gateway's REST APIs hand to a function under a Lambda proxy integration; members that we do not read are left out.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html (its section "Input format")
/// </summary>
internal sealed record ApiGatewayEvent
{
    /// <summary>The resource's template, such as /{proxy+}.</summary>
    public string? Resource { get; init; }

    /// <summary>The path, percent-encoded as the client sent it; without the stage, but with a custom domain's base path.</summary>
    public string? Path { get; init; }

    public string? HttpMethod { get; init; }

    public IReadOnlyDictionary<string, string?>? Headers { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>?>? MultiValueHeaders { get; init; }

    /// <summary>Decoded names and values; of several values the last.</summary>
    public IReadOnlyDictionary<string, string?>? QueryStringParameters { get; init; }

    /// <summary>Decoded names and values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>?>? MultiValueQueryStringParameters { get; init; }

    public IReadOnlyDictionary<string, string?>? PathParameters { get; init; }

    public ApiGatewayRequestContext? RequestContext { get; init; }

    public string? Body { get; init; }

    public bool IsBase64Encoded { get; init; }
}

internal sealed record ApiGatewayRequestContext
{
    /// <summary>The path as the client sent it, with the stage or the custom domain's base path.</summary>
    public string? Path { get; init; }

    public string? Stage { get; init; }

    public string? RequestId { get; init; }

    public string? DomainName { get; init; }

    public string? Protocol { get; init; }

    public ApiGatewayIdentity? Identity { get; init; }
}

internal sealed record ApiGatewayIdentity
{
    public string? SourceIp { get; init; }
}

/// <summary>
/// What a function answers to API Gateway.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html (its section "Output format")
/// </summary>
internal sealed record ApiGatewayAnswer
{
    public required int StatusCode { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string?>> MultiValueHeaders { get; init; }

    public required string Body { get; init; }

    public required bool IsBase64Encoded { get; init; }
}

[JsonSerializable(typeof(ApiGatewayEvent))]
[JsonSerializable(typeof(ApiGatewayAnswer))]
internal sealed partial class ApiGatewayJson : JsonSerializerContext
{
    /// <summary>Escapes only what JSON itself forbids: bodies are mostly JSON, and six bytes a quotation mark eat up the 6 MB.</summary>
    public static ApiGatewayJson Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
