using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Scenarios;

/// <summary>How scenarios are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Scenario))]
public sealed partial class ScenarioJson : JsonSerializerContext
{
    /// <summary>The same, without escaping letters that need none.</summary>
    public static ScenarioJson Relaxed { get; } = new(StoredJson.Relaxed());
}
