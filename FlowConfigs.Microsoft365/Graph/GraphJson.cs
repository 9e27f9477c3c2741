using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Microsoft365.Graph;

/// <summary>What Graph and the token endpoint send and accept; only what is used here.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GraphError))]
[JsonSerializable(typeof(GraphEvents))]
[JsonSerializable(typeof(GraphSendMail))]
[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class GraphJson : JsonSerializerContext;

internal sealed record GraphError(GraphError.Details? Error)
{
    internal sealed record Details(string? Code);
}

internal sealed record GraphEvents
{
    public IReadOnlyList<GraphEvent>? Value { get; init; }

    [JsonPropertyName("@odata.nextLink")]
    public string? NextLink { get; init; }
}

internal sealed record GraphEvent
{
    public string? Subject { get; init; }

    public bool IsAllDay { get; init; }

    public bool IsCancelled { get; init; }

    public string? ShowAs { get; init; }

    public string? Sensitivity { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    public required GraphTime Start { get; init; }

    public required GraphTime End { get; init; }

    public GraphResponse? ResponseStatus { get; init; }
}

internal sealed record GraphTime(string DateTime);

internal sealed record GraphResponse(string? Response);

internal sealed record GraphSendMail(GraphMessage Message, bool SaveToSentItems);

internal sealed record GraphMessage(
    string Subject, GraphBody Body, IReadOnlyList<GraphRecipient> ToRecipients, IReadOnlyList<GraphHeader> InternetMessageHeaders);

internal sealed record GraphBody(string ContentType, string Content);

internal sealed record GraphRecipient(GraphAddress EmailAddress);

internal sealed record GraphAddress(string Address);

internal sealed record GraphHeader(string Name, string Value);

internal sealed record TokenAnswer
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; init; }

    public string? Error { get; init; }

    [JsonPropertyName("error_codes")]
    public IReadOnlyList<int>? ErrorCodes { get; init; }
}
