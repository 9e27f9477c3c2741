using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Core.Storage;

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
}

/// <summary>The config, or an answer that it gives, would be larger than AWS takes; nothing was written.</summary>
public sealed class ConfigTooLargeException(string message) : Exception(message)
{
    /// <summary>It would not fit into an item of DynamoDB.</summary>
    public static ConfigTooLargeException Item(ConfigId id, int bytes) => new(
        $"{id} would take {bytes:N0} of the {ConfigStore.MaxItemBytes:N0} bytes that the table stores for one config. "
        + "Shorten or remove texts.");

    /// <summary>Together they would not fit into one transaction.</summary>
    public static ConfigTooLargeException Together(int count, int bytes) => new(
        $"The {count} configs would take {bytes:N0} of the {Transaction.MaxBytes:N0} bytes that can be written at once. "
        + "Take fewer of them.");

    /// <summary>Connect would send callers to the Error branch.</summary>
    public static ConfigTooLargeException Answer(ConfigId id, LargestAnswer answer) => new(
        $"For {answer.Language} by {answer.Channel.ToString().ToLowerInvariant()}, {id} would answer with {answer.Bytes:N0} bytes; "
        + $"Connect takes fewer than {FlowAnswer.MaxBytes:N0}. Shorten the largest: {string.Join(", ", answer.LargestKeys)}.");
}
