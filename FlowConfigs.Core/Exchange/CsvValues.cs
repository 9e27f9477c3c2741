using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Exchange;

/// <summary>The values of configs as rows: a row for each variable and override, and for each text by language and channel.</summary>
public static class CsvValues
{
    private const string Voice = "voice";
    private const string Chat = "chat";

    /// <summary>The values that a config itself gives.</summary>
    public static IEnumerable<CsvRow> Of(Config config)
    {
        var defined = config.DefinedKeys().ToHashSet();
        return
        [
            .. config.Variables.Select(variable => Row(config, variable.Name, "", "", variable.Value)),
            .. config.Prompts.SelectMany(prompt => Texts(config, prompt.Key, prompt.Texts)),
            .. config.Overrides.Where(given => !defined.Contains(given.Key)).SelectMany(given => given.Value.Value is { } value
                ? [Row(config, given.Key, "", "", value)]
                : Texts(config, given.Key, given.Value.Texts)),
        ];
    }

    /// <summary>Gives configs the values of rows; of what they define or inherit, so that nothing else changes.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="saved">The configs that they name and those configs' parents, as far as they exist.</param>
    /// <param name="now">The instant of the import.</param>
    public static IReadOnlyList<ImportDraft> Apply(
        IReadOnlyList<CsvRow> rows, IReadOnlyDictionary<ConfigId, Config> saved, DateTimeOffset now)
    {
        // Parents first: an override of a prompt begins with the texts that this import gives the parent.
        var configs = new Dictionary<ConfigId, Config>(saved);
        var drafts = new List<ImportDraft>();
        foreach (var group in rows.GroupBy(row => ConfigId.Parse(row.Config)).OrderBy(group => group.Key.Path.Count()))
        {
            if (!configs.TryGetValue(group.Key, out var config))
            {
                var problem = new Problem(group.First().Where("config"), "This config does not exist, and a CSV file can't create one. Create the config first.");
                drafts.Add(new(new() { Id = group.Key }) { Rows = [.. group], Problems = [problem] });
                continue;
            }

            var problems = new List<Problem>();
            var parents = group.Key.Path.Skip(1).Where(configs.ContainsKey).Select(id => configs[id] with { Changes = [], Scenarios = [] });
            var inherited = Chain.Of([.. parents], now);
            foreach (var row in group)
            {
                if (CsvValue.Set(config, row, inherited) is { } next)
                    config = next;
                else
                    problems.Add(new(row.Where("key"), Missing(row)));
            }

            configs[group.Key] = config;
            drafts.Add(new(config) { Rows = [.. group], Problems = problems });
        }

        return drafts;
    }

    private static string Missing(CsvRow row) => row.Language == ""
        ? $"{row.Config} neither defines nor inherits a variable {row.Key}."
        : $"{row.Config} neither defines nor inherits a prompt with the key {row.Key}.";

    private static IEnumerable<CsvRow> Texts(Config config, string key, IReadOnlyDictionary<string, PromptText>? texts)
    {
        foreach (var (language, text) in texts ?? new Dictionary<string, PromptText>())
        {
            yield return Row(config, key, language, Voice, text.Voice);
            if (text.Chat is not null)
                yield return Row(config, key, language, Chat, text.Chat);
        }
    }

    private static CsvRow Row(Config config, string key, string language, string channel, string value) =>
        new(0, config.Id.Value, key, language, channel, value);
}
