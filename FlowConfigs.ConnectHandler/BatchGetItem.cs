using System.Buffers;
using System.Text.Json;

namespace FlowConfigs.ConnectHandler;

/// <summary>What is sent to DynamoDB and what it answers, without a model in between.</summary>
internal static class BatchGetItem
{
    private static readonly JsonEncodedText Pk = JsonEncodedText.Encode("pk");
    private static readonly JsonEncodedText Sk = JsonEncodedText.Encode("sk");
    private static readonly JsonEncodedText S = JsonEncodedText.Encode("S");

    /// <summary>Asks for the current items of partitions, strongly consistent, and of those for the key and the body alone.</summary>
    public static byte[] Request(string table, IReadOnlyList<string> partitions)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("RequestItems");
            json.WriteStartObject(table);
            json.WriteBoolean("ConsistentRead", true);
            json.WriteString("ProjectionExpression", "pk, body");
            json.WriteStartArray("Keys");
            foreach (var partition in partitions)
            {
                json.WriteStartObject();
                WriteText(json, Pk, partition);
                WriteText(json, Sk, "CURRENT");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Adds the bodies of an answer, by partition.</summary>
    /// <returns>The request for what is still missing; null when nothing is.</returns>
    public static byte[]? Read(ReadOnlySpan<byte> answer, Dictionary<string, string> bodies)
    {
        var json = new Utf8JsonReader(answer);
        byte[]? missing = null;
        Expect(ref json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("Responses"u8))
            {
                ReadTables(ref json, bodies);
            }
            else if (json.ValueTextEquals("UnprocessedKeys"u8))
            {
                Expect(ref json, JsonTokenType.StartObject);
                var start = (int)json.TokenStartIndex;
                json.Skip();
                var keys = answer[start..(int)json.BytesConsumed];
                missing = keys.SequenceEqual("{}"u8) ? null : [.. "{\"RequestItems\":"u8, .. keys, .. "}"u8];
            }
            else
            {
                json.Skip();
            }
        }

        return missing;
    }

    private static void ReadTables(ref Utf8JsonReader json, Dictionary<string, string> bodies)
    {
        Expect(ref json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            Expect(ref json, JsonTokenType.StartArray);
            while (json.Read() && json.TokenType == JsonTokenType.StartObject)
                ReadItem(ref json, bodies);
        }
    }

    private static void ReadItem(ref Utf8JsonReader json, Dictionary<string, string> bodies)
    {
        string? partition = null, body = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("pk"u8))
                partition = ReadText(ref json);
            else if (json.ValueTextEquals("body"u8))
                body = ReadText(ref json);
            else
                json.Skip();
        }

        if (partition is null || body is null)
            throw new JsonException("DynamoDB answered with an item without pk or body.");
        bodies[partition] = body;
    }

    private static string? ReadText(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.StartObject);
        Expect(ref json, JsonTokenType.PropertyName);
        Expect(ref json, JsonTokenType.String);
        var text = json.GetString();
        Expect(ref json, JsonTokenType.EndObject);
        return text;
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType token)
    {
        if (!json.Read() || json.TokenType != token)
            throw new JsonException($"DynamoDB answered with something else where {token} was expected.");
    }

    private static void WriteText(Utf8JsonWriter json, JsonEncodedText name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString(S, text);
        json.WriteEndObject();
    }
}
