using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core;

/// <summary>How things are written as JSON, in the table, in seed files and exports.</summary>
internal static class StoredJson
{
    /// <summary>Without escaping letters that need none: shorter, and readable in the DynamoDB console.</summary>
    public static JsonSerializerOptions Relaxed() => new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
