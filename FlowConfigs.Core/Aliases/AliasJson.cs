using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Aliases;

/// <summary>How aliases are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Alias))]
[JsonSerializable(typeof(AliasSummary))]
public sealed partial class AliasJson : JsonSerializerContext
{
    /// <summary>The same, without escaping letters that need none.</summary>
    public static AliasJson Relaxed { get; } = new(StoredJson.Relaxed());
}
