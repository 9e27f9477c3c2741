namespace FlowConfigs.Core.Configs;

/// <summary>One config of a write of several.</summary>
/// <param name="Before">The version on which it is based; null creates the config.</param>
/// <param name="After">What it becomes; null deletes it.</param>
public sealed record ConfigWrite(Config? Before, Config? After)
{
    /// <summary>Of a deletion, the id that the config went to.</summary>
    public ConfigId? MovedTo { get; init; }
}
