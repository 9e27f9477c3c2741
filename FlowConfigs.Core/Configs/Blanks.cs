namespace FlowConfigs.Core.Configs;

/// <summary>
/// Values and texts lose the blanks around them when they are saved: users do not see the blanks, callers do not hear them, and a flow
/// that compares the value <c>queue</c> does not find <c>queue </c>.
/// </summary>
internal static class Blanks
{
    // Spreadsheets and web pages bring along what has no width: a byte order mark, a zero width space.
    private const string WithoutWidth = "\uFEFF\u200B";

    /// <summary>A config without blanks around its names, values and texts.</summary>
    public static Config Without(Config config) => WithoutInNames(config) with
    {
        Variables = [.. config.Variables.Select(Without)],
        Prompts = [.. config.Prompts.Select(prompt => WithoutInNames(prompt) with { Texts = Without(prompt.Texts) })],
        Overrides = Without(config.Overrides),
        Changes = [.. config.Changes.Select(change => Has(change.Values) ? change with { Values = Without(change.Values) } : change)],
    };

    /// <summary>A config without blanks around its display names alone, each as it would be saved.</summary>
    public static Config WithoutInNames(Config config) => config with
    {
        DisplayName = WithoutOrNull(config.DisplayName),
        Variables = [.. config.Variables.Select(WithoutInNames)],
        Prompts = [.. config.Prompts.Select(WithoutInNames)],
    };

    /// <summary>Values without blanks around them.</summary>
    public static IReadOnlyDictionary<string, Override> Without(IReadOnlyDictionary<string, Override> values) => values.ToDictionary(
        given => given.Key,
        given => given.Value with
        {
            Value = given.Value.Value is { } value ? Without(value) : null,
            Texts = given.Value.Texts is { } texts ? Without(texts) : null,
        });

    private static Variable Without(Variable variable)
    {
        var named = WithoutInNames(variable);
        return named with
        {
            Value = Without(named.Value),
            Constraints = named.Constraints is { Options: { } options } constraints
                ? constraints with { Options = [.. options.Select(option => option is null ? null! : Without(option))] }
                : named.Constraints,
        };
    }

    private static Variable WithoutInNames(Variable variable) => variable with
    {
        DisplayName = WithoutOrNull(variable.DisplayName),
        Constraints = variable.Constraints is { OptionNames: not null } constraints
            ? constraints with { OptionNames = NamesOf(constraints) }
            : variable.Constraints,
    };

    private static Prompt WithoutInNames(Prompt prompt) => prompt with { DisplayName = WithoutOrNull(prompt.DisplayName) };

    // A name of nothing but blanks is no name; and no names are stored as a config that never had any.
    private static string? WithoutOrNull(string? name) => name is not null && Without(name) is { Length: > 0 } rest ? rest : null;

    // In the order of the options, whatever order a client sends: a browser moves a name such as "2" to the front, and only an admin may
    // change a definition.
    private static Dictionary<string, string>? NamesOf(Constraints constraints)
    {
        var given = new Dictionary<string, string>();
        foreach (var (option, name) in constraints.OptionNames ?? given)
        {
            if (WithoutOrNull(name) is { } rest)
                given[Without(option)] = rest;
        }

        var options = (constraints.Options ?? []).OfType<string>().Select(Without).Distinct();
        var others = given.Keys.Order(StringComparer.Ordinal);
        return given.Count == 0 ? null : options.Where(given.ContainsKey).Union(others).ToDictionary(option => option, option => given[option]);
    }

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
