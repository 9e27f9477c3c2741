using FlowConfigs.Api.Http;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Api.Configs;

/// <summary>What is sent to make a config from another one.</summary>
public sealed record CloneBody
{
    /// <summary>The new config's id.</summary>
    public required string To { get; init; }

    /// <summary>Why, for the history.</summary>
    public string? Comment { get; init; }

    /// <summary>A config with the same values and definitions; what holds for some time only is not copied.</summary>
    internal Config CloneOf(Config source) => source with
    {
        Id = PathId.ParseText(To, "to"),
        Version = 0,
        Changes = [],
        Scenarios = [],
        MovedFrom = [],
        Saved = null,
    };
}
