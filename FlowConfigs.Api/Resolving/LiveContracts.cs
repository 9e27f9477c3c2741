using System.Text.Json.Serialization;
using FlowConfigs.Core;

namespace FlowConfigs.Api.Resolving;

/// <summary>Whose answer to read back.</summary>
public sealed record LiveCheckRequest
{
    public required ConfigId Id { get; init; }

    /// <summary>The language that the contact asks for; none when left out.</summary>
    public string? Language { get; init; }

    /// <summary>Connect's word: VOICE, CHAT, TASK, EMAIL; VOICE when left out.</summary>
    public string? Channel { get; init; }
}

/// <summary>What the next contact gets.</summary>
/// <param name="Id">The config that was asked for.</param>
/// <param name="Source">Who answered.</param>
/// <param name="Milliseconds">How long the answer took.</param>
/// <param name="Answer">The map of strings as the flow gets it.</param>
public sealed record LiveCheckResponse(
    ConfigId Id, LiveSource Source, double Milliseconds, IReadOnlyDictionary<string, string> Answer);

/// <summary>Who answered a live check.</summary>
[JsonConverter(typeof(EnumNames<LiveSource>))]
public enum LiveSource
{
    /// <summary>The getConfig function itself, as contact flows invoke it.</summary>
    GetConfig,

    /// <summary>The table, by getConfig's own resolver: this environment does not say which function getConfig is.</summary>
    Store,
}
