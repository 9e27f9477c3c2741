using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowConfigs.LocalHosting.Telemetry;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>The dashboard's JSON: camelCase, enums as words.</summary>
[JsonSerializable(typeof(ResourceView[]))]
[JsonSerializable(typeof(ConsoleLine[]))]
[JsonSerializable(typeof(ConsoleOpening))]
[JsonSerializable(typeof(ConsoleBatch))]
[JsonSerializable(typeof(ExecuteCommandResult))]
[JsonSerializable(typeof(TelemetryVersions))]
[JsonSerializable(typeof(LogPage))]
[JsonSerializable(typeof(TracePage))]
[JsonSerializable(typeof(TraceDetails))]
[JsonSerializable(typeof(MetricsPage))]
[JsonSerializable(typeof(MetricChart))]
internal sealed partial class DashboardJson : JsonSerializerContext
{
    /// <summary>
    /// Leaves quotes and accents readable for those who use curl. Safe here: it is never put into HTML, and is sent with nosniff.
    /// </summary>
    public static DashboardJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<CommandResultFormat>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<LogSeverity>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<InstrumentKind>(JsonNamingPolicy.CamelCase),
        },
    });
}
