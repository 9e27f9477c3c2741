using FlowConfigs.Core;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Api.Configs;

/// <summary>What is sent to create or save a config: the whole of it.</summary>
public sealed record ConfigBody
{
    private static readonly Dictionary<string, Override> NoOverrides = [];

    /// <summary>The name that business users see: one line of at most 80 characters; left out, the id.</summary>
    public string? DisplayName { get; init; }

    public string Description { get; init => field = value ?? ""; } = "";

    public string? DefaultLanguage { get; init; }

    public IReadOnlyList<Variable> Variables { get; init => field = value ?? []; } = [];

    /// <summary>A prompt's key may be left out: it is fixed when the prompt is created.</summary>
    public IReadOnlyList<Prompt> Prompts { get; init => field = value ?? []; } = [];

    /// <summary>Values for inherited keys, by key.</summary>
    public IReadOnlyDictionary<string, Override> Overrides { get; init => field = value ?? NoOverrides; } = NoOverrides;

    /// <summary>All timed changes; left out, those that the config has stay.</summary>
    public IReadOnlyList<ChangeBody>? Changes { get; init; }

    /// <summary>Why the change is made, for the history.</summary>
    public string? Comment { get; init; }

    /// <summary>The marks of overruled versions of which this save has what is needed.</summary>
    public IReadOnlyList<string>? Merges { get; init; }

    internal Config ToConfig(ConfigId id, int version, Config? saved, TimeProvider time)
    {
        Problem[] missing =
        [
            .. Nulls(Variables.Select((v, i) => ($"variables[{i}]", (object?)v))),
            .. Nulls(Prompts.Select((p, i) => ($"prompts[{i}]", (object?)p))),
            .. Nulls(Overrides.Select(o => ($"overrides.{o.Key}", (object?)o.Value))),
            .. Variables.SelectMany((v, i) => Nulls((v?.Constraints?.OptionNames ?? new Dictionary<string, string>())
                .Select(name => ($"variables[{i}].constraints.optionNames.{name.Key}", (object?)name.Value)))),
            .. Prompts.SelectMany((p, i) => NullTexts($"prompts[{i}]", p?.Texts)),
            .. Overrides.SelectMany(o => NullTexts($"overrides.{o.Key}", o.Value?.Texts)),
            .. (Changes ?? []).SelectMany((c, i) => ChangeNulls($"changes[{i}]", c)),
            .. Nulls((Merges ?? []).Select((m, i) => ($"merges[{i}]", (object?)m))),
        ];
        if (missing.Length > 0)
            throw new InvalidConfigException(missing);
        return new()
        {
            Id = id,
            Version = version,
            DisplayName = DisplayName,
            Description = Description,
            DefaultLanguage = DefaultLanguage,
            Variables = Variables,
            Prompts = Prompts,
            Overrides = Overrides,
            Changes = Changes is null ? saved?.Changes ?? [] : ChangeBody.ToChanges(Changes, saved, time),
        };
    }

    internal static IEnumerable<Problem> ChangeNulls(string path, ChangeBody? change) =>
    [
        .. Nulls([(path, change)]),
        .. Nulls((change?.Values ?? NoOverrides).Select(v => ($"{path}.values.{v.Key}", (object?)v.Value))),
        .. (change?.Values ?? NoOverrides).SelectMany(v => NullTexts($"{path}.values.{v.Key}", v.Value?.Texts)),
    ];

    private static IEnumerable<Problem> NullTexts(string path, IReadOnlyDictionary<string, PromptText>? texts) =>
        Nulls((texts ?? new Dictionary<string, PromptText>()).Select(t => ($"{path}.texts.{t.Key}", (object?)t.Value)));

    // The JSON reader refuses null for a property, but not for an element of a list.
    private static IEnumerable<Problem> Nulls(IEnumerable<(string Path, object? Value)> elements) =>
        elements.Where(e => e.Value is null).Select(e => new Problem(e.Path, "Must not be null."));
}
