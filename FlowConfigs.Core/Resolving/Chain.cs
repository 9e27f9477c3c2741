using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Resolving;

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

    /// <summary>Joins a config and its parents.</summary>
    /// <param name="nearestFirst">The config itself, if it exists, then its parents.</param>
    public static Chain Of(IReadOnlyList<Config> nearestFirst)
    {
        var chain = new Chain(nearestFirst);
        foreach (var config in nearestFirst.Reverse())
            chain.Add(config);
        return chain;
    }

    private void Add(Config config)
    {
        foreach (var variable in config.Variables)
            Define(new(variable.Name, config.Id, config.Id) { Variable = variable, Value = variable.Value });
        foreach (var prompt in config.Prompts)
            Define(new(prompt.Key, config.Id, config.Id) { Prompt = prompt, Texts = prompt.Texts });
        foreach (var (key, given) in config.Overrides)
            Give(key, given.Value, given.Texts, config.Id);
    }

    // A key is refused at save when the chain already has it. Should two saves at the same moment bring one in all the
    // same, the upper definition holds and the lower one counts as its override.
    private void Define(ChainEntry entry)
    {
        if (!entries.TryAdd(entry.Key, entry))
            Give(entry.Key, entry.Value, entry.Texts, entry.DefinedBy);
    }

    private void Give(string key, string? value, IReadOnlyDictionary<string, PromptText>? texts, ConfigId by)
    {
        if (!entries.TryGetValue(key, out var entry) || entry.Locked)
            return;
        if (entry.Variable is not null && value is not null)
            entries[key] = entry with { Value = value, From = by };
        else if (entry.Prompt is not null && texts is { Count: > 0 })
            entries[key] = entry with { Texts = texts, From = by };
    }
}

/// <summary>A key of a chain: either a variable with its value, or a prompt with its texts.</summary>
/// <param name="Key">The name under which a flow reads it.</param>
/// <param name="DefinedBy">The config that defines it.</param>
/// <param name="From">The config whose value or texts hold: the same, or the nearest one that overrides it.</param>
public sealed record ChainEntry(string Key, ConfigId DefinedBy, ConfigId From)
{
    /// <summary>The definition, when the key is a variable's.</summary>
    public Variable? Variable { get; init; }

    /// <summary>The variable's value.</summary>
    public string? Value { get; init; }

    /// <summary>The definition, when the key is a prompt's.</summary>
    public Prompt? Prompt { get; init; }

    /// <summary>The prompt's texts by language.</summary>
    public IReadOnlyDictionary<string, PromptText>? Texts { get; init; }

    /// <summary>Whether configs below the defining one may not override it.</summary>
    public bool Locked => Variable?.Locked ?? Prompt?.Locked ?? false;
}
