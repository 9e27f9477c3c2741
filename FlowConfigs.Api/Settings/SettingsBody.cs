using FlowConfigs.Core.Settings;

namespace FlowConfigs.Api.Settings;

/// <summary>What is sent to save the settings: the whole of them.</summary>
public sealed record SettingsBody
{
    /// <summary>The languages on offer, in the order in which screens show them.</summary>
    public required IReadOnlyList<OfferedLanguage> Languages { get; init; }

    /// <summary>The default language of new configs; one of the languages.</summary>
    public required string DefaultLanguage { get; init; }

    public required SettingsLimits Limits { get; init; }

    /// <summary>Why the change is made, for the history.</summary>
    public string? Comment { get; init; }

    internal SharedSettings ToSettings() => new() { Languages = Languages, DefaultLanguage = DefaultLanguage, Limits = Limits };
}
