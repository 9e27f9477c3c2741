using System.Text.Json;
using System.Text.Json.Serialization;
using FlowConfigs.Core.Phones;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// The event that Connect sends when a flow invokes a Lambda function
/// (https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html#function-event), or that another sender sends:
/// another function, or the Test button of Lambda's console. Only the members that are read here; any member can be null or absent,
/// depending on the channel and on how far the flow is.
/// </summary>
internal sealed record ConnectEvent
{
    private ContactDetails? details;

    public ContactDetails? Details
    {
        get => details;
        set => (details, IsConnects) = (value, true);
    }

    /// <summary>Members beside Connect's: those of a caller who is not a flow.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }

    /// <summary>Whether the event has the form of Connect's.</summary>
    [JsonIgnore]
    public bool IsConnects { get; private set; }

    [JsonIgnore]
    public Contact? Contact => Details?.ContactData;

    /// <summary>What the flow designer typed beside a parameter's name; null when absent, blank or no text.</summary>
    public string? Parameter(string name) => EventText.Of(Details?.Parameters, name);

    /// <summary>What a caller who is not a flow sent by that name; null when absent, blank or no text.</summary>
    public string? Direct(string name) => EventText.Of(Others, name);
}

internal sealed record ContactDetails
{
    public Contact? ContactData { get; init; }

    /// <summary>Texts as a rule, but a flow may pass nested JSON.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Parameters { get; init; }
}

internal sealed record Contact
{
    [JsonConverter(typeof(EventText))]
    public string? ContactId { get; init; }

    [JsonConverter(typeof(EventText))]
    public string? Channel { get; init; }

    [JsonConverter(typeof(EventText))]
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
    [JsonConverter(typeof(EventText))]
    public string? Address { get; init; }
}

[JsonSerializable(typeof(ConnectEvent))]
internal sealed partial class ConnectJson : JsonSerializerContext;
