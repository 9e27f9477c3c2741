namespace FlowConfigs.Core.Configs;

/// <summary>
/// Values and texts lose the blanks around them when they are saved: nobody sees or hears them, and a flow that compares the value
/// <c>queue</c> does not find <c>queue </c>.
/// </summary>
internal static class Blanks
{
    // Spreadsheets and web pages bring along what has no width: a byte order mark, a zero width space.
    private const string WithoutWidth = "\uFEFF\u200B";

    /// <summary>A config without blanks around its values and texts.</summary>
    public static Config Without(Config config) => config with
    {
        Variables = [.. config.Variables.Select(Without)],
        Prompts = [.. config.Prompts.Select(prompt => prompt with { Texts = Without(prompt.Texts) })],
        Overrides = Without(config.Overrides),
        Changes = [.. config.Changes.Select(change => Has(change.Values) ? change with { Values = Without(change.Values) } : change)],
    };

    /// <summary>Values without blanks around them.</summary>
    public static IReadOnlyDictionary<string, Override> Without(IReadOnlyDictionary<string, Override> values) => values.ToDictionary(
        given => given.Key,
        given => given.Value with
        {
            Value = given.Value.Value is { } value ? Without(value) : null,
            Texts = given.Value.Texts is { } texts ? Without(texts) : null,
        });

    private static Variable Without(Variable variable) => variable with
    {
        Value = Without(variable.Value),
        Constraints = variable.Constraints is { Options: { } options } constraints
            ? constraints with { Options = [.. options.Select(option => option is null ? null! : Without(option))] }
            : variable.Constraints,
    };

    private static Dictionary<string, PromptText> Without(IReadOnlyDictionary<string, PromptText> texts) => texts.ToDictionary(
        text => text.Key,
        text => text.Value with { Voice = Without(text.Value.Voice), Chat = text.Value.Chat is { } chat ? Without(chat) : null });

    private static bool Has(IReadOnlyDictionary<string, Override> values) => values.Values.Any(given =>
        Has(given.Value) || given.Texts?.Values.Any(text => Has(text.Voice) || Has(text.Chat)) == true);

    private static bool Has(string? text) => text is [var first, .. _] && (IsBlank(first) || IsBlank(text[^1]));

    private static string Without(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return text[start..end];
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || WithoutWidth.Contains(c);
}
