namespace FlowConfigs.Core.Configs;

/// <summary>Where a config itself has words: in its prompts' texts, and in the values of its text variables.</summary>
public static class TextPlaces
{
    /// <summary>Most places named of one config.</summary>
    public const int Most = 5;

    /// <summary>Finds the places in which a text occurs, whatever its case; what is inherited is found where it is defined.</summary>
    public static IReadOnlyList<TextPlace> Of(Config config, string text) =>
    [
        .. config.Prompts.SelectMany(prompt => Of(prompt.Key, prompt.Texts, text))
            .Concat(config.Variables.Where(variable => variable.Kind == VariableKind.Text && Has(variable.Value, text))
                .Select(variable => new TextPlace(variable.Name, null)))
            .Concat(config.Overrides.SelectMany(given => Of(given.Key, given.Value, text)))
            .Take(Most),
    ];

    private static IEnumerable<TextPlace> Of(string key, Override given, string text) =>
        given.Texts is { } texts ? Of(key, texts, text)
        : Has(given.Value, text) ? [new(key, null)]
        : [];

    private static IEnumerable<TextPlace> Of(string key, IReadOnlyDictionary<string, PromptText> texts, string text) =>
        texts.Where(one => Has(one.Value.Voice, text) || Has(one.Value.Chat, text)).Select(one => new TextPlace(key, one.Key));

    private static bool Has(string? value, string text) => value?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>A place in which a text occurs.</summary>
/// <param name="Key">The variable's or the prompt's key.</param>
/// <param name="Language">The prompt text's language; null for a variable's value.</param>
public sealed record TextPlace(string Key, string? Language);
