using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Scenarios;

/// <summary>
/// Values for several configs, prepared in advance ("Fire, real", "Fire, drill"), that are switched on together, until an end
/// that must be given, and off together.
/// </summary>
public sealed record Scenario
{
    /// <summary>What the scenario is for, and when to switch it on.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>For each config the values by key: of keys that the config defines or inherits.</summary>
    public required IReadOnlyDictionary<ConfigId, IReadOnlyDictionary<string, Override>> Values { get; init; }

    /// <summary>When it was last switched on, until it was switched off; it may have ended by itself since.</summary>
    public ScenarioRun? On { get; init; }

    /// <summary>The configs that it has values for, or gave values to when it was last switched on.</summary>
    public IEnumerable<ConfigId> Reached() => Values.Keys.Concat(On?.Configs ?? []);

    /// <summary>Whether it is on at an instant; null when it is off.</summary>
    public ScenarioRun? RunAt(DateTimeOffset instant) => On is { } run && instant < run.Until ? run : null;
}

/// <summary>A scenario that was switched on.</summary>
public sealed record ScenarioRun
{
    /// <summary>When it was switched on.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The first instant at which it does not hold any more, with the offset that the time zone has then.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The IANA time zone in which the end was written.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Who switched it on: an e-mail address.</summary>
    public required string By { get; init; }

    /// <summary>Why; null when nothing was said.</summary>
    public string? Comment { get; init; }

    /// <summary>The configs to which it gave values.</summary>
    public required IReadOnlyList<ConfigId> Configs { get; init; }
}
