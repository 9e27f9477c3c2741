namespace FlowConfigs.Core.Exchange;

/// <summary>An alias as a file contains it.</summary>
public sealed record ExportedAlias
{
    /// <summary>The id under which flows find the config, such as a dialled number.</summary>
    public required ConfigId Id { get; init; }

    /// <summary>The config.</summary>
    public required ConfigId Target { get; init; }
}
