using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Access;

/// <summary>The rights of a user: the actions of the policies (aws-templates/policies/schema.cedarschema).</summary>
[JsonConverter(typeof(RightJsonConverter))]
public enum Right
{
    /// <summary>Read and search.</summary>
    View,

    /// <summary>Change values, texts, overrides, timed changes and entries.</summary>
    EditValues,

    /// <summary>Create, and change what there is.</summary>
    Define,

    /// <summary>Delete.</summary>
    Delete,

    /// <summary>Switch scenarios on and off.</summary>
    Activate,

    /// <summary>Settings and import.</summary>
    Manage,

    /// <summary>See which calls came, with callers' numbers masked.</summary>
    ViewCalls,

    /// <summary>See callers' numbers whole.</summary>
    SeeNumbers,

    /// <summary>See the offices' calendars.</summary>
    ViewCalendar,

    /// <summary>See the outbox of mail, without addresses and subjects.</summary>
    ViewMail,

    /// <summary>See addresses, send a mail again, and send a test mail to oneself.</summary>
    SendMail,
}

/// <summary>Reads and writes a right by its name.</summary>
public sealed class RightJsonConverter() : JsonStringEnumConverter<Right>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
