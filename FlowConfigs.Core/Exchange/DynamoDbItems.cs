using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Core.Exchange;

/// <summary>Items of a table as DynamoDB exports them to S3: <c>{"Item":{"id":{"S":"…"}}}</c>, a line each, with each value's type.</summary>
internal static class DynamoDbItems
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Whether a file begins with such a line.</summary>
    public static bool AreIn(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, default);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject
            && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("Item"u8);
    }

    /// <summary>The items as plain JSON, each with its line.</summary>
    /// <exception cref="InvalidConfigException">A line is no item.</exception>
    public static IEnumerable<(string Where, JsonElement Item)> Read(ReadOnlyMemory<byte> utf8)
    {
        var line = 0;
        while (utf8.Length > 0)
        {
            line++;
            var end = utf8.Span.IndexOf((byte)'\n') is >= 0 and var at ? at : utf8.Length;
            var text = utf8[..end];
            utf8 = utf8[Math.Min(end + 1, utf8.Length)..];
            if (!text.Span.Trim(" \r\t"u8).IsEmpty)
                yield return ($"line {line}", Item(text, line));
        }
    }

    private static JsonElement Item(ReadOnlyMemory<byte> line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Strict);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("Item", out var item)
                && item.ValueKind == JsonValueKind.Object)
                return Element(Map(item));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The path of the exception is of this line alone.
        }

        throw new InvalidConfigException([new($"line {number}", "Is not an item as DynamoDB exports it: {\"Item\": {…}} in one line.")]);
    }

    private static JsonNode? Plain(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().ToList() is not [var typed])
            throw new JsonException();
        return (typed.Name, typed.Value) switch
        {
            ("S" or "N" or "B", { ValueKind: JsonValueKind.String } text) => JsonValue.Create(text.GetString()),
            ("BOOL", { ValueKind: JsonValueKind.True or JsonValueKind.False } flag) => JsonValue.Create(flag.GetBoolean()),
            ("NULL", _) => null,
            ("M", { ValueKind: JsonValueKind.Object } map) => Map(map),
            ("L", { ValueKind: JsonValueKind.Array } list) => new JsonArray([.. list.EnumerateArray().Select(Plain)]),
            ("SS" or "NS" or "BS", { ValueKind: JsonValueKind.Array } set) =>
                new JsonArray([.. set.EnumerateArray().Select(text => (JsonNode?)JsonValue.Create(text.GetString()))]),
            _ => throw new JsonException(),
        };
    }

    private static JsonObject Map(JsonElement map) =>
        new(map.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Plain(member.Value))));

    private static JsonElement Element(JsonNode node)
    {
        using var json = JsonDocument.Parse(node.ToJsonString());
        return json.RootElement.Clone();
    }
}
