using System.Globalization;
using System.Text;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Configs;

/// <summary>What differs between two versions of a config, field by field and by names, not by places in a list.</summary>
public static class ConfigDiff
{
    /// <summary>Every field that differs, in the order of the config's fields.</summary>
    /// <param name="before">The one; null when there was none.</param>
    /// <param name="after">The other; null when there is none.</param>
    public static IReadOnlyList<FieldChange> Of(Config? before, Config? after)
    {
        var (was, now) = (Fields(before), Fields(after));
        return
        [
            .. was.Keys.Union(now.Keys)
                .Select(path => new FieldChange(path, was.GetValueOrDefault(path), now.GetValueOrDefault(path)))
                .Where(change => change.Before != change.After),
            .. OrderChange("variables", Names(before?.Variables, v => v.Name), Names(after?.Variables, v => v.Name)),
            .. OrderChange("prompts", Names(before?.Prompts, p => p.Name), Names(after?.Prompts, p => p.Name)),
        ];
    }

    /// <summary>Every field of a config by its path; fields that say nothing are left out.</summary>
    public static Dictionary<string, string> Fields(Config? config)
    {
        var fields = new Dictionary<string, string>();
        if (config is null)
            return fields;
        fields.Put("displayName", config.DisplayName);
        fields.Put("description", config.Description, "");
        fields.Put("defaultLanguage", config.DefaultLanguage);
        foreach (var variable in config.Variables)
            Add(fields, $"variables.{variable.Name}", variable);
        foreach (var prompt in config.Prompts)
            Add(fields, $"prompts.{prompt.Name}", prompt);
        Add(fields, "overrides", config.Overrides);
        foreach (var change in config.Changes)
            Add(fields, $"changes.{change.Id}", change);
        foreach (var scenario in config.Scenarios)
        {
            fields.Put($"scenarios.{scenario.Id}.from", scenario.From.ToString("O"));
            fields.Put($"scenarios.{scenario.Id}.until", scenario.Until.ToString("O"));
            Add(fields, $"scenarios.{scenario.Id}.values", scenario.Values);
        }

        return fields;
    }

    /// <summary>The three keys that take most room in a config, the largest first.</summary>
    internal static IReadOnlyList<string> LargestParts(Config config) =>
    [
        .. Fields(config)
            .GroupBy(field => string.Join('.', field.Key.Split('.').Take(2)))
            .OrderByDescending(part => part.Sum(field => Encoding.UTF8.GetByteCount(field.Value)))
            .Take(3)
            .Select(part => part.Key),
    ];

    private static void Add(Dictionary<string, string> fields, string path, Variable variable)
    {
        fields.Put($"{path}.displayName", variable.DisplayName);
        fields.Put($"{path}.kind", variable.Kind.ToString().ToLowerInvariant());
        fields.Put($"{path}.value", variable.Value);
        fields.Put($"{path}.description", variable.Description, "");
        fields.Put($"{path}.section", variable.Section);
        fields.Put($"{path}.locked", variable.Locked ? "true" : null);
        fields.Put($"{path}.constraints.min", variable.Constraints?.Min?.ToString(CultureInfo.InvariantCulture));
        fields.Put($"{path}.constraints.max", variable.Constraints?.Max?.ToString(CultureInfo.InvariantCulture));
        fields.Put($"{path}.constraints.maxLength", variable.Constraints?.MaxLength?.ToString(CultureInfo.InvariantCulture));
        fields.Put($"{path}.constraints.pattern", variable.Constraints?.Pattern);
        fields.Put($"{path}.constraints.options", variable.Constraints?.Options is { } options ? OptionsOf(options) : null);
        fields.Put(
            $"{path}.constraints.optionNames",
            variable.Constraints is { OptionNames: { Count: > 0 } names } ? NamesOf(names, variable.Constraints.Options ?? []) : null);
    }

    // One option "a, b" is not two options a and b.
    private static string OptionsOf(IEnumerable<string> options) =>
        string.Join(", ", options.Select(option => option?.Replace("\\", "\\\\").Replace(",", "\\,")));

    // In the order of the options: a map has none, and the same names must be the same text.
    private static string NamesOf(IReadOnlyDictionary<string, string> names, IEnumerable<string> options) => OptionsOf(
        options.Where(option => option is not null && names.ContainsKey(option))
            .Union(names.Keys.Order(StringComparer.Ordinal))
            .Select(option => $"{option}: {names[option]}"));

    private static void Add(Dictionary<string, string> fields, string path, Prompt prompt)
    {
        fields.Put($"{path}.displayName", prompt.DisplayName);
        fields.Put($"{path}.key", prompt.Key);
        fields.Put($"{path}.description", prompt.Description, "");
        fields.Put($"{path}.section", prompt.Section);
        fields.Put($"{path}.locked", prompt.Locked ? "true" : null);
        Add(fields, $"{path}.texts", prompt.Texts);
    }

    private static void Add(Dictionary<string, string> fields, string path, TimedChange change)
    {
        fields.Put($"{path}.from", change.From.ToString("O"));
        fields.Put($"{path}.until", change.Until.ToString("O"));
        fields.Put($"{path}.timeZone", change.TimeZone);
        fields.Put($"{path}.note", change.Note);
        Add(fields, $"{path}.values", change.Values);
    }

    internal static void Add(Dictionary<string, string> fields, string path, IReadOnlyDictionary<string, Override> values)
    {
        foreach (var (key, given) in values)
        {
            fields.Put($"{path}.{key}.value", given.Value);
            Add(fields, $"{path}.{key}.texts", given.Texts);
        }
    }

    private static void Add(Dictionary<string, string> fields, string path, IReadOnlyDictionary<string, PromptText>? texts)
    {
        foreach (var (language, text) in texts ?? new Dictionary<string, PromptText>())
        {
            fields.Put($"{path}.{language}.voice", text.Voice);
            fields.Put($"{path}.{language}.chat", text.Chat);
        }
    }

    // The store never holds a name twice; a draft that breaks that rule can be compared all the same, by the first of the name.
    private static void Put(this Dictionary<string, string> fields, string path, string? value, string? nothing = null)
    {
        if (value is not null && value != nothing)
            fields.TryAdd(path, value);
    }

    // Only names that both have can have changed places; a new or removed one shows by its fields.
    private static IEnumerable<FieldChange> OrderChange(string path, List<string> before, List<string> after)
    {
        var (was, now) = (before.Where(after.Contains).ToList(), after.Where(before.Contains).ToList());
        if (!was.SequenceEqual(now))
            yield return new(path, string.Join(", ", was), string.Join(", ", now));
    }

    private static List<string> Names<T>(IReadOnlyList<T>? items, Func<T, string> name) => [.. (items ?? []).Select(name)];
}
