using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>The dashboard's JSON: camelCase, enums as words.</summary>
[JsonSerializable(typeof(ResourceView[]))]
[JsonSerializable(typeof(ConsoleLine[]))]
[JsonSerializable(typeof(ConsoleOpening))]
[JsonSerializable(typeof(ConsoleBatch))]
[JsonSerializable(typeof(ExecuteCommandResult))]
internal sealed partial class DashboardJson : JsonSerializerContext
{
    /// <summary>
    /// Leaves quotes and accents readable for those who use curl. Safe here: it is never put into HTML, and is sent with nosniff.
    /// </summary>
    public static DashboardJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<CommandResultFormat>(JsonNamingPolicy.CamelCase) },
    });
}
