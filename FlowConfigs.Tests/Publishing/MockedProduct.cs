using System.Text.Json.Nodes;
using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>What the mock has of the product: the services are asked with the AWS CLI, and the mock for what was resolved.</summary>
internal sealed class MockedProduct(MockedAws mock)
{
    private const string Name = "flow-configs-dev";

    public async Task AssertIsThereAsync(string region)
    {
        var shared = await SharedAsync(region);
        var side = region == "us-east-1" ? "primary" : "secondary";
        var expected = Outputs.All.Where(output => StackList.Of(output.Stack).Regions.Contains(side));
        Assert.Equal(expected.Select(output => output.Key).Order(StringComparer.Ordinal), shared.Keys.Order(StringComparer.Ordinal));
        await AssertIsProtectedAsync(region, shared);
        await AssertFunctionsAsync(region, shared);
        await AssertReferencesAsync(region, shared);
    }

    public async Task AssertNothingIsLeftAsync(string region)
    {
        Assert.Empty(JsonNode.Parse(await mock.GetAsync("/mock/resources"))!.AsArray());
        await IsEmptyAsync("cloudformation", "describe-stacks", "--query", "Stacks[].StackName");
        await IsEmptyAsync("dynamodb", "list-tables", "--query", "TableNames");
        await IsEmptyAsync("cognito-idp", "list-user-pools", "--max-results", "60", "--query", "UserPools[].Id");
        await IsEmptyAsync("verifiedpermissions", "list-policy-stores", "--query", "policyStores");
        await IsEmptyAsync("s3api", "list-buckets", "--query", "Buckets[].Name");
        await IsEmptyAsync("lambda", "list-functions", "--query", "Functions[].FunctionName");
        await IsEmptyAsync("logs", "describe-log-groups", "--query", "logGroups[].logGroupName");
        await IsEmptyAsync("cloudwatch", "describe-alarms", "--query", "MetricAlarms[].AlarmName");
        // All but API Gateway's role for logs, which the account's other APIs may use by now: the template keeps it.
        await IsEmptyAsync(
            "iam", "list-roles", "--query", $"Roles[?contains(RoleName, '{Name}') && !contains(RoleName, 'api-GatewayLogs')].RoleName");
        await IsEmptyAsync("ssm", "get-parameters-by-path", "--path", "/flow-configs", "--recursive", "--query", "Parameters[].Name");
        // A key goes 30 days later.
        var key = (await mock.AskAsync(
            region, "resourcegroupstaggingapi", "get-resources", "--resource-type-filters", "kms:key",
            "--tag-filters", "Key=flow-configs-stage,Values=dev", "--query", "ResourceTagMappingList[].ResourceARN"))!.AsArray().Single();
        var state = await mock.AskAsync(region, "kms", "describe-key", "--key-id", (string)key!, "--query", "KeyMetadata.KeyState");
        Assert.Equal("PendingDeletion", (string?)state);

        async Task IsEmptyAsync(params string[] call) => Assert.Equal("[]", (await mock.AskAsync(region, call))!.ToJsonString());
    }

    private async Task AssertIsProtectedAsync(string region, Dictionary<string, string> shared)
    {
        var table = (await mock.AskAsync(region, "dynamodb", "describe-table", "--table-name", Name, "--query", "Table"))!;
        Assert.True((bool?)table["DeletionProtectionEnabled"]);
        Assert.Equal(["us-east-1", "us-west-2"], table["Replicas"]!.AsArray().Select(replica => (string?)replica!["RegionName"]));
        Assert.Equal("listing", (string?)table["GlobalSecondaryIndexes"]![0]!["IndexName"]);
        var pool = await mock.AskAsync(
            region, "cognito-idp", "describe-user-pool", "--user-pool-id", shared["user-pool-id"],
            "--query", "UserPool.DeletionProtection");
        Assert.Equal("ACTIVE", (string?)pool);
        var store = await mock.AskAsync(
            region, "verifiedpermissions", "get-policy-store", "--policy-store-id", shared["policy-store-id"],
            "--query", "deletionProtection");
        Assert.Equal("ENABLED", (string?)store);
        foreach (var stack in StackList.All.Where(stack => stack.Keep && (region == "us-east-1" || stack.Regions.Length == 2)))
        {
            var isProtected = await mock.AskAsync(
                region, "cloudformation", "describe-stacks", "--stack-name", $"{Name}-{stack.Name}",
                "--query", "Stacks[0].EnableTerminationProtection");
            Assert.True((bool?)isProtected);
        }
    }

    private async Task AssertFunctionsAsync(string region, Dictionary<string, string> shared)
    {
        var api = await VariablesAsync("api");
        Assert.Equal(Name, api["FLOWCONFIGS_TABLE"]);
        Assert.Equal(shared["policy-store-id"], api["FLOWCONFIGS_POLICY_STORE"]);
        Assert.Equal(shared["sign-in-url"], api["FLOWCONFIGS_SIGN_IN_URL"]);
        Assert.Equal($"https://cognito-idp.{region}.amazonaws.com/{shared["user-pool-id"]}", api["FLOWCONFIGS_USER_POOL"]);
        Assert.Equal(
            $"arn:aws:lambda:us-east-1:111122223333:function:{Name}-get-config:live,"
            + $"arn:aws:lambda:us-west-2:111122223333:function:{Name}-get-config:live",
            api["FLOWCONFIGS_GET_CONFIG_ARNS"]);
        Assert.Equal(Name, (await VariablesAsync("get-config"))["FLOWCONFIGS_TABLE"]);

        async Task<Dictionary<string, string>> VariablesAsync(string function) =>
            (await mock.AskAsync(
                region, "lambda", "get-function-configuration", "--function-name", $"{Name}-{function}",
                "--query", "Environment.Variables"))!
            .AsObject().ToDictionary(variable => variable.Key, variable => variable.Value!.ToString());
    }

    // What stacks tell one another, and what a permission or an alarm names, is the thing that is there.
    private async Task AssertReferencesAsync(string region, Dictionary<string, string> shared)
    {
        var resources = JsonNode.Parse(await mock.GetAsync("/mock/resources"))!.AsArray();
        Assert.All(resources, resource => Assert.DoesNotContain("known-after", resource!.ToJsonString()));
        Assert.StartsWith($"https://{shared["api-id"]}-vpce-", shared["api-url"]);
        Assert.Equal($"arn:aws:lambda:{region}:111122223333:function:{Name}-get-config:live", shared["get-config-arn"]);

        var permission = Of("api", "ApiByGateway");
        Assert.Equal($"arn:aws:lambda:{region}:111122223333:function:{Name}-api:live", (string?)permission["FunctionName"]);
        Assert.Equal($"arn:aws:execute-api:{region}:111122223333:{shared["api-id"]}/*", (string?)permission["SourceArn"]);
        Assert.Equal(shared["user-pool-arn"], (string?)Of("api", "SignedIn")["ProviderARNs"]![0]);
        Assert.Equal(
            shared["user-pool-arn"], (string?)Of("authz", "Users")["Configuration"]!["CognitoUserPoolConfiguration"]!["UserPoolArn"]);
        Assert.Equal(shared["get-config-arn"], (string?)Of("connect", "GetConfigInConnect")["IntegrationArn"]);
        Assert.Equal(shared["application-arn"], (string?)Of("connect", "ApplicationInConnect")["IntegrationArn"]);
        Assert.Equal(shared["alarm-topic-arn"], (string?)Of("watch", "ApiErrorsAlarm")["AlarmActions"]![0]);
        // The distribution reads both Regions' buckets, and each is read by the distribution alone.
        var distribution = (await SharedAsync("us-east-1"))["distribution-id"];
        Assert.Contains($"arn:aws:cloudfront::111122223333:distribution/{distribution}", Of("web-bucket", "WebPolicy").ToJsonString());
        Assert.Contains(
            $"{Name}-web-111122223333-{region}.s3.{region}.amazonaws.com",
            resources.Single(resource => (string?)resource!["Name"] == "Distribution")!.ToJsonString());

        JsonNode Of(string stack, string name) => resources.Single(resource =>
            (string?)resource!["Region"] == region && (string?)resource["Stack"] == $"{Name}-{stack}"
            && (string?)resource["Name"] == name)!["Properties"]!;
    }

    private async Task<Dictionary<string, string>> SharedAsync(string region) =>
        (await mock.AskAsync(
            region, "ssm", "get-parameters-by-path", "--path", "/flow-configs/dev", "--recursive", "--query", "Parameters[].[Name,Value]"))!
        .AsArray().ToDictionary(parameter => ((string)parameter![0]!).Split('/')[^1], parameter => (string)parameter![1]!);
}
