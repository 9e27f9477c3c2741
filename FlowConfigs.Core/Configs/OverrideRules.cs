namespace FlowConfigs.Core.Configs;

/// <summary>A value given to a key fits its definition: the kind, the constraints, the lock.</summary>
public static class OverrideRules
{
    /// <remarks>
    /// An override that the saved version has in the same words is never refused. A parent may since have locked, narrowed or
    /// dropped the key; that must not stop a user who changes another value in a hurry.
    /// </remarks>
    internal static IEnumerable<Problem> Problems(Config config, Config? saved, Chain inherited, PatternTime patterns)
    {
        foreach (var (key, given) in config.Overrides)
        {
            var before = saved?.Overrides.GetValueOrDefault(key);
            if (before?.HasSameContentAs(given) != true)
            {
                foreach (var problem in ConfigRules.Under($"overrides.{key}", Problems(key, given, inherited, config.Id, patterns, before)))
                    yield return problem;
            }
        }
    }

    /// <summary>Says what is wrong with a value that a config gives to a key of its chain; nothing when it fits.</summary>
    /// <param name="key">The key.</param>
    /// <param name="given">The value or the texts.</param>
    /// <param name="chain">The chain that defines the key.</param>
    /// <param name="by">The config that gives it.</param>
    /// <param name="patterns">The time that all patterns of this check have.</param>
    /// <param name="before">What was saved before; its texts are not judged again.</param>
    public static IEnumerable<Problem> Problems(
        string key, Override given, Chain chain, ConfigId by, PatternTime patterns, Override? before = null) => (chain.Find(key), given) switch
        {
            (null, _) when chain.Configs is [var first, ..] && first.Id == by => [new("", $"Neither this config nor a parent defines {key}.")],
            (null, _) => [new("", $"No parent defines {key}, so there is nothing to override.")],
            ({ } entry, _) when entry.IsLockedFor(by) => [new("", $"{entry.DefinedBy} has locked {key}: it cannot be overridden.")],
            ({ Variable: { } variable }, { Value: { } value, Texts: null }) =>
                ValueRules.Problem(variable, value, patterns) is { } message ? [new("value", message)] : [],
            ({ Prompt: not null }, { Texts: { } texts, Value: null }) =>
                ConfigRules.Under("texts", PromptRules.Problems(texts, before?.Texts)),
            ({ Variable: not null }, _) => [new("value", $"{key} is a variable: give it a value, and no texts.")],
            _ => [new("texts", $"{key} is a prompt: give it texts, and no value.")],
        };
}
