using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Exchange;

/// <summary>Reads and writes a cursor as JSON text.</summary>
public sealed class ExportCursorJsonConverter : JsonConverter<ExportCursor>
{
    /// <inheritdoc/>
    public override ExportCursor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ExportCursor.TryParse(reader.GetString(), out var cursor, out var problem) ? cursor : throw new JsonException(problem);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ExportCursor value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
