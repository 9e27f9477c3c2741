using System.Collections.Concurrent;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

public sealed class KilledStoreTests(ITestOutputHelper output)
{
    private const string Table = "flow-configs";
    private const int Writers = 10;
    private const int SavesEach = 50;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Nightly("The store is killed again and again.")]
    [Fact]
    public async Task Every_acknowledged_save_outlives_kill_9_of_the_store_together_with_its_history()
    {
        await using var dynamo = new DynamoDbProcess();
        await dynamo.StartAsync(Cancelled);
        await FlowConfigsTable.EnsureAsync(dynamo.Client, Table, Cancelled);
        var store = new ConfigStore(new(dynamo.Client, Table), TimeProvider.System);
        var acknowledged = new ConcurrentBag<Config>();
        var half = new TaskCompletionSource();

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteAsync));
        await half.Task.WaitAsync(Cancelled);
        await dynamo.KillAsync();
        await writing;
        Assert.InRange(acknowledged.Count, Writers * SavesEach / 2, (Writers * SavesEach) - 1);

        await dynamo.StartAsync(Cancelled);
        var items = await ItemsAsync(dynamo);
        foreach (var config in acknowledged)
            Assert.Equal(config.Description, VersionOf(items, config).Description);
        foreach (var writer in Enumerable.Range(0, Writers))
            NothingIsHalfWritten(items, Id(writer));
        var all = Writers * SavesEach;
        output.WriteLine($"{acknowledged.Count} of {all} saves acknowledged before the kill, {items.Count} items after it.");

        async Task WriteAsync(int writer)
        {
            Config? before = null;
            for (var save = 1; save <= SavesEach; save++)
            {
                try
                {
                    before = await store.SaveAsync(A.Config(Id(writer)) with { Description = $"save {save}" }, before, A.Author, Cancelled);
                    // DynamoDB Local answers a transaction when its commit is queued, not when it is done (SQLiteDBAccess's
                    // commitTransaction does not wait for its job), so a kill between the two would lose an answered save.
                    // DynamoDB itself answers when the write is durable. A read waits in the same queue behind the commit.
                    Assert.Equal(before.Version, (await store.GetAsync(before.Id, Cancelled))!.Version);
                }
                catch (Exception e) when (e is HttpRequestException or Amazon.Runtime.AmazonClientException)
                {
                    return;
                }

                acknowledged.Add(before);
                if (acknowledged.Count == Writers * SavesEach / 2)
                    half.TrySetResult();
            }
        }
    }

    private static Config VersionOf(Dictionary<(string, string), Dictionary<string, AttributeValue>> items, Config config) =>
        ConfigItem.Read(items[($"CONFIG#{config.Id}", Item.VersionSort(config.Version, config.Saved!.Mark))]);

    private static string Id(int writer) => $"config-{writer}";

    private static void NothingIsHalfWritten(Dictionary<(string, string), Dictionary<string, AttributeValue>> items, string id)
    {
        var current = items[($"CONFIG#{id}", Item.Current)].ReadNumber("version");
        var versions = items.Where(i => i.Key.Item1 == $"CONFIG#{id}" && i.Key.Item2 != Item.Current)
            .Select(i => i.Value.ReadNumber("version"));
        Assert.Equal(Enumerable.Range(1, current), versions.Order());
    }

    private static async Task<Dictionary<(string, string), Dictionary<string, AttributeValue>>> ItemsAsync(DynamoDbProcess dynamo)
    {
        var items = new Dictionary<(string, string), Dictionary<string, AttributeValue>>();
        var request = new ScanRequest { TableName = Table, ConsistentRead = true };
        do
        {
            var response = await dynamo.Client.ScanAsync(request, Cancelled);
            foreach (var item in response.Items)
                items[(item[Item.Pk].S, item[Item.Sk].S)] = item;
            request.ExclusiveStartKey = response.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
        return items;
    }
}
