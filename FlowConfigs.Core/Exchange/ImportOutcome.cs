using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Exchange;

/// <summary>What happens to a thing.</summary>
[JsonConverter(typeof(EnumNames<ImportOutcome>))]
public enum ImportOutcome
{
    /// <summary>It was not there.</summary>
    Created,

    /// <summary>It was there and differs.</summary>
    Changed,

    /// <summary>It is there as the file has it.</summary>
    Unchanged,

    /// <summary>The file lacks it, and deleting was asked for.</summary>
    Deleted,

    /// <summary>It breaks a rule; nothing at all is written.</summary>
    Refused,

    /// <summary>Another user changed it first, after the import had begun; the others are written.</summary>
    Conflict,
}
