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
