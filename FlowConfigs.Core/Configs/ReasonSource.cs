using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Configs;

/// <summary>Where a value comes from.</summary>
[JsonConverter(typeof(EnumNames<ReasonSource>))]
public enum ReasonSource
{
    /// <summary>The config asked for.</summary>
    Own,

    /// <summary>A parent.</summary>
    Inherited,

    /// <summary>A timed change, of the config or of a parent.</summary>
    TimedChange,

    /// <summary>A scenario that is on, on the config or on a parent.</summary>
    Scenario,
}
