using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Lambda.Aws;
using FlowConfigs.Lambda.Telemetry;

namespace FlowConfigs.Tests.Lambda.Aws;

public sealed class DynamoDbTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Options_come_from_the_environment()
    {
        var options = DynamoDbOptions.Read(name => name switch
        {
            "AWS_REGION" => "eu-west-2",
            "AWS_ENDPOINT_URL_DYNAMODB" => "http://127.0.0.1:8000",
            "FLOWCONFIGS_TABLE" => "flow-configs-test",
            _ => null,
        });
        Assert.Equal(("eu-west-2", "http://127.0.0.1:8000", "flow-configs-test"), (options.Region, options.EndpointUrl, options.Table));
        Assert.Equal("flow-configs", DynamoDbOptions.Read(_ => null).Table);
    }

    [Theory]
    [InlineData(null, null, "flow-configs", "AWS_REGION is not set")]
    [InlineData(null, "127.0.0.1:8000", "flow-configs", "AWS_ENDPOINT_URL_DYNAMODB is '127.0.0.1:8000'")]
    [InlineData("us-east-1", null, "a b", "FLOWCONFIGS_TABLE is 'a b'")]
    public void Wrong_options_make_no_client_and_say_why(string? region, string? url, string table, string problem)
    {
        var options = new DynamoDbOptions { Region = region, EndpointUrl = url, Table = table };
        Assert.Contains(problem, Assert.Throws<InvalidOperationException>(() => DynamoDb.CreateClient(options)).Message);
    }

    [Fact]
    public async Task Client_asks_the_local_address_with_local_credentials_over_one_connection()
    {
        await using var stub = await DynamoDbStub.StartAsync((context, _) => DynamoDbStub.TablesAsync(context));
        using var client = Client(stub, region: "eu-west-2");
        for (var i = 0; i < 3; i++)
            Assert.Equal(["flow-configs"], (await client.ListTablesAsync(Token)).TableNames);
        Assert.All(stub.Requests, request => Assert.Contains("Credential=local/", request.Authorization));
        Assert.All(stub.Requests, request => Assert.Contains("/eu-west-2/dynamodb/", request.Authorization));
        Assert.Single(stub.Requests.Select(request => request.Connection).Distinct());
    }

    [Fact]
    public async Task Fault_is_tried_once_more()
    {
        await using var stub = await DynamoDbStub.StartAsync(
            (context, number) => number == 1 ? DynamoDbStub.FaultAsync(context) : DynamoDbStub.TablesAsync(context));
        using var client = Client(stub);
        Assert.Equal(["flow-configs"], (await client.ListTablesAsync(Token)).TableNames);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task Fault_that_stays_is_reported_after_the_second_attempt()
    {
        await using var stub = await DynamoDbStub.StartAsync((context, _) => DynamoDbStub.FaultAsync(context));
        using var client = Client(stub);
        await Assert.ThrowsAsync<InternalServerErrorException>(() => client.ListTablesAsync(Token));
        Assert.Equal(2, stub.Requests.Count);
    }

    [Fact]
    public async Task Call_without_an_answer_ends_by_itself()
    {
        await using var stub = await DynamoDbStub.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var client = Client(stub);
        var error = await Assert.ThrowsAsync<TimeoutException>(() => client.ListTablesAsync(Token));
        Assert.Equal("DynamoDB did not answer ListTablesRequest within 2 s.", error.Message);
    }

    [Fact]
    public async Task Callers_own_cancellation_stays_a_cancellation()
    {
        await using var stub = await DynamoDbStub.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var client = Client(stub);
        using var caller = new CancellationTokenSource(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ListTablesAsync(caller.Token));
    }

    [Fact]
    public async Task Calls_are_part_of_the_trace()
    {
        await using var stub = await DynamoDbStub.StartAsync((context, _) => DynamoDbStub.TablesAsync(context));
        await using var collector = await OtlpReceiver.StartAsync();
        using (LambdaTelemetry.Start("x", name => name == "OTEL_EXPORTER_OTLP_ENDPOINT" ? collector.Url : null, TimeProvider.System))
        {
            using var client = Client(stub);
            await client.ListTablesAsync(Token);
        }

        Assert.Contains(collector.Of("traces"), text => text.Contains("DynamoDB.ListTables", StringComparison.Ordinal));
        Assert.Contains(collector.Of("metrics"), text => text.Contains("AWSSDK.DynamoDB", StringComparison.Ordinal));
    }

    private static IAmazonDynamoDB Client(DynamoDbStub stub, string? region = null) =>
        DynamoDb.CreateClient(new DynamoDbOptions { EndpointUrl = stub.Url, Region = region });
}
