using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Scenarios;

namespace FlowConfigs.Core.Exchange;

/// <summary>A scenario as a file contains it: what it would do, without its runs.</summary>
public sealed record ExportedScenario
{
    /// <summary>Its id.</summary>
    public required ConfigId Id { get; init; }

    /// <inheritdoc cref="Scenario.Description"/>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <inheritdoc cref="Scenario.Values"/>
    public required IReadOnlyDictionary<ConfigId, IReadOnlyDictionary<string, Override>> Values { get; init; }

    /// <summary>Whether it was switched on when it was exported. An import never switches it on.</summary>
    public bool WasOn { get; init; }

    internal static ExportedScenario Of(ConfigId id, Scenario scenario, DateTimeOffset now) => new()
    {
        Id = id,
        Description = scenario.Description,
        Values = scenario.Values,
        WasOn = scenario.RunAt(now) is not null,
    };
}
