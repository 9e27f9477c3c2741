using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace FlowConfigs.Tests.Table;

/// <summary>DynamoDB's own client, which counts its reads, and answers the first batches with nothing done, as a throttled table does.</summary>
internal sealed class CountingClient(IAmazonDynamoDB other, int throttled = 0) : AmazonDynamoDBClient(
    new BasicAWSCredentials("local", "local"),
    new AmazonDynamoDBConfig { ServiceURL = other.Config.ServiceURL, AuthenticationRegion = "us-east-1" })
{
    public int Queries { get; private set; }

    public int Gets { get; private set; }

    public int Batches { get; private set; }

    public override Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        Queries++;
        return base.QueryAsync(request, cancellationToken);
    }

    public override Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        Gets++;
        return base.GetItemAsync(request, cancellationToken);
    }

    public override Task<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ++Batches <= throttled
            ? Task.FromResult(new BatchGetItemResponse { Responses = [], UnprocessedKeys = request.RequestItems })
            : base.BatchGetItemAsync(request, cancellationToken);
    }
}
