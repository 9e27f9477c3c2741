using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Scenarios;

namespace FlowConfigs.Core.Exchange;

/// <summary>The configs that a file describes, whatever kind of file it is.</summary>
internal static class ImportDrafts
{
    /// <summary>What has to be read to judge the file: its configs, those that its aliases and scenarios name, and their parents.</summary>
    public static IReadOnlyCollection<ConfigId> Reads(ImportRequest request)
    {
        IEnumerable<ConfigId> ids =
        [
            .. request.Document?.Configs.Select(config => config.Id) ?? [],
            .. request.Document?.Aliases?.SelectMany(alias => new[] { alias.Id, alias.Target }) ?? [],
            .. request.Document?.Scenarios?.SelectMany(scenario => scenario.Values.Keys.Take(ScenarioRules.MaxConfigs)) ?? [],
            .. request.Rows?.Select(row => ConfigId.Parse(row.Config)) ?? [],
            .. request.Table?.Below(request.Path!).Rows.Keys.Append(request.Path!) ?? [],
        ];
        return [.. ids.SelectMany(id => id.Path).Distinct()];
    }

    /// <summary>The drafts.</summary>
    public static IEnumerable<ImportDraft> Of(ImportRequest request, IReadOnlyDictionary<ConfigId, Config> saved, DateTimeOffset now) =>
        request.Rows is { } rows ? CsvValues.Apply(rows, saved, now)
        : request.Table is { } table ? DataTableConfigs.Of(table, request.Path!, saved, now)
        : request.Document!.Configs.Select(config => Of(config, request.Foreign?.Origins.GetValueOrDefault(config.Id), now));

    private static ImportDraft Of(ExportedConfig config, ForeignOrigin? origin, DateTimeOffset now) =>
        NullElements.Of(config).ToList() is { Count: > 0 } nulls
            ? new(new() { Id = config.Id }) { Problems = nulls }
            : new(config.ToConfig(now)) { Notes = origin?.Notes ?? [], Problems = origin?.Problems ?? [], Where = origin?.Where };
}
