using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Core.Configs;

/// <summary>An override fits what its parent defines: the key, its kind, its constraints, its lock.</summary>
internal static class OverrideRules
{
    /// <remarks>
    /// An override that the saved version has in the same words is never refused. A parent may since have locked, narrowed or
    /// dropped the key; that must not stop somebody who changes another value in a hurry.
    /// </remarks>
    public static IEnumerable<Problem> Problems(Config config, Config? saved, Chain inherited)
    {
        foreach (var (key, given) in config.Overrides)
        {
            if (saved is null || !saved.Overrides.TryGetValue(key, out var before) || !Same(before, given))
            {
                foreach (var problem in ConfigRules.Under($"overrides.{key}", Problems(key, given, inherited)))
                    yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> Problems(string key, Override given, Chain inherited) => (inherited.Find(key), given) switch
    {
        (null, _) => [new("", $"No parent defines {key}, so there is nothing to override.")],
        ({ Locked: true } entry, _) => [new("", $"{entry.DefinedBy} has locked {key}: it cannot be overridden.")],
        ({ Variable: { } variable }, { Value: { } value, Texts: null }) =>
            ValueRules.Problem(variable, value) is { } message ? [new("value", message)] : [],
        ({ Prompt: not null }, { Texts: { } texts, Value: null }) => ConfigRules.Under("texts", PromptRules.Problems(texts)),
        ({ Variable: not null }, _) => [new("value", $"{key} is a variable: give it a value, and no texts.")],
        _ => [new("texts", $"{key} is a prompt: give it texts, and no value.")],
    };

    private static bool Same(Override one, Override other) =>
        one.Value == other.Value
        && (one.Texts ?? Empty).OrderBy(t => t.Key, StringComparer.Ordinal)
            .SequenceEqual((other.Texts ?? Empty).OrderBy(t => t.Key, StringComparer.Ordinal));

    private static IReadOnlyDictionary<string, PromptText> Empty => new Dictionary<string, PromptText>();
}
