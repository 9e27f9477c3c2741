using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Saving;

namespace FlowConfigs.Api.Configs;

/// <summary>What is sent to move a config to another id.</summary>
public sealed record MoveBody
{
    /// <summary>The new id.</summary>
    public required string To { get; init; }

    /// <summary>Whether the configs below it move too; without it, a config that has any is not moved.</summary>
    public bool? Children { get; init; }

    /// <summary>Whether the old ids become aliases of the new ones, so that flows go on as they are; true unless given.</summary>
    public bool? Alias { get; init; }

    /// <summary>Why, for the history.</summary>
    public string? Comment { get; init; }

    internal ConfigMove ToMove(ConfigId from, int version) =>
        new(from, version, PathId.ParseText(To, "to"), Children ?? false, Alias ?? true);
}

/// <summary>What a move did.</summary>
/// <param name="Id">The new id.</param>
/// <param name="Version">The version there; numbers go on from the old id.</param>
/// <param name="Configs">How many configs were moved, itself included.</param>
/// <param name="UnusedKeys">By new id the keys that have a value there and that no config defines: they have no effect.</param>
/// <param name="Scenarios">The scenarios that name the old id, or one below it: they want its new one.</param>
public sealed record MovedResponse(
    ConfigId Id,
    int Version,
    int Configs,
    IReadOnlyDictionary<ConfigId, IReadOnlyList<string>> UnusedKeys,
    IReadOnlyList<string> Scenarios);
