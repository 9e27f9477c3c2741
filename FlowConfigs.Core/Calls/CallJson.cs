using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Calls;

/// <summary>How calls are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Call))]
internal sealed partial class CallJson : JsonSerializerContext
{
    public static CallJson Relaxed { get; } = new(StoredJson.Relaxed());
}
