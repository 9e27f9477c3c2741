using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Api.Scenarios;

/// <summary>What is sent to create or save a scenario: the whole of it.</summary>
public sealed record ScenarioBody
{
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>For each config's id the values by key: of keys that the config defines or inherits.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, Override>> Values { get; init; }

    /// <summary>Why the change is made, for the history.</summary>
    public string? Comment { get; init; }

    internal Scenario ToScenario()
    {
        var values = new Dictionary<ConfigId, IReadOnlyDictionary<string, Override>>();
        var problems = new List<Problem>();
        foreach (var (config, given) in Values)
        {
            if (!ConfigId.TryParse(config, out var id, out var problem))
                problems.Add(new($"values.{config}", problem));
            else if (given is null)
                problems.Add(new($"values.{config}", "Must not be null."));
            else
                values.Add(id, given);
            if (given is not null)
                problems.AddRange(given.SelectMany(value => NullProblems($"values.{config}.{value.Key}", value.Value)));
        }

        return problems.Count == 0 ? new() { Description = Description, Values = values } : throw new InvalidConfigException(problems);
    }

    // The JSON reader refuses null for a property, but not for an element.
    private static IEnumerable<Problem> NullProblems(string path, Override? value) => value is null
        ? [new(path, "Must not be null.")]
        : (value.Texts ?? new Dictionary<string, PromptText>()).Where(text => text.Value is null)
            .Select(text => new Problem($"{path}.texts.{text.Key}", "Must not be null."));
}

/// <summary>What would keep a scenario from being saved, and what callers may hear wrong; the paths are those of the body.</summary>
public sealed record ScenarioCheckResponse(IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Warnings);

/// <summary>What is sent to switch a scenario on.</summary>
public sealed record ScenarioOnBody
{
    /// <summary>When it must end: a time on the wall clock of the time zone, or one with an offset of its own.</summary>
    public required string Until { get; init; }

    /// <summary>An IANA time zone such as America/New_York; UTC unless given.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Why, for the history.</summary>
    public string? Comment { get; init; }

    /// <summary>The version of each config as the preview showed it. Should one have changed since, nothing is switched on.</summary>
    public IReadOnlyDictionary<string, int>? Versions { get; init; }

    internal ScenarioStart ToStart(DateTimeOffset now)
    {
        if (!TimeZones.TryFind(TimeZone ?? "UTC", out var zone, out var noZone))
            throw new InvalidConfigException([new("timeZone", noZone)]);
        if (!ZonedTime.TryReadUntil(Until, zone, out var until, out var problem))
            throw new InvalidConfigException([new("until", problem)]);
        if (ChangeRules.EndProblem(DateTimeOffset.MinValue, until, now) is { } end)
            throw new InvalidConfigException([new("until", end)]);
        return new(until, zone.Id, Seen());
    }

    private Dictionary<ConfigId, int>? Seen()
    {
        var seen = new Dictionary<ConfigId, int>();
        foreach (var (config, version) in Versions ?? new Dictionary<string, int>())
            seen[PathId.ParseText(config, $"versions.{config}")] = version;
        return Versions is null ? null : seen;
    }
}

/// <summary>What is sent with an act that needs nothing but a reason.</summary>
public sealed record CommentBody
{
    /// <summary>Why, for the history.</summary>
    public string? Comment { get; init; }
}

/// <summary>A scenario as it is saved, and whether it is on.</summary>
public sealed record ScenarioResponse(
    string Id,
    int Version,
    string Description,
    IReadOnlyDictionary<ConfigId, IReadOnlyDictionary<string, Override>> Values,
    ScenarioRun? On,
    Saved Saved)
{
    internal static ScenarioResponse Of(Stored<Scenario> stored, DateTimeOffset now) =>
        new(stored.Id, stored.Version, stored.Value.Description, stored.Value.Values, stored.Value.RunAt(now), stored.Saved);
}

/// <summary>What a list shows of a scenario; <c>on</c> is null while it is off.</summary>
public sealed record ScenarioSummary(
    string Id, int Version, string Description, IReadOnlyList<ConfigId> Configs, ScenarioRun? On, Saved Saved)
{
    internal static ScenarioSummary Of(Stored<Scenario> stored, DateTimeOffset now) =>
        new(stored.Id, stored.Version, stored.Value.Description, [.. stored.Value.Values.Keys], stored.Value.RunAt(now), stored.Saved);
}

/// <summary>What switching a scenario on would change at the moment; with problems it would be refused.</summary>
public sealed record ScenarioPreviewResponse(string Id, int Version, bool Possible, IReadOnlyList<ScenarioEffect> Configs)
{
    internal static ScenarioPreviewResponse Of(Stored<Scenario> stored, ScenarioPreview preview) =>
        new(stored.Id, stored.Version, preview.Configs.All(config => config.Problems.Count == 0), preview.Configs);
}
