namespace FlowConfigs.Core.Aliases;

/// <summary>
/// Another id under which flows find a config: a number that callers dial, say, or the id that the config had before it moved.
/// An alias points at a config, never at another alias.
/// </summary>
/// <param name="Target">The config.</param>
public sealed record Alias(ConfigId Target);
