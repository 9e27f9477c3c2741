using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Settings;

/// <summary>How the settings are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SharedSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext
{
    public static SettingsJson Relaxed { get; } = new(StoredJson.Relaxed());
}
