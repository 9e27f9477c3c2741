using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Exchange;

/// <summary>Sets one value of a config.</summary>
internal static class CsvValue
{
    /// <summary>The config with a row's value; null where it neither defines nor inherits such a key.</summary>
    public static Config? Set(Config config, CsvRow row, Chain inherited) =>
        row.Language == "" ? SetValue(config, row, inherited) : SetText(config, row, inherited);

    private static Config? SetValue(Config config, CsvRow row, Chain inherited)
    {
        if (config.Variables.Any(variable => variable.Name == row.Key))
            return config with { Variables = [.. config.Variables.Select(v => v.Name == row.Key ? v with { Value = Read(v, v.Value, row) } : v)] };
        if (inherited.Find(row.Key)?.Variable is { } variable)
            return Overriding(config, row.Key, new() { Value = Read(variable, config.Overrides.GetValueOrDefault(row.Key)?.Value, row) });
        // An override that has lost its definition stays what it is.
        return config.Overrides.GetValueOrDefault(row.Key)?.Value is not null ? Overriding(config, row.Key, new() { Value = row.Value }) : null;
    }

    // What the config has already is its value, also where a spreadsheet would have written it so.
    private static string Read(Variable variable, string? before, CsvRow row) =>
        row.Value == before ? row.Value : SpreadsheetValue.Of(variable, row.Value);

    private static Config? SetText(Config config, CsvRow row, Chain inherited)
    {
        if (config.Prompts.Any(prompt => prompt.Key == row.Key))
            return config with { Prompts = [.. config.Prompts.Select(p => p.Key == row.Key ? p with { Texts = With(p.Texts, row) } : p)] };
        // An override takes the place of all languages (R5): it begins with the texts that are inherited, and loses none.
        return (config.Overrides.GetValueOrDefault(row.Key)?.Texts ?? inherited.Find(row.Key)?.Texts) is { } texts
            ? Overriding(config, row.Key, new() { Texts = With(texts, row) })
            : null;
    }

    private static Config Overriding(Config config, string key, Override given) =>
        config with { Overrides = new Dictionary<string, Override>(config.Overrides) { [key] = given } };

    private static Dictionary<string, PromptText> With(IReadOnlyDictionary<string, PromptText> texts, CsvRow row)
    {
        var tag = texts.Keys.FirstOrDefault(tag => string.Equals(tag, row.Language, StringComparison.OrdinalIgnoreCase)) ?? row.Language;
        // A language that has only a chat text is refused by the rules, as everywhere.
        var before = texts.GetValueOrDefault(tag) ?? new() { Voice = "" };
        var after = row.Channel == "voice" ? before with { Voice = row.Value } : before with { Chat = row.Value };
        return new(texts) { [tag] = after.HasSameContentAs(before) ? before : after with { Changed = null } };
    }
}
