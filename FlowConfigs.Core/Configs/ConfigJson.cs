using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Configs;

/// <summary>How configs are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Config))]
[JsonSerializable(typeof(ConfigSummary))]
public sealed partial class ConfigJson : JsonSerializerContext
{
    /// <summary>The same, without escaping letters that need none.</summary>
    public static ConfigJson Relaxed { get; } = new(StoredJson.Relaxed());
}
