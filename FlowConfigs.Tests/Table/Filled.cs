using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

/// <summary>A table with a bit of everything that can be exported.</summary>
internal static class Filled
{
    public static readonly Config Parent = A.Config("field-office", A.Switch("Closure"), A.Text("Greeting", "hello"));
    public static readonly Config Austin = A.Config("field-office/austin").Overriding("Greeting", "howdy");
    public static readonly ConfigId Number = ConfigId.Parse("+18005550100");
    public static readonly ConfigId Fire = ConfigId.Parse("fire");
    public static readonly ConfigId Blocked = ConfigId.Parse("bad-actors");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<OwnTable> FilledAsync(TheStore the)
    {
        var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(Parent, Austin);
        await table.Aliases.SaveAsync(Number, 0, Austin.Id, A.Author, Cancelled);
        await SaveAsync(table, Scenario("fire", "field-office", "Closure", "true") with
        {
            Values = new Dictionary<ConfigId, IReadOnlyDictionary<string, Override>>
            {
                [Parent.Id] = A.Values(("Closure", "true")),
                [Austin.Id] = A.Values(("Greeting", "get out")),
            },
        });
        await table.Lists.SaveAsync(Blocked, 0, new() { Keys = KeyKind.Phone, Country = "US", Description = "Who shouts" }, A.Author, Cancelled);
        await table.Lists.SaveAsync(ConfigId.Parse("vip"), 0, new() { Keys = KeyKind.Text }, A.Author, Cancelled);
        var writer = new ListWriter(table.Lists, TimeProvider.System);
        EntryDraft[] numbers =
        [
            new(1, "", "+15551230000", "shouts", "ada", null),
            new(2, "", "+15551230001", "late", null, "2099-01-01T00:00:00Z"),
            new(3, "", "+15551230002", "old", null, "2001-01-01T00:00:00.5Z"),
        ];
        await writer.PasteAsync(Blocked, numbers, A.Author, Cancelled);
        await writer.PasteAsync(ConfigId.Parse("vip"), [new(1, "", "kim", null, null, null)], A.Author, Cancelled);
        return table;
    }

    public static ExportedAlias Alias(string id, string target) => new() { Id = ConfigId.Parse(id), Target = ConfigId.Parse(target) };

    public static ExportedScenario Scenario(string id, string config, string key, string value) => new()
    {
        Id = ConfigId.Parse(id),
        Values = new Dictionary<ConfigId, IReadOnlyDictionary<string, Override>> { [ConfigId.Parse(config)] = A.Values((key, value)) },
    };

    public static Task<Stored<Scenario>> SaveAsync(OwnTable table, ExportedScenario scenario, int version = 0) => table.Scenarios.SaveAsync(
        scenario.Id, version, new() { Description = scenario.Description, Values = scenario.Values }, A.Author, Cancelled);
}
