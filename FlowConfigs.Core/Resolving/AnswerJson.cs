using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Resolving;

/// <summary>How an answer to a flow is written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    public static AnswerJson Relaxed { get; } = new(StoredJson.Relaxed());
}
