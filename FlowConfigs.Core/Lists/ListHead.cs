using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Lists;

/// <summary>What a list is, without its entries: they may be 100,000, and each is stored for itself.</summary>
public sealed record ListHead
{
    /// <summary>What the list is for, for people. At most 2,000 characters.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>What its keys are. It stays as it was made: the keys are stored in its form.</summary>
    public required KeyKind Keys { get; init; }

    /// <summary>
    /// Where phone numbers written without a country code are from, such as <c>US</c>; any of <see cref="Phones.PhoneCountry.All"/>.
    /// Null accepts only numbers that have one.
    /// </summary>
    public string? Country { get; init; }

    /// <summary>Whether its deletion has begun: nothing is written to it any more.</summary>
    public bool Deleting { get; init; }
}

/// <summary>What the keys of a list are.</summary>
[JsonConverter(typeof(KeyKindJsonConverter))]
public enum KeyKind
{
    /// <summary>Phone numbers, kept as E.164: <c>+15551230000</c>.</summary>
    Phone,

    /// <summary>Texts, kept as they are written.</summary>
    Text,
}

/// <summary>Writes a kind by its name.</summary>
public sealed class KeyKindJsonConverter() : JsonStringEnumConverter<KeyKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
