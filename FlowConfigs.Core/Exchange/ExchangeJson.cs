using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Exchange;

/// <summary>How files of configs are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExportDocument))]
public sealed partial class ExchangeJson : JsonSerializerContext
{
    /// <summary>The same, without escaping letters that need none.</summary>
    public static ExchangeJson Relaxed { get; } = new(StoredJson.Relaxed());
}
