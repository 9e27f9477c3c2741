using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Settings;

namespace FlowConfigs.Core.Exchange;

/// <summary>
/// An environment, a path of it, or a part of either, as a file that another environment imports. A file that lacks a member says
/// nothing about it.
/// </summary>
public sealed record ExportDocument
{
    /// <summary>The form that this program writes and reads.</summary>
    public const string CurrentFormat = "flow-configs/1";

    /// <summary><see cref="CurrentFormat"/>.</summary>
    public required string Format { get; init; }

    /// <summary>When it was written (UTC); an import does not look at it.</summary>
    public DateTimeOffset? ExportedAt { get; init; }

    /// <summary>The config that was exported with everything below it; null for a whole environment.</summary>
    public ConfigId? Path { get; init; }

    /// <summary>What this part begins after; null for the first part.</summary>
    public ExportCursor? After { get; init; }

    /// <summary>The settings; only in the first part of a whole environment.</summary>
    public SharedSettings? Settings { get; init; }

    /// <summary>Whole configs in the order of their ids.</summary>
    public IReadOnlyList<ExportedConfig> Configs { get; init => field = value ?? []; } = [];

    /// <summary>The aliases of these configs by id; null says nothing about aliases.</summary>
    public IReadOnlyList<ExportedAlias>? Aliases { get; init; }

    /// <summary>Scenarios in the order of their ids; null says nothing about scenarios.</summary>
    public IReadOnlyList<ExportedScenario>? Scenarios { get; init; }

    /// <summary>Lists in the order of their ids, each with some or all of its entries; null says nothing about lists.</summary>
    public IReadOnlyList<ExportedList>? Lists { get; init; }

    /// <summary>Where the next part begins: pass it as <c>after</c>; null in the last part.</summary>
    public ExportCursor? Next { get; init; }
}

/// <summary>A config as a file has it: without what only one environment knows, its versions, scenarios that are on, and moves.</summary>
public sealed record ExportedConfig
{
    private static readonly Dictionary<string, Override> NoOverrides = [];

    /// <inheritdoc cref="Config.Id"/>
    public required ConfigId Id { get; init; }

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
        Description = Description,
        DefaultLanguage = DefaultLanguage,
        Variables = Variables,
        Prompts = Prompts,
        Overrides = Overrides,
        Changes = [.. Changes.Where(change => change.Until > now)],
    };
}
