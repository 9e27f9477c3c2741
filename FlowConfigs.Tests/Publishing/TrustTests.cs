using System.Text.Json.Nodes;
using FlowConfigs.Benchmarks;
using FlowConfigs.Publishing;
using FlowConfigs.Tests.ConnectHandler;

namespace FlowConfigs.Tests.Publishing;

/// <summary>Which certificate authorities a published function trusts.</summary>
[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class TrustTests(TheSystem the, Published published) : IClassFixture<TheSystem>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_function_trusts_the_authorities_of_its_certificate_file_and_no_other()
    {
        await using var proxy = new TlsProxy(new(the.Running.Dynamo.Config.ServiceURL));
        var amazon = Path.Combine(published.Unpacked("connect-handler"), LambdaBuild.Certificates);
        var own = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(own, await File.ReadAllTextAsync(amazon, Cancelled) + proxy.CertificateAuthority, Cancelled);
            var (isError, answer) = await AskAsync(proxy.Url, own);
            Assert.False(isError, answer);
            Assert.Equal("true", (string?)JsonNode.Parse(answer)!["_found"]);

            (isError, answer) = await AskAsync(proxy.Url, amazon);
            Assert.True(isError, answer);
            Assert.Contains("SSL", answer);
        }
        finally
        {
            File.Delete(own);
        }
    }

    private async Task<(bool IsError, string Answer)> AskAsync(string dynamo, string certificates)
    {
        await using var handler = await HandlerProcess.WithoutProgramAsync(published.ConnectHandler);
        handler.Start(environment:
        [
            ("AWS_ENDPOINT_URL_DYNAMODB", dynamo), ("FLOWCONFIGS_TABLE", "flow-configs"),
            ("SSL_CERT_FILE", certificates), ("SSL_CERT_DIR", "/var/task/none"),
        ]);
        return await handler.InvokeAsync("""{ "Details": { "Parameters": { "id": "BasicQueue" } } }""");
    }
}
