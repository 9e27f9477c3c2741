using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Calls;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core;

/// <summary>How configs are written as JSON, in the table, in seed files and exports.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Config))]
[JsonSerializable(typeof(ConfigSummary))]
[JsonSerializable(typeof(AuditEntry))]
[JsonSerializable(typeof(Saved))]
[JsonSerializable(typeof(Scenario))]
[JsonSerializable(typeof(Alias))]
[JsonSerializable(typeof(AliasSummary))]
[JsonSerializable(typeof(SharedSettings))]
[JsonSerializable(typeof(ListHead))]
[JsonSerializable(typeof(ListEntry))]
[JsonSerializable(typeof(IReadOnlyList<FieldChange>))]
[JsonSerializable(typeof(Call))]
[JsonSerializable(typeof(ExportDocument))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
public sealed partial class CoreJson : JsonSerializerContext
{
    /// <summary>The same, without escaping letters that need none: shorter, and readable in the DynamoDB console.</summary>
    public static CoreJson Relaxed { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
