namespace FlowConfigs.Core.Configs;

/// <summary>What a list shows of a config without reading it.</summary>
public sealed record ConfigSummary
{
    private const string True = "true";

    /// <summary>The id.</summary>
    public required ConfigId Id { get; init; }

    /// <summary>The name that business users see; null shows the id.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The display names of the variables and prompts that it defines, by key; null where none has one.</summary>
    public IReadOnlyDictionary<string, string>? DisplayNames { get; init; }

    /// <summary>The current version.</summary>
    public required int Version { get; init; }

    /// <summary>What the config is for.</summary>
    public required string Description { get; init; }

    /// <summary>The names of the variables that it defines.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>The names of the prompts that it defines.</summary>
    public required IReadOnlyList<string> Prompts { get; init; }

    /// <summary>The keys of those prompts, in the same order.</summary>
    public required IReadOnlyList<string> PromptKeys { get; init; }

    /// <summary>The inherited keys that it gives a value of its own.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }

    /// <summary>The keys to which it gives <c>true</c> itself: what is switched on, as far as it does not inherit that.</summary>
    public IReadOnlyList<string> On { get; init => field = value ?? []; } = [];

    /// <summary>When its timed changes and scenarios begin and end: those that had not ended at the save.</summary>
    public IReadOnlyList<TimeSpanOfValues> Times { get; init => field = value ?? []; } = [];

    /// <summary>Most bytes that its own values can add to an answer, whatever the language, channel and time.</summary>
    public int OwnBytes { get; init; }

    /// <summary>Who saved the current version.</summary>
    public required string SavedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Sums up a saved config.</summary>
    public static ConfigSummary Of(Config config) => new()
    {
        Id = config.Id,
        DisplayName = config.DisplayName,
        DisplayNames = Configs.DisplayNames.ByKey(config),
        Version = config.Version,
        Description = config.Description,
        Variables = [.. config.Variables.Select(v => v.Name)],
        Prompts = [.. config.Prompts.Select(p => p.Name)],
        PromptKeys = [.. config.Prompts.Select(p => p.Key)],
        Overrides = [.. config.Overrides.Keys],
        On =
        [
            .. config.Variables.Where(v => v.Kind == VariableKind.Boolean && v.Value == True).Select(v => v.Name),
            .. SwitchedOn(config.Overrides),
        ],
        Times =
        [
            .. config.Changes.Select(c =>
                new TimeSpanOfValues(c.Id, false, c.From, c.Until, [.. c.Values.Keys], [.. SwitchedOn(c.Values)])),
            .. config.Scenarios.Select(s =>
                new TimeSpanOfValues(s.Id, true, s.From, s.Until, [.. s.Values.Keys], [.. SwitchedOn(s.Values)])),
        ],
        OwnBytes = Configs.OwnBytes.Of(config),
        SavedBy = config.Saved!.By,
        SavedAt = config.Saved.At,
    };

    private static IEnumerable<string> SwitchedOn(IReadOnlyDictionary<string, Override> values) =>
        values.Where(value => value.Value.Value == True).Select(value => value.Key);
}

/// <summary>When a timed change or a scenario holds.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Scenario">Whether it is a scenario.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Keys">The keys that it gives values.</param>
/// <param name="On">Those to which it gives <c>true</c>; null in a summary that was written before there were any.</param>
public sealed record TimeSpanOfValues(
    string Id, bool Scenario, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string> Keys, IReadOnlyList<string>? On = null);

/// <summary>A page of a list.</summary>
/// <param name="Items">Summaries in the order of their ids' bytes.</param>
/// <param name="Next">Where the next page begins: pass it as <c>after</c>; null on the last page.</param>
public sealed record ConfigPage(IReadOnlyList<ConfigSummary> Items, ConfigId? Next);
