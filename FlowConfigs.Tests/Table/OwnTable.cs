using Amazon.DynamoDBv2;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

/// <summary>A table of a test's own in DynamoDB Local: an environment with nothing in it.</summary>
internal sealed class OwnTable : IAsyncDisposable
{
    private OwnTable(IAmazonDynamoDB dynamo, string name)
    {
        (Dynamo, Name) = (dynamo, name);
        Items = new(dynamo, name);
        Store = new(Items, TimeProvider.System);
        Settings = new(Items, TimeProvider.System);
        Aliases = new(Items, TimeProvider.System);
        Scenarios = new(Items, Store, TimeProvider.System);
        Lists = new(Items, TimeProvider.System);
        Writer = WriterOver(Items);
    }

    public IAmazonDynamoDB Dynamo { get; }

    public string Name { get; }

    public DynamoTable Items { get; }

    public ConfigStore Store { get; }

    public ConfigWriter Writer { get; }

    public SettingsStore Settings { get; }

    public AliasStore Aliases { get; }

    public ScenarioStore Scenarios { get; }

    public ListStore Lists { get; }

    public ConfigHistory History => new(Items, Store);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Task<OwnTable> CreateAsync(TheSystem the, string? name = null) => CreateAsync(the.Running.Dynamo, name);

    public static async Task<OwnTable> CreateAsync(IAmazonDynamoDB dynamo, string? name = null)
    {
        var table = new OwnTable(dynamo, name ?? $"own-{Guid.NewGuid():N}");
        await FlowConfigsTable.EnsureAsync(table.Dynamo, table.Name, Cancelled);
        return table;
    }

    /// <summary>A writer of the same table by another client.</summary>
    public static ConfigWriter WriterOver(DynamoTable table)
    {
        var store = new ConfigStore(table, TimeProvider.System);
        return new(table, store, new(store, new(table, TimeProvider.System), TimeProvider.System));
    }

    /// <summary>Saves configs through the rules, in their order.</summary>
    public async Task SaveAsync(params IEnumerable<Config> configs)
    {
        foreach (var config in configs)
        {
            var saved = await Store.GetAsync(config.Id, Cancelled);
            await Writer.WriteAsync(config with { Version = saved?.Version ?? 0 }, A.Author, Cancelled);
        }
    }

    public async ValueTask DisposeAsync() => await Dynamo.DeleteTableAsync(Name, CancellationToken.None);
}
