using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>ops install from nothing, and from where it broke off.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsInstallTests : IDisposable
{
    private const string East = "us-east-1";
    private const string West = "us-west-2";

    private readonly OpsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Install_deploys_in_order_uploads_and_protects()
    {
        await folder.DoneAsync("install");
        Assert.Equal(
            [
                $"{East} artifacts", $"{West} artifacts", $"{East} zip", $"{West} zip", $"{East} data",
                $"{East} identity", $"{West} identity", $"{East} authz", $"{West} authz", $"{East} api", $"{West} api",
                $"{East} web-bucket", $"{West} web-bucket", $"{East} web", $"{East} connect", $"{West} connect",
                $"{East} watch", $"{West} watch",
                $"{East} web-bucket", $"{West} web-bucket", $"{East} config.json", $"{West} config.json",
                $"{East} data", $"{East} identity", $"{West} identity", $"{East} authz", $"{West} authz",
                $"{East} protect data", $"{East} protect identity", $"{West} protect identity",
                $"{East} protect authz", $"{West} protect authz",
            ],
            folder.Calls.Select(Step).OfType<string>());
    }

    [Fact]
    public async Task A_stack_gets_the_parameters_of_its_Region()
    {
        await folder.DoneAsync("install");
        var api = folder.Read($"fake/stacks/{West}/flow-configs-dev-api.parameters");
        Assert.Contains("""{"ParameterKey": "ConnectInstanceArn", "ParameterValue": "arn:aws:connect:us-west-2:""", api);
        Assert.Contains("""{"ParameterKey": "UserPoolId", "ParameterValue": "/flow-configs/dev/user-pool-id"}""", api);
        Assert.Matches("""\{"ParameterKey": "Release", "ParameterValue": "[0-9a-f]{16}"\}""", api);
        Assert.Equal(
            Parameters.Of("40").Select(parameter => parameter.Name),
            System.Text.Json.JsonDocument.Parse(api).RootElement.EnumerateArray().Select(p => p.GetProperty("ParameterKey").GetString()));

        var web = folder.Read($"fake/stacks/{East}/flow-configs-dev-web.parameters");
        Assert.Contains("\"ConnectSources\", \"ParameterValue\": \"connect-sources-in-us-east-1 connect-sources-in-us-west-2\"", web);
        // Deployed twice: with any distribution first, with the one that there is now at the end.
        var bucket = folder.Read($"fake/stacks/{West}/flow-configs-dev-web-bucket.parameters");
        Assert.Contains("\"DistributionId\", \"ParameterValue\": \"distribution-id-in-us-east-1\"", bucket);
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
    [Fact]
    public async Task What_is_kept_is_protected_once_it_has_been_created()
    {
        await folder.DoneAsync("install");
        foreach (var stack in new[] { "data", "identity", "authz" })
        {
            var changes = folder.Calls.Where(call => call.StartsWith($"{East} cloudformation create-change-set --stack-name flow-configs-dev-{stack} "));
            Assert.Equal(["CREATE", "UPDATE"], changes.Select(call => call.Split(' ')[8]));
            var parameters = folder.Read($"fake/stacks/{East}/flow-configs-dev-{stack}.parameters");
            Assert.Contains("""{"ParameterKey": "Protected", "ParameterValue": "true"}""", parameters);
            Assert.Contains(
                """{"ParameterKey": "Protected", "ParameterValue": "false"}""",
                folder.Read($"fake/stacks/{East}/flow-configs-dev-{stack}.parameters.created"));
        }
    }

    [Fact]
    public async Task The_web_app_learns_where_the_API_is()
    {
        await folder.DoneAsync("install");
        Assert.Equal(
            """{"api": "api-url-in-us-east-1", "region": "us-east-1", "other": "api-url-in-us-west-2"}""",
            folder.Read("fake/config.json"));
    }

    [Fact]
    public async Task Install_goes_on_where_it_broke_off()
    {
        folder.Answer($"{West} cloudformation wait stack-create-complete --stack-name flow-configs-dev-api", "Waiter failed", exit: 255)
            .Answer($"{West} cloudformation describe-stack-events*", "Function\tCREATE_FAILED\tno such bucket");
        var broken = await folder.RunAsync("install");
        Assert.Equal(1, broken.Exit);
        Assert.Contains("no such bucket", broken.Errors);
        Assert.Contains("flow-configs-dev-api in us-west-2 was not deployed", broken.Errors);
        Assert.DoesNotContain(folder.Calls, call => call.Contains("flow-configs-dev-web"));

        Directory.Delete(Path.Combine(folder.Root, "fake", "answers"), recursive: true);
        folder.Answer(
            "* describe-change-set*flow-configs-dev-data*StatusReason*", "FAILED\tThe submitted information didn't contain changes.");
        await folder.DoneAsync("install");
        Assert.Contains(folder.Calls, call => call.Contains("delete-change-set --stack-name flow-configs-dev-data"));
    }

    [Theory]
    [InlineData("ROLLBACK_COMPLETE", "its creation failed. See why (aws cloudformation describe-stack-events --region us-east-1")]
    [InlineData("UPDATE_ROLLBACK_FAILED", "continue-update-rollback --region us-east-1 --stack-name flow-configs-dev-data")]
    [InlineData("UPDATE_IN_PROGRESS", "another deployment is under way")]
    public async Task A_stack_that_cannot_be_deployed_is_explained(string status, string message)
    {
        folder.Write("fake/stacks/us-east-1/flow-configs-dev-data", status);
        var result = await folder.RunAsync("install");
        Assert.Equal(1, result.Exit);
        Assert.Contains($"flow-configs-dev-data in us-east-1 is in {status}", result.Errors);
        Assert.Contains(message, result.Errors);
    }

    [Fact]
    public async Task A_dry_run_says_what_it_would_do_and_only_reads()
    {
        var result = await folder.DoneAsync("install", "--dry-run");
        Assert.Empty(folder.Changes);
        Assert.Contains($"run: aws --region {West} cloudformation create-change-set --stack-name flow-configs-dev-api ", result.Errors);
        Assert.Contains($"aws --region {East} cloudformation set-stack-policy --stack-name flow-configs-dev-data ", result.Errors);
    }

    [Fact]
    public async Task A_missing_parameter_is_named_before_anything_is_deployed()
    {
        folder.Set("CONNECT_INSTANCE_ARN_PRIMARY", "");
        var result = await folder.RunAsync("install");
        Assert.Equal(1, result.Exit);
        Assert.Contains("CONNECT_INSTANCE_ARN_PRIMARY is empty", result.Errors);
        Assert.Empty(folder.Changes);
    }

    [Fact]
    public async Task AWS_ENDPOINT_URL_is_handed_on_to_CLIs_that_do_not_know_it()
    {
        folder.Environment["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9";
        await folder.RunAsync("status");
        Assert.Equal(folder.Calls.Count, folder.Read("fake/endpoints").Split('\n').Count(url => url == "http://127.0.0.1:9"));
    }

    private static string? Step(string call)
    {
        var words = call.Split(' ');
        var stack = Array.IndexOf(words, "--stack-name") is > 0 and var at ? words[at + 1]["flow-configs-dev-".Length..] : null;
        return words[2] switch
        {
            "execute-change-set" => $"{words[0]} {stack}",
            "set-stack-policy" => $"{words[0]} protect {stack}",
            "cp" when call.Contains("/lambda/") => $"{words[0]} zip",
            "cp" when call.Contains(" --recursive ") => null,
            "cp" => $"{words[0]} config.json",
            _ => null,
        };
    }
}
