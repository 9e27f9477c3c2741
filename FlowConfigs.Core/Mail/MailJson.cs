using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Mail;

/// <summary>How mails are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QueuedMail))]
internal sealed partial class MailJson : JsonSerializerContext
{
    public static MailJson Relaxed { get; } = new(StoredJson.Relaxed());
}
