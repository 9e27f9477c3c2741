using Amazon.DynamoDBv2;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Table;
using Microsoft.Extensions.Time.Testing;

namespace FlowConfigs.Tests.Table;

/// <summary>Starts with an empty table, and prepares a scenario over some offices.</summary>
public abstract class ScenarioStoreTest(TheStore the) : IClassFixture<TheStore>, IAsyncLifetime
{
    private protected static readonly ConfigId Fire = ConfigId.Parse("fire");

    private protected readonly string table = $"scenarios-{Guid.NewGuid():N}";
    private protected readonly FakeTimeProvider clock = new(A.Now);

    private protected IAmazonDynamoDB Dynamo => the.Dynamo;

    private protected ConfigStore Configs => new(new(Dynamo, table), clock);

    private protected ScenarioStore Scenarios => new(new(Dynamo, table), Configs, clock);

    private protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await FlowConfigsTable.EnsureAsync(Dynamo, table, Cancelled);

    public async ValueTask DisposeAsync()
    {
        await Dynamo.DeleteTableAsync(table, CancellationToken.None);
        GC.SuppressFinalize(this);
    }

    private protected static ScenarioStart Until(int hours) => new(A.Now.AddHours(hours), "UTC");

    private protected static Scenario Of(IReadOnlyList<ConfigId> ids) => new()
    {
        Values = ids.ToDictionary(id => id, _ => (IReadOnlyDictionary<string, Override>)A.Values(("Closure", "true"))),
    };

    private protected ScenarioSwitch Over(IAmazonDynamoDB dynamo, TimeSpan? limit = null)
    {
        var items = new DynamoTable(dynamo, table);
        var configs = new ConfigStore(items, clock);
        return new(items, new(items, configs, clock), configs, new(items, clock), clock) { TimeLimit = limit ?? TimeSpan.FromSeconds(3) };
    }

    private protected async Task<List<ConfigId>> PrepareAsync(int count)
    {
        var ids = Enumerable.Range(0, count).Select(i => ConfigId.Parse($"office-{i}")).ToList();
        foreach (var id in ids)
            await Configs.SaveAsync(A.Config(id.Value, A.Switch("Closure")), null, A.Author, Cancelled);
        await Scenarios.SaveAsync(Fire, 0, Of(ids), A.Author, Cancelled);
        return ids;
    }

    private protected async Task ChangeAsync(ConfigId id, string description)
    {
        var config = (await Configs.GetAsync(id, Cancelled))!;
        await Configs.SaveAsync(config with { Description = description }, config, A.Author, Cancelled);
    }

    private protected async Task<List<Config>> ReadAsync(List<ConfigId> ids)
    {
        var found = await Configs.GetManyAsync(ids, Cancelled);
        return [.. ids.Select(id => found[id])];
    }
}
