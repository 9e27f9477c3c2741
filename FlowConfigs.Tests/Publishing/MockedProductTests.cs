using System.Text.RegularExpressions;
using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>
/// The product's own stacks in two Regions, deployed by ops and the AWS CLI into a local mock of AWS (Mock/product.py), where there is
/// one: pip install moto[server] awscli.
/// </summary>
[Nightly(Because.ItDeploysIntoAMock)]
public sealed partial class MockedProductTests : IDisposable
{
    private const string Account = "111122223333";
    private const string Hash = "0123456789abcdef";

    private static readonly string[] Regions = ["us-east-1", "us-west-2"];

    // In the order in which burndown comes to them.
    private static readonly string[] Refused = ["DeleteStack", "DeleteTable", "DeleteLogGroup"];

    private readonly OpsFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Four minutes alone.
    [Fact]
    [LongTest(30)]
    public async Task The_product_is_deployed_in_two_Regions_and_nothing_is_left_after_burndown()
    {
        MockedAws.SkipWithoutMoto();
        WriteProduct();
        await using var mock = await MockedAws.StartAsync(folder, await OpsCli.OfPythonAsync(), "Mock/product.py", Account);
        await PrepareAsync(mock);

        var installed = await folder.DoneAsync("install");
        Assert.Equal(StackList.All.Sum(stack => stack.Regions.Length), installed.Output.Split("(NONE)").Length - 1);
        var again = await folder.DoneAsync("install");
        Assert.DoesNotMatch(Change(), again.Output);

        var product = new MockedProduct(mock);
        foreach (var region in Regions)
            await product.AssertIsThereAsync(region);
        await BurnDownAsync(mock);
        foreach (var region in Regions)
            await product.AssertNothingIsLeftAsync(region);
    }

    // Each time burndown says so, and does the rest when it is run again. Faults of every other step: OpsBurndownTests.
    private async Task BurnDownAsync(MockedAws mock)
    {
        foreach (var fault in Refused)
        {
            await mock.PostAsync($"/mock/faults?refuse={fault}");
            var result = await BurnDownAsync();
            Assert.NotEqual(0, result.Exit);
            Assert.Contains($"The mock refuses {fault} once", result.Errors);
            Assert.DoesNotContain("Nothing of the stage dev is left", result.Output);
        }

        var last = await BurnDownAsync();
        Assert.True(last.Exit == 0, last.Errors);

        Task<OpsResult> BurnDownAsync() => folder.RunAsync("burndown", "--confirm", "dev", "--backups");
    }

    private void WriteProduct()
    {
        foreach (var template in Template.All)
        {
            var text = template.Text.Replace("\\u003Ccontent-hash\\u003E", Hash, StringComparison.Ordinal);
            folder.Write($"templates/{template.Name}.json", text);
        }

        foreach (var function in new[] { "api", "connect-handler", "pre-token" })
            folder.Write($"lambda/{function}-{Hash}.zip", "zip");

        // With all that is optional, so that no part of the templates is left out but OIDC, which SAML excludes.
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["CUSTOMER_KEY"] = "true",
            ["SPEECH"] = "polly",
            ["CONNECT_PROVISIONED_CONCURRENCY"] = "1",
            ["CONNECT_RESERVED_CONCURRENCY"] = "100",
            ["GATEWAY_LOG_ROLE_PRIMARY"] = "true",
            ["GATEWAY_LOG_ROLE_SECONDARY"] = "true",
            ["ALARM_EMAIL"] = "flow-configs-alarms@example.com",
            ["SLACK_WORKSPACE_ID"] = "T0123456789",
            ["SLACK_CHANNEL_ID"] = "C0123456789",
            ["M365_TENANT_ID"] = "5b1e0b9e-6f0a-4d2c-9a3e-1f2d3c4b5a60",
            ["M365_CLIENT_ID"] = "c1a7e2d4-3b5f-4c6d-8e9f-0a1b2c3d4e5f",
            ["M365_MAILBOX"] = "office@example.com",
        })
        {
            folder.Set(name, value);
        }
    }

    // What other administrators have made before.
    private async Task PrepareAsync(MockedAws mock)
    {
        var certificate = await mock.AskAsync(
            "us-east-1", "acm", "request-certificate", "--domain-name", "flow-configs.example.com", "--query", "CertificateArn");
        folder.Set("CERTIFICATE_ARN", (string?)certificate);
        foreach (var (region, side) in new[] { ("us-east-1", "PRIMARY"), ("us-west-2", "SECONDARY") })
        {
            var network = await mock.AskAsync(region, "ec2", "describe-vpcs", "--query", "Vpcs[0].VpcId");
            var endpoint = await mock.AskAsync(
                region, "ec2", "create-vpc-endpoint", "--vpc-id", (string)network!, "--vpc-endpoint-type", "Interface",
                "--service-name", $"com.amazonaws.{region}.execute-api", "--query", "VpcEndpoint.VpcEndpointId");
            var instance = await mock.AskAsync(
                region, "connect", "create-instance", "--identity-management-type", "SAML", "--inbound-calls-enabled",
                "--outbound-calls-enabled", "--instance-alias", "example", "--query", "Arn");
            folder.Set($"VPC_ENDPOINT_IDS_{side}", (string?)endpoint).Set($"CONNECT_INSTANCE_ARN_{side}", (string?)instance);
        }
    }

    // As show_changes prints them (changes.sh).
    [GeneratedRegex("^  (Add|Modify|Remove|Replace) ", RegexOptions.Multiline)]
    private static partial Regex Change();
}
