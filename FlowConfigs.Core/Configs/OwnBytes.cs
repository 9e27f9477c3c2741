using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// Most bytes that a config's own values can add to an answer. With it, a save of a parent knows from summaries alone that the
/// answers of 1,500 offices still fit, and reads only those that might not.
/// </summary>
internal static class OwnBytes
{
    // "key":"value",
    private const int Punctuation = 6;

    public static int Of(Config config) => Values(config)
        .GroupBy(value => value.Key)
        .Sum(key => Length(key.Key) + key.Max(value => value.Bytes) + Punctuation);

    private static IEnumerable<(string Key, int Bytes)> Values(Config config) =>
        config.Variables.Select(variable => (variable.Name, Length(variable.Value)))
            .Concat(config.Prompts.Select(prompt => (prompt.Key, Length(prompt.Texts))))
            .Concat(config.Overrides.Select(Given))
            .Concat(config.Changes.SelectMany(change => change.Values.Select(Given)))
            .Concat(config.Scenarios.SelectMany(scenario => scenario.Values.Select(Given)));

    private static (string Key, int Bytes) Given(KeyValuePair<string, Override> given) =>
        (given.Key, given.Value.Texts is { } texts ? Length(texts) : Length(given.Value.Value ?? ""));

    private static int Length(IReadOnlyDictionary<string, PromptText> texts) =>
        texts.Values.Select(text => Math.Max(Length(text.Voice), Length(text.Chat ?? ""))).DefaultIfEmpty(0).Max();

    /// <summary>Bytes of a text as an answer has it.</summary>
    public static int Length(string text) =>
        JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length;
}
