using Amazon.Runtime;
using FlowConfigs.ConnectHandler;
using FlowConfigs.Lambda.Aws;

namespace FlowConfigs.Tests.ConnectHandler;

public sealed class TableBodiesTests(TheSystem the) : IClassFixture<TheSystem>
{
    [Fact]
    public async Task Keys_that_are_left_for_later_are_asked_for_again_with_pauses_within_the_limit()
    {
        await using var door = await FaultyTable.StartAsync(new(the.Running.Dynamo.Config.ServiceURL));
        door.Fault = Fault.LeftForLater;
        var options = DynamoDbOptions.Read(name => name switch
        {
            "AWS_ENDPOINT_URL_DYNAMODB" => door.Url,
            "FLOWCONFIGS_TABLE" => "flow-configs",
            "AWS_REGION" => "us-east-1",
            _ => null,
        });
        using var bodies = new TableBodies(options, () => new BasicAWSCredentials("local", "local"), TimeProvider.System);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bodies.ReadAsync(["CONFIG#a"], limit.Token));
        Assert.InRange(door.Asked, 3, 15);
    }
}
