using System.Diagnostics.CodeAnalysis;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Api;

/// <summary>What is sent to create or save a config: the whole of it.</summary>
public sealed record ConfigBody
{
    private static readonly Dictionary<string, Override> NoOverrides = [];

    public string Description { get; init => field = value ?? ""; } = "";

    public string? DefaultLanguage { get; init; }

    public IReadOnlyList<Variable> Variables { get; init => field = value ?? []; } = [];

    /// <summary>A prompt's key may be left out: it is fixed when the prompt is created.</summary>
    public IReadOnlyList<Prompt> Prompts { get; init => field = value ?? []; } = [];

    /// <summary>Values for inherited keys, by key.</summary>
    public IReadOnlyDictionary<string, Override> Overrides { get; init => field = value ?? NoOverrides; } = NoOverrides;

    /// <summary>Why the change is made, for the history.</summary>
    public string? Comment { get; init; }

    internal Config ToConfig(ConfigId id, int version)
    {
        Problem[] missing =
        [
            .. Nulls(Variables.Select((v, i) => ($"variables[{i}]", (object?)v))),
            .. Nulls(Prompts.Select((p, i) => ($"prompts[{i}]", (object?)p))),
            .. Nulls(Overrides.Select(o => ($"overrides.{o.Key}", (object?)o.Value))),
            .. Prompts.SelectMany((p, i) => NullTexts($"prompts[{i}]", p?.Texts)),
            .. Overrides.SelectMany(o => NullTexts($"overrides.{o.Key}", o.Value?.Texts)),
        ];
        if (missing.Length > 0)
            throw new InvalidConfigException(missing);
        return new()
        {
            Id = id,
            Version = version,
            Description = Description,
            DefaultLanguage = DefaultLanguage,
            Variables = Variables,
            Prompts = Prompts,
            Overrides = Overrides,
        };
    }

    private static IEnumerable<Problem> NullTexts(string path, IReadOnlyDictionary<string, PromptText>? texts) =>
        Nulls((texts ?? new Dictionary<string, PromptText>()).Select(t => ($"{path}.texts.{t.Key}", (object?)t.Value)));

    // The JSON reader refuses null for a property, but not for an element of a list.
    private static IEnumerable<Problem> Nulls(IEnumerable<(string Path, object? Value)> elements) =>
        elements.Where(e => e.Value is null).Select(e => new Problem(e.Path, "Must not be null."));
}

/// <summary>A config as it is saved, with what it inherits.</summary>
public sealed record ConfigResponse
{
    public required ConfigId Id { get; init; }

    public required int Version { get; init; }

    public required string Description { get; init; }

    public string? DefaultLanguage { get; init; }

    public required IReadOnlyList<Variable> Variables { get; init; }

    public required IReadOnlyList<Prompt> Prompts { get; init; }

    public required IReadOnlyDictionary<string, Override> Overrides { get; init; }

    public required Inherited Inherited { get; init; }

    public required Saved Saved { get; init; }

    /// <summary>Describes the first config of a chain.</summary>
    internal static ConfigResponse Of(IReadOnlyList<Config> chain, DateTimeOffset now) => new()
    {
        Id = chain[0].Id,
        Version = chain[0].Version,
        Description = chain[0].Description,
        DefaultLanguage = chain[0].DefaultLanguage,
        Variables = chain[0].Variables,
        Prompts = chain[0].Prompts,
        Overrides = chain[0].Overrides,
        Inherited = Inherited.Of(Chain.Of([.. chain.Skip(1)], now)),
        Saved = chain[0].Saved!,
    };
}

/// <summary>What the parents give: each key as it would be without an override here.</summary>
public sealed record Inherited(IReadOnlyList<InheritedVariable> Variables, IReadOnlyList<InheritedPrompt> Prompts, string? DefaultLanguage)
{
    internal static Inherited Of(Chain parents) => new(
        [.. parents.Entries.Where(e => e.Variable is not null).Select(e => new InheritedVariable(e))],
        [.. parents.Entries.Where(e => e.Prompt is not null).Select(e => new InheritedPrompt(e))],
        parents.DefaultLanguage);
}

/// <summary>A parent's variable with the value that holds, and the config that gives the value.</summary>
public sealed record InheritedVariable : Variable
{
    [SetsRequiredMembers]
    internal InheritedVariable(ChainEntry entry)
        : base(entry.Variable!)
    {
        Value = entry.Value!;
        From = entry.Origin.From;
    }

    public ConfigId From { get; }
}

/// <summary>A parent's prompt with the texts that hold, and the config that gives them.</summary>
public sealed record InheritedPrompt : Prompt
{
    [SetsRequiredMembers]
    internal InheritedPrompt(ChainEntry entry)
        : base(entry.Prompt!)
    {
        Texts = entry.Texts!;
        From = entry.Origin.From;
    }

    public ConfigId From { get; }
}
