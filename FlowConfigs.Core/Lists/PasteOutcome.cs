using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Lists;

/// <summary>What one of several entries would do, the most important first.</summary>
[JsonConverter(typeof(PasteOutcomeJsonConverter))]
public enum PasteOutcome
{
    /// <summary>Something is wrong with it, so it is not written; the others are.</summary>
    Refused,

    /// <summary>Another user has changed the entry since it was read: that change stays, and this one was not written.</summary>
    Conflict,

    /// <summary>The list has it, with other values.</summary>
    Changed,

    /// <summary>The list does not have it.</summary>
    Added,

    /// <summary>An entry before it is the same.</summary>
    Repeated,

    /// <summary>The list has it, with these values.</summary>
    Unchanged,
}

/// <summary>Writes an outcome by its name.</summary>
public sealed class PasteOutcomeJsonConverter()
    : JsonStringEnumConverter<PasteOutcome>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
