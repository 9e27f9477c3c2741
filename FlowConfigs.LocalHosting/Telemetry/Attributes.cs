using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>Names with their values: a text, a number, true or false. In JSON it is an object.</summary>
[JsonConverter(typeof(AttributesJson))]
internal sealed class Attributes(IReadOnlyList<KeyValuePair<string, object>> all)
{
    public static Attributes None { get; } = new([]);

    public IReadOnlyList<KeyValuePair<string, object>> All => all;

    /// <summary>The value as text; null if there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in all)
            {
                if (key == name)
                    return TextOf(value);
            }

            return null;
        }
    }

    /// <summary>The same for the same attributes in any order.</summary>
    public string Key() => string.Join('\n', all.Select(each => $"{each.Key}={TextOf(each.Value)}").Order(StringComparer.Ordinal));

    /// <summary>Whether a value holds the text, in whatever case.</summary>
    public bool Contain(string text)
    {
        foreach (var (_, value) in all)
        {
            if (TextOf(value).Contains(text, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    public static string TextOf(object value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    internal sealed class AttributesJson : JsonConverter<Attributes>
    {
        public override void Write(Utf8JsonWriter writer, Attributes value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, attribute) in value.All.DistinctBy(each => each.Key))
            {
                switch (attribute)
                {
                    case long number: writer.WriteNumber(name, number); break;
                    case double number when double.IsFinite(number): writer.WriteNumber(name, number); break;
                    case bool truth: writer.WriteBoolean(name, truth); break;
                    default: writer.WriteString(name, TextOf(attribute)); break;
                }
            }

            writer.WriteEndObject();
        }

        public override Attributes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Telemetry comes as protobuf");
    }
}
