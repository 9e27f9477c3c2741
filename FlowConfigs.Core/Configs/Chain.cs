namespace FlowConfigs.Core.Configs;

/// <summary>
/// A config and its parents as one: every key with the definition, value and texts that hold at its lower end, before
/// language and channel are chosen.
/// </summary>
public sealed class Chain
{
    private readonly Dictionary<string, ChainEntry> entries = [];

    private Chain(IReadOnlyList<Config> configs) => Configs = configs;

    /// <summary>The config and its parents, nearest first; empty for an id that does not exist and has no parents.</summary>
    public IReadOnlyList<Config> Configs { get; }

    /// <summary>Every key, those of the topmost parent first, each config's in its own order.</summary>
    public IReadOnlyCollection<ChainEntry> Entries => entries.Values;

    /// <summary>The language to fall back to: the nearest one given; null when no config gives any.</summary>
    public string? DefaultLanguage => Configs.Select(c => c.DefaultLanguage).FirstOrDefault(tag => tag is not null);

    /// <summary>The entry of a key; null when no config of the chain defines it.</summary>
    public ChainEntry? Find(string key) => entries.GetValueOrDefault(key);

    /// <summary>Joins a config and its parents as they are at an instant.</summary>
    /// <param name="nearestFirst">The config itself, if it exists, then its parents.</param>
    /// <param name="at">The instant: timed changes and scenarios hold or do not.</param>
    public static Chain Of(IReadOnlyList<Config> nearestFirst, DateTimeOffset at)
    {
        var chain = new Chain(nearestFirst);
        foreach (var config in nearestFirst.Reverse())
            chain.Add(config, at);
        // Above everything else: a scenario of a parent is for all below it, whatever they override.
        foreach (var config in nearestFirst.Reverse())
        {
            foreach (var scenario in ActiveScenario.Layers(config.Scenarios, at))
                chain.Give(scenario.Values, new(config.Id, ReasonSource.Scenario) { Name = scenario.Id, Until = scenario.Until });
        }

        return chain;
    }

    private void Add(Config config, DateTimeOffset at)
    {
        var origin = new ValueOrigin(config.Id, ReasonSource.Own);
        // Before its own definitions: an override whose key a parent dropped, and which the config then defined itself, is dead (R5).
        Give(config.Overrides, origin);
        foreach (var variable in config.Variables)
            Define(new(variable.Name, config.Id, origin) { Variable = variable, Value = variable.Value });
        foreach (var prompt in config.Prompts)
            Define(new(prompt.Key, config.Id, origin) { Prompt = prompt, Texts = prompt.Texts });
        foreach (var change in TimedChange.Layers(config.Changes, at))
            Give(change.Values, new(config.Id, ReasonSource.TimedChange) { Name = change.Id, Until = change.Until });
    }

    // A key is refused at save when the chain already has it. Should two saves at the same moment bring one in all the
    // same, the upper definition holds and the lower one counts as its override.
    private void Define(ChainEntry entry)
    {
        if (!entries.TryAdd(entry.Key, entry))
            Give(entry.Key, new() { Value = entry.Value, Texts = entry.Texts }, entry.Origin);
    }

    private void Give(IReadOnlyDictionary<string, Override> values, ValueOrigin origin)
    {
        foreach (var (key, given) in values)
            Give(key, given, origin);
    }

    private void Give(string key, Override given, ValueOrigin origin)
    {
        if (!entries.TryGetValue(key, out var entry) || entry.IsLockedFor(origin.From))
            return;
        if (entry.Variable is not null && given.Value is not null)
            entries[key] = entry with { Value = given.Value, Origin = origin };
        else if (entry.Prompt is not null && given.Texts is { Count: > 0 })
            entries[key] = entry with { Texts = given.Texts, Origin = origin };
    }
}

/// <summary>A key of a chain: either a variable with its value, or a prompt with its texts.</summary>
/// <param name="Key">The name under which a flow reads it.</param>
/// <param name="DefinedBy">The config that defines it.</param>
/// <param name="Origin">Where the value or the texts that hold come from.</param>
public sealed record ChainEntry(string Key, ConfigId DefinedBy, ValueOrigin Origin)
{
    /// <summary>The definition, when the key is a variable's.</summary>
    public Variable? Variable { get; init; }

    /// <summary>The variable's value.</summary>
    public string? Value { get; init; }

    /// <summary>The definition, when the key is a prompt's.</summary>
    public Prompt? Prompt { get; init; }

    /// <summary>The prompt's texts by language.</summary>
    public IReadOnlyDictionary<string, PromptText>? Texts { get; init; }

    /// <summary>The name that business users see; null shows the key.</summary>
    public string? DisplayName => Variable?.DisplayName ?? Prompt?.DisplayName;

    /// <summary>Whether configs below the defining one may not override it.</summary>
    public bool Locked => Variable?.Locked ?? Prompt?.Locked ?? false;

    /// <summary>Whether a lock keeps values of this config out: it lies below the one that defines the key.</summary>
    public bool IsLockedFor(ConfigId config) => Locked && config != DefinedBy;
}

/// <summary>Where a value comes from.</summary>
/// <param name="From">The config that gives it.</param>
/// <param name="Source">As what: <see cref="ReasonSource.Own"/> for a definition or an override.</param>
public sealed record ValueOrigin(ConfigId From, ReasonSource Source)
{
    /// <summary>The timed change or the scenario.</summary>
    public string? Name { get; init; }

    /// <summary>When that ends.</summary>
    public DateTimeOffset? Until { get; init; }
}
