using Amazon.Runtime;
using FlowConfigs.ConnectHandler;
using FlowConfigs.Core.Resolving;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowConfigs.Tests.ConnectHandler;

public class BrokenStoreTests
{
    [Trait("Rule", "R11")]
    [Fact]
    public async Task A_store_that_cannot_be_read_is_an_error_so_that_the_flow_takes_its_Error_branch()
    {
        // Port 9 (discard) has no listener.
        using var table = new TableBodies(
            new() { EndpointUrl = "http://127.0.0.1:9" }, () => new BasicAWSCredentials("local", "local"), TimeProvider.System);
        var chains = new ChainReader(new ConfigLookup(table), TimeSpan.Zero, TimeProvider.System, NullLogger.Instance);
        var getConfig = new GetConfig(chains, TimeProvider.System, NullLogger.Instance);
        var asked = new ConnectEvent { Details = new() { ContactData = new() { SystemEndpoint = new() { Address = "BasicQueue" } } } };
        await Assert.ThrowsAnyAsync<Exception>(() => getConfig.AnswerAsync(asked, TestContext.Current.CancellationToken));
    }
}
