using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Exchange;

/// <summary>A config as a file has it: without what only one environment knows, its versions, scenarios that are on, and moves.</summary>
public sealed record ExportedConfig
{
    private static readonly Dictionary<string, Override> NoOverrides = [];

    /// <inheritdoc cref="Config.Id"/>
    public required ConfigId Id { get; init; }

    /// <inheritdoc cref="Config.DisplayName"/>
    public string? DisplayName { get; init; }

    /// <inheritdoc cref="Config.Description"/>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <inheritdoc cref="Config.DefaultLanguage"/>
    public string? DefaultLanguage { get; init; }

    /// <inheritdoc cref="Config.Variables"/>
    public IReadOnlyList<Variable> Variables { get; init => field = value ?? []; } = [];

    /// <inheritdoc cref="Config.Prompts"/>
    public IReadOnlyList<Prompt> Prompts { get; init => field = value ?? []; } = [];

    /// <inheritdoc cref="Config.Overrides"/>
    public IReadOnlyDictionary<string, Override> Overrides { get; init => field = value ?? NoOverrides; } = NoOverrides;

    /// <inheritdoc cref="Config.Changes"/>
    public IReadOnlyList<TimedChange> Changes { get; init => field = value ?? []; } = [];

    /// <summary>What of a config goes into a file; timed changes that are over stay behind.</summary>
    public static ExportedConfig Of(Config config, DateTimeOffset now) => new()
    {
        Id = config.Id,
        DisplayName = config.DisplayName,
        Description = config.Description,
        DefaultLanguage = config.DefaultLanguage,
        Variables = config.Variables,
        Prompts = config.Prompts,
        Overrides = config.Overrides,
        Changes = [.. config.Changes.Where(change => change.Until > now)],
    };

    /// <summary>The config that a file describes; timed changes that are over by now are left out.</summary>
    public Config ToConfig(DateTimeOffset now) => new()
    {
        Id = Id,
        DisplayName = DisplayName,
        Description = Description,
        DefaultLanguage = DefaultLanguage,
        Variables = Variables,
        Prompts = Prompts,
        Overrides = Overrides,
        Changes = [.. Changes.Where(change => change.Until > now)],
    };
}
