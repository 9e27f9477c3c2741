namespace FlowConfigs.Core.Configs;

/// <summary>
/// Completes the config that a client sent: removes the blanks around texts, and adds the keys, the times of the texts, and the members
/// that only the product itself writes.
/// </summary>
public static class Drafts
{
    /// <summary>Makes a draft into the config that would be saved.</summary>
    /// <param name="draft">The config as the client sent it.</param>
    /// <param name="saved">The version that it is based on; null for a new config.</param>
    /// <param name="parents">Its parents, nearest first.</param>
    /// <param name="now">The instant of the save.</param>
    public static Config Complete(Config draft, Config? saved, IReadOnlyList<Config> parents, DateTimeOffset now)
    {
        var config = PromptKeys.Fix(Blanks.Without(draft), saved, parents) with
        {
            Scenarios = saved?.Scenarios ?? [],
            MovedFrom = saved?.MovedFrom ?? draft.MovedFrom,
        };
        return ChangeRules.WithoutEnded(Stamped(config, saved, now), saved, now);
    }

    private static Config Stamped(Config config, Config? saved, DateTimeOffset now) => config with
    {
        Prompts =
        [
            .. config.Prompts.Select(prompt => prompt with
            {
                Texts = Stamped(prompt.Texts, saved?.Prompts.FirstOrDefault(p => p.Key == prompt.Key)?.Texts, now),
            }),
        ],
        Overrides = config.Overrides.ToDictionary(
            given => given.Key,
            given => given.Value.Texts is { } texts
                ? given.Value with { Texts = Stamped(texts, saved?.Overrides.GetValueOrDefault(given.Key)?.Texts, now) }
                : given.Value),
    };

    // A text that says the same keeps its time. In a new config it keeps the one that it came with, from a copy or an import.
    private static Dictionary<string, PromptText> Stamped(
        IReadOnlyDictionary<string, PromptText> texts, IReadOnlyDictionary<string, PromptText>? saved, DateTimeOffset now) =>
        texts.ToDictionary(text => text.Key, text => text.Value with
        {
            Changed = saved is null ? text.Value.Changed ?? now
                : saved.TryGetValue(text.Key, out var before) && before.HasSameContentAs(text.Value) ? before.Changed
                : now,
        });
}
