using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Configs;

/// <summary>The config is not at the version on which a save was based; nothing was written.</summary>
/// <param name="id">The config.</param>
/// <param name="current">Its current version; null when it does not exist (any more).</param>
public sealed class VersionConflictException(ConfigId id, Config? current)
    : Exception(current is null
        ? $"{id} does not exist any more."
        : $"{id} is at version {current.Version}, saved by {current.Saved?.By} at {current.Saved?.At:u}.")
{
    /// <summary>The config.</summary>
    public ConfigId Id { get; } = id;

    /// <summary>Its current version; null when it does not exist.</summary>
    public Config? Current { get; } = current;

    /// <summary>Whether the config was to be created, and exists.</summary>
    public bool Exists { get; init; }

    /// <summary>Field by field what the current version and the refused one changed; null where that was not asked for.</summary>
    public IReadOnlyList<FieldDifference>? Differences { get; init; }
}

/// <summary>Configs are not at the versions that a write of several was based on; nothing was written.</summary>
/// <param name="current">Those configs with their versions; null for one that does not exist (any more).</param>
public sealed class ConfigsChangedException(IReadOnlyDictionary<ConfigId, int?> current) : Exception(
    string.Join(" ", current.Select(config => config.Value is { } version
        ? $"{config.Key} is at version {version}."
        : $"{config.Key} is not there any more.")))
{
    /// <summary>Those configs with their versions; null for one that does not exist (any more).</summary>
    public IReadOnlyDictionary<ConfigId, int?> Current { get; } = current;
}

/// <summary>It cannot be done as things are: something else has to be done first. Nothing was written.</summary>
/// <param name="message">What stands in the way, and what to do.</param>
public sealed class NotPossibleException(string message) : Exception(message)
{
    /// <summary>A scenario is on for the config.</summary>
    public static NotPossibleException ScenarioOn(ActiveScenario scenario, ConfigId id) =>
        new($"The scenario {scenario.Id} is on for {id} until {scenario.Until:u}. Switch it off first.");

    /// <summary>Others inherit from the config.</summary>
    public static NotPossibleException HasChildren(ConfigId id, ConfigId first, int count, string send) => new(
        count == 1 ? $"{first} inherits from {id}. Send {send}." : $"{first} and {count - 1} others inherit from {id}. Send {send}.");
}

/// <summary>The config, or an answer that it gives, would be larger than AWS takes; nothing was written.</summary>
public sealed class ConfigTooLargeException(string message) : Exception(message)
{
    /// <summary>It would not fit into an item of DynamoDB.</summary>
    public static ConfigTooLargeException Item(Config config, int bytes) => new(
        $"{config.Id} would take {bytes:N0} of the {ConfigStore.MaxItemBytes:N0} bytes that the table stores for one config. "
        + $"Shorten or remove texts; the largest are in {string.Join(", ", Sizes.LargestParts(config))}.");

    /// <summary>Something else would not fit into an item of DynamoDB.</summary>
    public static ConfigTooLargeException Item(string kind, string id, int bytes) => new(
        $"The {kind} {id} would take {bytes:N0} of the {ConfigStore.MaxItemBytes:N0} bytes that the table stores for one. "
        + "Shorten or remove texts.");

    /// <summary>Together they would not fit into one transaction.</summary>
    public static ConfigTooLargeException Together(int count, int bytes) => new(
        $"The {count} configs would take {bytes:N0} of the {Transaction.MaxBytes:N0} bytes that can be written at once. "
        + "Take fewer of them.");

    /// <summary>It is more than an import takes at once.</summary>
    public static ConfigTooLargeException Import(int changes) => new(
        $"This would create, change or delete {changes:N0}; an import does at most {Exchange.Import.MaxChanged:N0} at once. "
        + "Import the parts of an export one after another, or fewer configs at a time.");

    /// <summary>Connect would send callers to the Error branch.</summary>
    public static ConfigTooLargeException Answer(ConfigId id, LargestAnswer answer) => new(
        $"For {answer.Language} by {answer.Channel.ToString().ToLowerInvariant()}, {id} would answer with {answer.Bytes:N0} bytes; "
        + $"Connect takes fewer than {FlowAnswer.MaxBytes:N0}. Shorten the largest: {string.Join(", ", answer.LargestKeys)}.");
}
