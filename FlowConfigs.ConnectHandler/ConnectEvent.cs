using System.Text.Json;
using System.Text.Json.Serialization;
using FlowConfigs.Core.Phones;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// What Connect sends when a flow invokes a Lambda function
/// (https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html#function-event). Only what is read
/// here; anything may be null or absent, depending on the channel and on how far the flow is.
/// </summary>
internal sealed record ConnectEvent
{
    public ContactDetails? Details { get; init; }

    /// <summary>What the flow designer typed beside a parameter's name; null when absent or empty.</summary>
    public string? Parameter(string name) =>
        Details?.Parameters?.GetValueOrDefault(name) switch
        {
            { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: > 0 } value => value.Trim(),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };

    public Contact? Contact => Details?.ContactData;
}

internal sealed record ContactDetails
{
    public Contact? ContactData { get; init; }

    /// <summary>Texts as a rule, but a flow may pass nested JSON.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Parameters { get; init; }
}

internal sealed record Contact
{
    public string? ContactId { get; init; }

    public string? Channel { get; init; }

    public string? LanguageCode { get; init; }

    /// <summary>Where the contact is from: for a call, the caller's number; null for a chat.</summary>
    public Endpoint? CustomerEndpoint { get; init; }

    /// <summary>The caller's number or address; null where it is withheld.</summary>
    [JsonIgnore]
    public string? Caller => WithheldCaller.Is(CustomerEndpoint?.Address) ? null : CustomerEndpoint!.Address;

    /// <summary>Where the contact arrived: for a call, the number dialled.</summary>
    public Endpoint? SystemEndpoint { get; init; }
}

internal sealed record Endpoint
{
    public string? Address { get; init; }
}

[JsonSerializable(typeof(ConnectEvent))]
internal sealed partial class ConnectJson : JsonSerializerContext;
