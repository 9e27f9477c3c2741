using System.Diagnostics.CodeAnalysis;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Api.Configs;

/// <summary>A config as it is saved, with what it inherits.</summary>
public sealed record ConfigResponse
{
    public required ConfigId Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The name that business users see; null shows the id.</summary>
    public string? DisplayName { get; init; }

    public required string Description { get; init; }

    public string? DefaultLanguage { get; init; }

    public required IReadOnlyList<Variable> Variables { get; init; }

    public required IReadOnlyList<Prompt> Prompts { get; init; }

    public required IReadOnlyDictionary<string, Override> Overrides { get; init; }

    public required IReadOnlyList<TimedChange> Changes { get; init; }

    /// <summary>Scenarios that are on, here; a parent's are with the parent.</summary>
    public required IReadOnlyList<ActiveScenario> Scenarios { get; init; }

    public required IReadOnlyList<ConfigOrigin> MovedFrom { get; init; }

    public required Inherited Inherited { get; init; }

    public required Sizes Sizes { get; init; }

    public required Saved Saved { get; init; }

    /// <summary>Latest versions that another Region overruled and that no save has taken up; null where that was not looked up.</summary>
    public IReadOnlyList<VersionEntry>? Overruled { get; init; }

    internal ConfigResponse Tagged(HttpResponse response) => this.Tagged(Version, response);

    /// <summary>Describes the first config of a chain.</summary>
    internal static ConfigResponse Of(IReadOnlyList<Config> chain, DateTimeOffset now) => new()
    {
        Id = chain[0].Id,
        Version = chain[0].Version,
        DisplayName = chain[0].DisplayName,
        Description = chain[0].Description,
        DefaultLanguage = chain[0].DefaultLanguage,
        Variables = chain[0].Variables,
        Prompts = chain[0].Prompts,
        Overrides = chain[0].Overrides,
        Changes = chain[0].Changes,
        Scenarios = chain[0].Scenarios,
        MovedFrom = chain[0].MovedFrom,
        Sizes = Sizes.Of(chain, now),
        Inherited = Inherited.Of(Chain.Of([.. chain.Skip(1)], now)),
        Saved = chain[0].Saved!,
    };
}

/// <summary>What the parents give: each key as it would be without an override here.</summary>
public sealed record Inherited(IReadOnlyList<InheritedVariable> Variables, IReadOnlyList<InheritedPrompt> Prompts, string? DefaultLanguage)
{
    /// <summary>The display names of the parents that have one, by id.</summary>
    public IReadOnlyDictionary<ConfigId, string> DisplayNames { get; init; } = new Dictionary<ConfigId, string>();

    internal static Inherited Of(Chain parents) => new(
        [.. parents.Entries.Where(e => e.Variable is not null).Select(e => new InheritedVariable(e))],
        [.. parents.Entries.Where(e => e.Prompt is not null).Select(e => new InheritedPrompt(e))],
        parents.DefaultLanguage)
    {
        DisplayNames = parents.Configs.Where(parent => parent.DisplayName is not null)
            .ToDictionary(parent => parent.Id, parent => parent.DisplayName!),
    };
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
