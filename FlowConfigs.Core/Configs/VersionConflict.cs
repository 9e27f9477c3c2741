namespace FlowConfigs.Core.Configs;

/// <summary>The config is not at the version on which a save was based; nothing was written.</summary>
/// <param name="id">The config.</param>
/// <param name="current">Its current version; null when it does not exist (any more).</param>
public sealed class VersionConflictException(ConfigId id, Config? current)
    : Exception(current is null
        ? $"{id} does not exist."
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
        : $"{config.Key} no longer exists.")))
{
    /// <summary>Those configs with their versions; null for one that does not exist (any more).</summary>
    public IReadOnlyDictionary<ConfigId, int?> Current { get; } = current;
}
