using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Resolving;

/// <summary>A config with the text that it is stored as.</summary>
/// <param name="Config">The config.</param>
/// <param name="Body">Its JSON, by which two reads are compared.</param>
public sealed record StoredConfig(Config Config, string Body);
