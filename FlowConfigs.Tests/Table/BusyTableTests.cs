using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using FlowConfigs.Core;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

/// <summary>What DynamoDB says when it has too much to do, as no local one ever does.</summary>
public sealed class BusyTableTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly BusyClient dynamo = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DynamoTable Table => new(dynamo, "table") { Patience = Patience };

    public void Dispose() => dynamo.Dispose();

    [Fact]
    public async Task Keys_that_are_left_for_later_are_asked_for_again_with_pauses_and_not_for_ever()
    {
        var started = Stopwatch.GetTimestamp();
        await Assert.ThrowsAsync<TableBusyException>(() => Table.GetManyAsync([ItemKey.Current("config", "a")], Cancelled));
        Assert.InRange(dynamo.Calls, 3, 12);
        Assert.InRange(Stopwatch.GetElapsedTime(started), Patience, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("ThrottlingError")]
    [InlineData("ProvisionedThroughputExceeded")]
    [InlineData("TransactionConflict")]
    public async Task A_transaction_that_is_cancelled_because_there_is_too_much_to_do_is_sent_again(string reason)
    {
        (dynamo.Reason, dynamo.Refusals) = (reason, 2);
        var transaction = Table.NewTransaction();
        transaction.Check(ItemKey.Current("config", "a"), Expect.Nothing);
        Assert.Empty(await transaction.TryCommitAsync(Cancelled));
        Assert.Equal(3, dynamo.Calls);

        dynamo.Refusals = int.MaxValue;
        await Assert.ThrowsAsync<TableBusyException>(() => transaction.TryCommitAsync(Cancelled));
    }

    [Fact]
    public async Task One_that_is_cancelled_for_another_reason_is_not()
    {
        (dynamo.Reason, dynamo.Refusals) = ("ValidationError", int.MaxValue);
        var transaction = Table.NewTransaction();
        transaction.Check(ItemKey.Current("config", "a"), Expect.Nothing);
        await Assert.ThrowsAsync<TransactionCanceledException>(() => transaction.TryCommitAsync(Cancelled));
        Assert.Equal(1, dynamo.Calls);
    }

    private sealed class BusyClient() : AmazonDynamoDBClient(
        new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:9", AuthenticationRegion = "us-east-1" })
    {
        public int Calls { get; private set; }

        public string Reason { get; set; } = "";

        public int Refusals { get; set; }

        public override Task<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default)
        {
            Calls++;
            return Task.FromResult(new BatchGetItemResponse { Responses = [], UnprocessedKeys = request.RequestItems });
        }

        public override Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
            TransactWriteItemsRequest request, CancellationToken cancellationToken = default) => Calls++ < Refusals
            ? throw new TransactionCanceledException("Cancelled") { CancellationReasons = [new() { Code = Reason }] }
            : Task.FromResult(new TransactWriteItemsResponse());
    }
}
