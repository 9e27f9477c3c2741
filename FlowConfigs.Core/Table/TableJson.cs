using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Table;

/// <summary>How what all things in the table have is written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditEntry))]
[JsonSerializable(typeof(Saved))]
[JsonSerializable(typeof(IReadOnlyList<FieldChange>))]
internal sealed partial class TableJson : JsonSerializerContext
{
    public static TableJson Relaxed { get; } = new(StoredJson.Relaxed());
}
