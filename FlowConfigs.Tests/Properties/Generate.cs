using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FsCheck;
using FsCheck.Fluent;
using Config = FlowConfigs.Core.Configs.Config;

namespace FlowConfigs.Tests.Properties;

/// <summary>
/// Any config that the table can hold, whether or not it could be saved today: parents change after their children were saved.
/// Names come from few, so that they meet.
/// </summary>
internal static class Generate
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "0", " ", "ñ", "€", "😀", "👩‍👩‍👧", "\n", "\r\n", "\t", "\"", "\\", ",", ";", "=", "+", "-", "@", "'", "＝",
        "<", "&amp;", "]]>", "\0", "\u2028", "\uFEFF", "$.External.Name", "{name}", "<speak>", "</speak>", "true", "12.50",
    ];

    /// <summary>Any text of whole characters; the table takes no half of a surrogate pair.</summary>
    public static Gen<string> Text { get; } = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    /// <summary>Any text, half characters included.</summary>
    public static Gen<string?> AnyText { get; } = Gen.OneOf(
        Text.Select(text => (string?)text),
        Gen.Elements<string?>(null, "", "\uD83D", "es", "ES-us", "es_AR", "nn", "sr-Latn", "en-", "-", new string('e', 5000)));

    public static Gen<string> Key { get; } = Gen.Elements("A", "B", "C", "CPrompt", "D", "D-1", "E_2");

    public static Gen<string> Language { get; } = Gen.Elements(
        "en-US", "es-US", "es", "es-MX", "es-ES", "fr-CA", "zh-Hant-TW", "zh-CN", "nb-NO", "no", "da", "sr-Cyrl-RS", "sr-Latn-RS");

    /// <summary>An instant within two days of <see cref="A.Now"/>, at a full hour, so that instants meet.</summary>
    public static Gen<DateTimeOffset> Instant { get; } = Gen.Choose(-48, 48).Select(hours => A.Now.AddHours(hours));

    public static Gen<PromptText> PromptText { get; } =
        from words in Text
        from ssml in Gen.Elements(false, true)
        from chat in Text.OrNull()
        from changed in Gen.OneOf(Gen.Constant<DateTimeOffset?>(null), Instant.Select(at => (DateTimeOffset?)at))
        select new PromptText { Voice = ssml ? $"<speak>{words}</speak>" : words, Chat = chat, Changed = changed };

    public static Gen<IReadOnlyDictionary<string, PromptText>> Texts { get; } =
        from texts in MapOf(Language, PromptText)
        from language in Language
        from one in PromptText
        select texts.Count > 0 ? texts : new Dictionary<string, PromptText> { [language] = one };

    public static Gen<Override> Override { get; } = Gen.OneOf(
        Text.Select(value => new Override { Value = value }),
        Texts.Select(texts => new Override { Texts = texts }));

    public static Gen<Variable> Variable { get; } =
        from name in Key
        from displayName in Text.OrNull()
        from kind in Gen.Elements(Enum.GetValues<VariableKind>())
        from value in Text
        from description in Text
        from section in Text.OrNull()
        from locked in Gen.Elements(false, true)
        from constraints in Constraints.OrNull()
        select new Variable
        {
            Name = name,
            DisplayName = displayName,
            Kind = kind,
            Value = value,
            Description = description,
            Section = section,
            Locked = locked,
            Constraints = constraints,
        };

    public static Gen<Prompt> Prompt { get; } =
        from name in Key
        from displayName in Text.OrNull()
        from suffix in Gen.Elements("", "Prompt")
        from description in Text
        from section in Text.OrNull()
        from locked in Gen.Elements(false, true)
        from texts in Texts
        select new Prompt
        {
            Name = name,
            DisplayName = displayName,
            Key = name + suffix,
            Description = description,
            Section = section,
            Locked = locked,
            Texts = texts,
        };

    public static Gen<TimedChange> Change { get; } =
        from id in Gen.Choose(1, 999)
        from start in Instant
        from hours in Gen.Choose(1, 48)
        from note in Text.OrNull()
        from values in MapOf(Key, Override)
        select new TimedChange
        {
            Id = $"change-{id}",
            From = start,
            Until = start.AddHours(hours),
            TimeZone = "America/New_York",
            Note = note,
            Values = values,
        };

    public static Gen<ActiveScenario> Scenario { get; } =
        from id in Gen.Elements("fire", "storm", "drill")
        from start in Instant
        from hours in Gen.Choose(1, 48)
        from values in MapOf(Key, Override)
        select new ActiveScenario { Id = id, From = start, Until = start.AddHours(hours), Values = values };

    private static Gen<Constraints> Constraints { get; } =
        from min in Gen.Choose(-5, 5)
        from length in Gen.Choose(0, 50)
        from options in Text.ListOf()
        from names in MapOf(Text, Text).OrNull()
        select new Constraints
        {
            Min = min / 2m,
            Max = min + 1,
            MaxLength = length,
            Pattern = "[a-z]*",
            Options = [.. options],
            OptionNames = names,
        };

    public static Gen<Config> Config(string id) =>
        from description in Text
        from language in Language.OrNull()
        from variables in Few(Variable)
        from prompts in Few(Prompt)
        from overrides in MapOf(Key, Override)
        from changes in Few(Change)
        from scenarios in Few(Scenario)
        let names = variables.Select(variable => variable.Name).ToHashSet()
        select new Config
        {
            Id = ConfigId.Parse(id),
            Version = 1,
            Description = description,
            DefaultLanguage = language,
            Variables = [.. variables.DistinctBy(variable => variable.Name)],
            Prompts = [.. prompts.Where(p => !names.Contains(p.Key)).DistinctBy(p => p.Key).DistinctBy(p => p.Name)],
            Overrides = overrides,
            Changes = [.. changes.DistinctBy(change => change.Id)],
            Scenarios = [.. scenarios.DistinctBy(scenario => scenario.Id)],
        };

    /// <summary>A config and up to three parents, nearest first; any parent may be missing.</summary>
    public static Gen<IReadOnlyList<Config>> Chain { get; } =
        from levels in Gen.Choose(1, 4)
        from configs in Gen.CollectToArray(Enumerable.Range(1, levels), level => Config(string.Join('/', "abcd"[..level].ToArray())))
        from missing in Gen.Elements(false, false, true).ArrayOf(levels)
        select (IReadOnlyList<Config>)[.. configs.Where((_, i) => i == levels - 1 || !missing[i]).Reverse()];

    public static Gen<IReadOnlyDictionary<string, T>> MapOf<T>(Gen<string> keys, Gen<T> values) =>
        from entries in Few(keys.Zip(values))
        select (IReadOnlyDictionary<string, T>)entries.DistinctBy(entry => entry.Item1).ToDictionary();

    private static Gen<T[]> Few<T>(Gen<T> items) => Gen.Choose(0, 4).SelectMany(count => items.ArrayOf(count));
}
