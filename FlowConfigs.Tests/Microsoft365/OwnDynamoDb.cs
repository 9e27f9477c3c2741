using Amazon.DynamoDBv2;
using FlowConfigs.Tests.Table;

namespace FlowConfigs.Tests.Microsoft365;

/// <summary>A DynamoDB Local of a class's own: these tests need neither the system nor a share of its table.</summary>
public sealed class OwnDynamoDb : IAsyncLifetime
{
    private readonly DynamoDbProcess process = new();

    public IAmazonDynamoDB Client => process.Client;

    public async ValueTask InitializeAsync() => await process.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
