using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

/// <summary>A table of its own for each test of lists.</summary>
public abstract class ListTable(TheStore the) : IClassFixture<TheStore>, IAsyncLifetime
{
    private protected static readonly ConfigId Id = ConfigId.Parse("vip/texas");

    private protected readonly string table = $"lists-{Guid.NewGuid():N}";

    private protected IAmazonDynamoDB Dynamo => the.Dynamo;

    private protected ListStore Store => new(new(Dynamo, table), TimeProvider.System);

    private protected ListWriter Writer => new(Store, TimeProvider.System);

    private protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await FlowConfigsTable.EnsureAsync(Dynamo, table, Cancelled);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Dynamo.DeleteTableAsync(table, CancellationToken.None);
    }

    private protected static EntryDraft Draft(string key, string note) => new(1, "entries[0]", key, note, "", "");

    private protected Task<Stored<ListHead>> CreateAsync() =>
        Store.SaveAsync(Id, 0, new() { Keys = KeyKind.Text }, A.Author, Cancelled);

    private protected Task<Stored<ListEntry>> PutAsync(string key, string note = "", string expires = "") =>
        Writer.PutAsync(Id, new(1, "", key, note, "", expires), 0, A.Author, Cancelled);

    private protected async Task<List<Dictionary<string, AttributeValue>>> ItemsOf(string prefix)
    {
        var request = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = prefix == "" ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)",
            ExpressionAttributeValues = new() { [":pk"] = new($"LIST#{Id.Value}") },
            ConsistentRead = true,
        };
        if (prefix != "")
            request.ExpressionAttributeValues[":prefix"] = new(prefix);
        return (await Dynamo.QueryAsync(request, Cancelled)).Items ?? [];
    }
}
