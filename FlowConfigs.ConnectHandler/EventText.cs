using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.ConnectHandler;

/// <summary>A text of an event, without the blanks around it. One that is blank, or has half of a character, is as if it were not there.</summary>
internal sealed class EventText : JsonConverter<string>
{
    /// <summary>A member of an event by its name; null when absent, blank or no text.</summary>
    public static string? Of(IReadOnlyDictionary<string, JsonElement>? members, string name) => members?.GetValueOrDefault(name) switch
    {
        { ValueKind: JsonValueKind.String } text => Readable(text.GetString),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException();
        try
        {
            return Cleaned(reader.GetString());
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    // JSON can escape half of a surrogate pair, which is no text.
    private static string? Readable(Func<string?> read)
    {
        try
        {
            return Cleaned(read());
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Cleaned(string? text) => text?.Trim() is { Length: > 0 } cleaned ? cleaned : null;
}
