using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Exchange;

/// <summary>Finds null where a list or a map has an element: the reader of JSON refuses null for a property only.</summary>
internal static class NullElements
{
    public static IEnumerable<Problem> Of(ExportedConfig config) =>
    [
        .. Nulls("variables", config.Variables),
        .. config.Variables.SelectMany((variable, i) =>
            Nulls($"variables[{i}].constraints.optionNames", variable?.Constraints?.OptionNames)),
        .. Nulls("prompts", config.Prompts),
        .. config.Prompts.SelectMany((prompt, i) => Nulls($"prompts[{i}].texts", prompt?.Texts)),
        .. Of("overrides", config.Overrides),
        .. Nulls("changes", config.Changes),
        .. config.Changes.SelectMany((change, i) => Of($"changes[{i}].values", change?.Values)),
    ];

    public static IEnumerable<Problem> Of(IReadOnlyList<ExportedScenario> scenarios) => scenarios.SelectMany((scenario, i) =>
        (scenario?.Values.AsEnumerable() ?? []).SelectMany(values => values.Value is null
            ? [Null($"scenarios[{i}].values.{values.Key}")]
            : Of($"scenarios[{i}].values.{values.Key}", values.Value)));

    public static IEnumerable<Problem> Of(IReadOnlyList<ExportedList> lists) =>
        lists.SelectMany((list, i) => Nulls($"lists[{i}].entries", list?.Entries ?? []));

    private static IEnumerable<Problem> Of(string path, IReadOnlyDictionary<string, Override>? values) =>
        Nulls(path, values).Concat((values ?? new Dictionary<string, Override>())
            .SelectMany(given => Nulls($"{path}.{given.Key}.texts", given.Value?.Texts)));

    private static IEnumerable<Problem> Nulls<T>(string path, IReadOnlyList<T> elements) =>
        elements.Select((element, i) => (element, i)).Where(e => e.element is null).Select(e => Null($"{path}[{e.i}]"));

    private static IEnumerable<Problem> Nulls<T>(string path, IReadOnlyDictionary<string, T>? elements) =>
        (elements ?? new Dictionary<string, T>()).Where(e => e.Value is null).Select(e => Null($"{path}.{e.Key}"));

    private static Problem Null(string path) => new(path, "Must not be null.");
}
