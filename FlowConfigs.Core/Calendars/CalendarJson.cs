using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Calendars;

/// <summary>How office calendars are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OfficeCalendar))]
internal sealed partial class CalendarJson : JsonSerializerContext
{
    public static CalendarJson Relaxed { get; } = new(StoredJson.Relaxed());
}
