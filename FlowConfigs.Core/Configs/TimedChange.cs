namespace FlowConfigs.Core.Configs;

/// <summary>
/// Values that hold from an instant until an instant. The resolver reads the clock, so a change starts and reverts by itself:
/// there is no scheduler that could fail.
/// </summary>
public sealed record TimedChange
{
    /// <summary>Its name within the config, given when it is made.</summary>
    public required string Id { get; init; }

    /// <summary>The first instant at which it holds, with the offset that the time zone has then.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The first instant at which it does not hold any more, with the offset that the time zone has then.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The IANA time zone in which people read and write the two, such as <c>America/New_York</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The purpose of the change, in the words of its author.</summary>
    public string? Note { get; init; }

    /// <summary>The values by key: of keys that the config defines or inherits.</summary>
    public required IReadOnlyDictionary<string, Override> Values { get; init; }

    /// <summary>Whether it holds at an instant.</summary>
    public bool HoldsAt(DateTimeOffset instant) => From <= instant && instant < Until;

    /// <summary>
    /// The order in which changes that hold at once are laid over each other, the last on top: a later start wins; of the same
    /// start, an earlier end.
    /// </summary>
    public static IEnumerable<TimedChange> Layers(IEnumerable<TimedChange> changes, DateTimeOffset instant) =>
        changes.Where(change => change.HoldsAt(instant)).OrderBy(change => change.From).ThenByDescending(change => change.Until);
}

/// <summary>What a scenario that was switched on gives this config until its end.</summary>
public sealed record ActiveScenario
{
    /// <summary>The scenario's id.</summary>
    public required string Id { get; init; }

    /// <summary>When it was switched on.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The first instant at which it does not hold any more.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The values by key: of keys that the config defines or inherits.</summary>
    public required IReadOnlyDictionary<string, Override> Values { get; init; }

    /// <summary>Whether it holds at an instant.</summary>
    public bool HoldsAt(DateTimeOffset instant) => From <= instant && instant < Until;

    /// <summary>The order in which scenarios are laid over each other, the last on top: the one switched on later wins.</summary>
    public static IEnumerable<ActiveScenario> Layers(IEnumerable<ActiveScenario> scenarios, DateTimeOffset instant) =>
        scenarios.Where(scenario => scenario.HoldsAt(instant))
            .OrderBy(scenario => scenario.From).ThenBy(scenario => scenario.Id, StringComparer.Ordinal);
}
