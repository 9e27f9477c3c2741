using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// A named set of variables and prompts that a contact flow reads with getConfig. Its path makes it inherit the keys of
/// its parents; <see cref="Overrides"/> holds the inherited keys to which it gives a value of its own.
/// </summary>
/// <remarks>
/// Members that may be left out take null for their default: source-generated JSON sets an init-only member that is missing
/// to null (https://github.com/dotnet/runtime/issues/84484).
/// </remarks>
public sealed record Config
{
    private static readonly Dictionary<string, Override> NoOverrides = [];

    /// <summary>The id under which a flow asks for it.</summary>
    public required ConfigId Id { get; init; }

    /// <summary>1 for the first save, one more with each; 0 while it has not been saved.</summary>
    public int Version { get; init; }

    /// <summary>The name that business users see: one line of at most 80 characters (<see cref="DisplayNames.MaxLength"/>); null shows the id.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the config is for, in an admin's words.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>The BCP 47 language to fall back to; null takes the nearest parent's.</summary>
    public string? DefaultLanguage { get; init; }

    /// <summary>The variables defined here, in the order in which a screen shows them.</summary>
    public IReadOnlyList<Variable> Variables { get; init => field = value ?? []; } = [];

    /// <summary>The prompts defined here, in the order in which a screen shows them.</summary>
    public IReadOnlyList<Prompt> Prompts { get; init => field = value ?? []; } = [];

    /// <summary>Values for keys that a parent defines, by key.</summary>
    public IReadOnlyDictionary<string, Override> Overrides { get; init => field = value ?? NoOverrides; } = NoOverrides;

    /// <summary>Values for some time, of keys defined here or above.</summary>
    public IReadOnlyList<TimedChange> Changes { get; init => field = value ?? []; } = [];

    /// <summary>What scenarios that were switched on give this config; the one that ended last may still be here.</summary>
    public IReadOnlyList<ActiveScenario> Scenarios { get; init => field = value ?? []; } = [];

    /// <summary>The ids under which this config has been before, the latest first, each with its last version there.</summary>
    public IReadOnlyList<ConfigOrigin> MovedFrom { get; init => field = value ?? []; } = [];

    /// <summary>Who saved this version, when and why; null while it has not been saved.</summary>
    public Saved? Saved { get; init; }

    /// <summary>The keys that this config itself defines: its variables' names and its prompts' keys.</summary>
    public IEnumerable<string> DefinedKeys() => Variables.Select(v => v.Name).Concat(Prompts.Select(p => p.Key));
}

/// <summary>A value for an inherited key: <see cref="Value"/> for a variable, <see cref="Texts"/> for a prompt.</summary>
public sealed record Override
{
    /// <summary>The variable's value.</summary>
    public string? Value { get; init; }

    /// <summary>All texts of the prompt by language; they take the place of all the parent's.</summary>
    public IReadOnlyDictionary<string, PromptText>? Texts { get; init; }

    /// <summary>Whether it is the same value or the same texts, whenever they were written.</summary>
    public bool HasSameContentAs(Override other) =>
        Value == other.Value
        && Texts?.Count == other.Texts?.Count
        && (Texts ?? NoTexts).All(text => other.Texts!.TryGetValue(text.Key, out var words) && text.Value.HasSameContentAs(words));

    private static readonly Dictionary<string, PromptText> NoTexts = [];
}

/// <summary>An id that a config had, and its last version under it.</summary>
public sealed record ConfigOrigin(ConfigId Id, int Version);
