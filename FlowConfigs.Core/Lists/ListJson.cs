using System.Text.Json;
using System.Text.Json.Serialization;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>How lists and their entries are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ListHead))]
[JsonSerializable(typeof(ListEntry))]
[JsonSerializable(typeof(Saved))]
[JsonSerializable(typeof(IReadOnlyList<FieldChange>))]
public sealed partial class ListJson : JsonSerializerContext
{
    /// <summary>The same, without escaping letters that need none.</summary>
    public static ListJson Relaxed { get; } = new(StoredJson.Relaxed());
}
