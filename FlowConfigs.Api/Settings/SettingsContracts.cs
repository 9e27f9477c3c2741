using FlowConfigs.Api.Http;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Api.Settings;

/// <summary>The settings that hold.</summary>
public sealed record SettingsResponse
{
    /// <summary>0 while none are saved and the defaults hold.</summary>
    public required int Version { get; init; }

    public required IReadOnlyList<OfferedLanguage> Languages { get; init; }

    public required string DefaultLanguage { get; init; }

    public required SettingsLimits Limits { get; init; }

    /// <summary>Limits that no user can change.</summary>
    public ProductLimits ProductLimits => ProductLimits.All;

    /// <summary>Null while none are saved.</summary>
    public Saved? Saved { get; init; }

    internal static SettingsResponse Of(Stored<SharedSettings>? stored)
    {
        var settings = stored?.Value ?? new();
        return new()
        {
            Version = stored?.Version ?? 0,
            Languages = settings.Languages,
            DefaultLanguage = settings.DefaultLanguage,
            Limits = settings.Limits,
            Saved = stored?.Saved,
        };
    }

    internal SettingsResponse Tagged(HttpResponse response)
    {
        ETags.Tag(response, Version);
        return this;
    }
}
