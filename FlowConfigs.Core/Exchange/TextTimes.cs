using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Exchange;

/// <summary>
/// An import brings along the times at which texts were written: otherwise it would make every text as new as its source text, and
/// users would no longer see which translations are older (R31).
/// </summary>
internal static class TextTimes
{
    /// <summary>The config that is to be saved, with the times of the file where it has them.</summary>
    public static Config Keep(Config config, Config file, DateTimeOffset now) => config with
    {
        Prompts =
        [
            .. config.Prompts.Select(prompt => prompt with
            {
                Texts = Keep(prompt.Texts, file.Prompts.FirstOrDefault(p => p.Name == prompt.Name)?.Texts, now),
            }),
        ],
        Overrides = config.Overrides.ToDictionary(
            given => given.Key,
            given => given.Value.Texts is { } texts
                ? given.Value with { Texts = Keep(texts, file.Overrides.GetValueOrDefault(given.Key)?.Texts, now) }
                : given.Value),
    };

    private static Dictionary<string, PromptText> Keep(
        IReadOnlyDictionary<string, PromptText> texts, IReadOnlyDictionary<string, PromptText>? file, DateTimeOffset now) =>
        texts.ToDictionary(
            text => text.Key,
            text => file?.GetValueOrDefault(text.Key)?.Changed is { } changed && changed <= now
                ? text.Value with { Changed = changed }
                : text.Value);
}
