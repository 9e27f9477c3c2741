using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests;

/// <summary>One-line beginnings of a test's data.</summary>
internal static class A
{
    /// <summary>An instant for tests that have no use for a particular one.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static Author Author { get; } = new("ada", null, Permit.Everything);

    public static Config Config(string id, params IReadOnlyList<Variable> variables) =>
        new() { Id = ConfigId.Parse(id), Version = 1, Variables = variables };

    public static Variable Switch(string name, bool value = false) =>
        new() { Name = name, Kind = VariableKind.Boolean, Value = value ? "true" : "false" };

    public static Variable Text(string name, string value = "") => new() { Name = name, Kind = VariableKind.Text, Value = value };

    public static Variable Number(string name, string value, Constraints? constraints = null) =>
        new() { Name = name, Kind = VariableKind.Number, Value = value, Constraints = constraints };

    public static Variable Select(string name, string value, params IReadOnlyList<string> options) =>
        new() { Name = name, Kind = VariableKind.Select, Value = value, Constraints = new() { Options = options } };

    /// <summary>A prompt whose key is its name, with a voice text a language.</summary>
    public static Prompt Prompt(string name, params IEnumerable<(string Language, string Voice)> texts) => new()
    {
        Name = name,
        Key = name,
        Texts = texts.ToDictionary(t => t.Language, t => new PromptText { Voice = t.Voice }),
    };

    public static Config With(this Config config, params IReadOnlyList<Prompt> prompts) => config with { Prompts = prompts };

    public static Config Overriding(this Config config, string key, string value) =>
        config with { Overrides = new Dictionary<string, Override>(config.Overrides) { [key] = new() { Value = value } } };

    public static Config OverridingPrompt(this Config config, string key, params IEnumerable<(string Language, string Voice)> texts) =>
        config with
        {
            Overrides = new Dictionary<string, Override>(config.Overrides) { [key] = new() { Texts = Prompt(key, texts).Texts } },
        };

    /// <summary>A timed change that gives one key a value between two instants, such as 2026-03-02T12:00Z.</summary>
    public static TimedChange Change(string key, string value, string from, string until) => new()
    {
        Id = $"{key}-{value}",
        From = At(from),
        Until = At(until),
        TimeZone = "UTC",
        Values = new Dictionary<string, Override> { [key] = new() { Value = value } },
    };

    public static Config Changing(this Config config, params IEnumerable<TimedChange> changes) =>
        config with { Changes = [.. config.Changes, .. changes] };

    public static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
    /// <summary>A timed change of one key that holds from an hour before <see cref="Now"/> until an hour after it.</summary>
    public static Config Changing(this Config config, string key, string value) => config with
    {
        Changes =
        [
            .. config.Changes,
            new()
            {
                Id = $"{key}-{config.Changes.Count}",
                From = Now.AddHours(-1),
                Until = Now.AddHours(1),
                TimeZone = "UTC",
                Values = Values((key, value)),
            },
        ],
    };

    /// <summary>What a scenario gives a config, from an hour before <see cref="Now"/> until an hour after it.</summary>
    public static ActiveScenario Scenario(string id, params IReadOnlyList<(string Key, string Value)> values) =>
        new() { Id = id, From = Now.AddHours(-1), Until = Now.AddHours(1), Values = Values(values) };

    public static Config In(this Config config, params IReadOnlyList<ActiveScenario> scenarios) => config with { Scenarios = scenarios };

    public static Dictionary<string, Override> Values(params IReadOnlyList<(string Key, string Value)> values) =>
        values.ToDictionary(value => value.Key, value => new Override { Value = value.Value });
}
