using System.Text.Json;
using Amazon.DynamoDBv2;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

/// <summary>Exports from and imports into a test's own table.</summary>
internal static class Exchanging
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>All parts of an export, each through its JSON.</summary>
    public static Task<IReadOnlyList<ExportDocument>> ExportAsync(this OwnTable table, string? path = null) =>
        table.ExportAsync(path is null ? ExportRange.Everything : ExportRange.Everything with { Path = ConfigId.Parse(path), WithLists = false });

    public static async Task<IReadOnlyList<ExportDocument>> ExportAsync(this OwnTable table, ExportRange range)
    {
        var parts = new List<ExportDocument>();
        var export = new Export(table.Store, table.Aliases, table.Scenarios, table.Lists, table.Settings, TimeProvider.System);
        do
        {
            var part = await export.DocumentAsync(range, parts.LastOrDefault()?.Next, Cancelled);
            var json = JsonSerializer.SerializeToUtf8Bytes(part, ExchangeJson.Relaxed.ExportDocument);
            parts.Add(JsonSerializer.Deserialize(json, ExchangeJson.Default.ExportDocument)!);
        }
        while (parts[^1].Next is not null);
        return parts;
    }

    public static Task<ImportReport> ImportAsync(this OwnTable table, ImportRequest request, Author? author = null, IAmazonDynamoDB? through = null)
    {
        var items = through is null ? table.Items : new DynamoTable(through, table.Name);
        var (time, store) = (TimeProvider.System, new ConfigStore(items, TimeProvider.System));
        var (settings, lists) = (new SettingsStore(items, time), new ListStore(items, time));
        var import = new Import(
            store, new(store, settings, time), new(items, time), new(items, store, time), lists, new(lists, time), settings, time);
        return import.RunAsync(request, author ?? A.Author, Cancelled);
    }

    /// <summary>What a flow gets now.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> AnswerAsync(this OwnTable table, string id, string? language, Channel channel)
    {
        var chain = Chain.Of(await table.Store.GetChainAsync(ConfigId.Parse(id), Cancelled), TimeProvider.System.GetUtcNow());
        return FlowAnswer.Of(Resolver.Resolve(chain, language, channel));
    }

    public static Task<ImportReport> ImportAsync(this OwnTable table, params IEnumerable<Config> configs) =>
        table.ImportAsync(new ImportRequest { Document = Document(configs), DryRun = false });

    public static ExportDocument Document(IEnumerable<Config> configs) => new()
    {
        Format = ExportDocument.CurrentFormat,
        Configs = [.. configs.Select(config => ExportedConfig.Of(config, DateTimeOffset.MinValue))],
    };

    /// <summary>Everything that is there, as a file has it, so that it can be compared.</summary>
    public static async Task<string> ContentsAsync(this OwnTable table)
    {
        var parts = await table.ExportAsync();
        var all = parts[0] with
        {
            ExportedAt = null,
            Next = null,
            Configs = [.. parts.SelectMany(part => part.Configs)],
            Aliases = [.. parts.SelectMany(part => part.Aliases ?? [])],
            Scenarios = [.. parts.SelectMany(part => part.Scenarios ?? [])],
            Lists = [.. parts.SelectMany(part => part.Lists ?? []).GroupBy(list => list.Id)
                .Select(same => same.First() with { Entries = [.. same.SelectMany(list => list.Entries)] })],
        };
        return JsonSerializer.Serialize(all, ExchangeJson.Relaxed.ExportDocument);
    }

    public static IEnumerable<(string Id, ImportOutcome Outcome)> Outcomes(this ImportReport report) =>
        report.Items.Select(item => (item.Id, item.Outcome));
}
