using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace FlowConfigs.Tests.Table;

/// <summary>DynamoDB's own client, with what somebody else does just before a transaction is sent.</summary>
internal sealed class CompetingClient(IAmazonDynamoDB other, Func<int, Task>? meanwhile = null) : AmazonDynamoDBClient(
    new BasicAWSCredentials("local", "local"),
    new AmazonDynamoDBConfig { ServiceURL = other.Config.ServiceURL, AuthenticationRegion = "us-east-1" })
{
    /// <summary>How many transactions were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>How often several items were read at once.</summary>
    public int Batches { get; private set; }

    /// <summary>How often a whole partition, or a part of it, was read.</summary>
    public int Queries { get; private set; }

    public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        Queries++;
        return base.QueryAsync(request, cancellationToken);
    }

    public override async Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        Sent++;
        if (meanwhile is not null)
            await meanwhile(Sent);
        return await base.TransactWriteItemsAsync(request, cancellationToken);
    }

    public override Task<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        Batches++;
        return base.BatchGetItemAsync(request, cancellationToken);
    }
}
