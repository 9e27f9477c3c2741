namespace FlowConfigs.Tests.Publishing;

/// <summary>What ops check asks AWS and the provider about the things that others have made.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsCheckAccountTests : IDisposable
{
    private readonly OpsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("us-east-1 acm describe-certificate*", "PENDING_VALIDATION\tflow-configs.example.com", "CERTIFICATE_ARN: the certificate is in PENDING_VALIDATION.")]
    [InlineData("us-east-1 acm describe-certificate*", "ISSUED\texample.com *.b.example.com", "the certificate is for example.com *.b.example.com, and HOST_NAME is flow-configs.example.com.")]
    [InlineData("us-west-2 ec2 describe-vpc-endpoints*", "vpce-1\tpending\tcom.amazonaws.us-west-2.execute-api", "VPC_ENDPOINT_IDS_SECONDARY: vpce-1 is in the state pending.")]
    [InlineData("us-east-1 ec2 describe-vpc-endpoints*", "vpce-1\tavailable\tcom.amazonaws.us-east-1.s3", "VPC_ENDPOINT_IDS_PRIMARY: vpce-1 leads to com.amazonaws.us-east-1.s3. Make one for com.amazonaws.us-east-1.execute-api.")]
    [InlineData("us-east-1 connect describe-instance*", "CREATION_IN_PROGRESS\tSAML", "CONNECT_INSTANCE_ARN_PRIMARY: the instance is in CREATION_IN_PROGRESS.")]
    [InlineData("us-west-2 cognito-idp describe-user-pool-domain*", "us-west-2_Other", "DOMAIN_PREFIX: example-flow-configs belongs to the user pool us-west-2_Other in us-west-2. Choose another prefix.")]
    [InlineData("us-east-1 apigateway get-account*", "None", "GATEWAY_LOG_ROLE_PRIMARY: API Gateway in us-east-1 has no role for its logs. Set GATEWAY_LOG_ROLE_PRIMARY=\"true\".")]
    public async Task What_is_not_ready_is_named_with_its_remedy(string call, string answer, string message)
    {
        folder.Answer(call, answer);
        await RefusedAsync(message);
    }

    [Theory]
    [InlineData("us-east-1 acm describe-certificate*", "CERTIFICATE_ARN: AWS does not show the certificate: An error occurred (ResourceNotFound)")]
    [InlineData("us-west-2 ec2 describe-vpc-endpoints*", "VPC_ENDPOINT_IDS_SECONDARY: AWS does not show the endpoints in us-west-2: An error")]
    [InlineData("us-west-2 connect describe-instance*", "CONNECT_INSTANCE_ARN_SECONDARY: AWS does not show the instance: An error")]
    [InlineData("us-east-1 cognito-idp describe-user-pool-domain*", "DOMAIN_PREFIX: AWS does not say whether example-flow-configs is free")]
    [InlineData("us-east-1 lambda get-account-settings*", "AWS does not say how many functions can run at once in us-east-1: An error")]
    [InlineData("us-east-1 apigateway get-account*", "AWS does not say by which role API Gateway writes logs in us-east-1: An error")]
    public async Task What_AWS_does_not_show_is_named_with_its_answer(string call, string message)
    {
        folder.Answer(call, "An error occurred (ResourceNotFound) when calling the operation", exit: 254);
        await RefusedAsync(message);
    }

    [Theory]
    [InlineData("*.example.com")]
    [InlineData("other.example.com *.example.com")]
    public async Task A_certificate_for_every_name_below_the_domain_will_do(string names)
    {
        folder.Answer("us-east-1 acm describe-certificate*", $"ISSUED\t{names}");
        Assert.Equal(0, (await folder.RunAsync("check")).Exit);
    }

    [Fact]
    public async Task A_metadata_address_that_does_not_answer_is_refused_by_an_installation_and_no_upgrade()
    {
        folder.Write("fake/statuses", "*metadata.xml none\n");
        const string message = "SAML_METADATA_URL: https://login.example.com/metadata.xml does not answer with 200 (curl: (28) Connection timed out).";
        await RefusedAsync(message);
        folder.Installed();
        var upgrade = await folder.RunAsync("upgrade", "--dry-run");
        Assert.Contains(message, upgrade.Errors);
        Assert.Equal(0, upgrade.Exit);
    }

    [Fact]
    public async Task An_OIDC_provider_is_asked_by_its_issuer_and_its_secret_must_be_in_both_Regions()
    {
        folder.Set("PROVIDER_TYPE", "OIDC").Set("OIDC_ISSUER", "https://login.example.com/").Set("OIDC_CLIENT_ID", "id").Set("OIDC_SECRET_NAME", "flow-configs/oidc");
        Assert.Equal(0, (await folder.RunAsync("check")).Exit);
        Assert.Equal("https://login.example.com/.well-known/openid-configuration\n", folder.Read("fake/addresses"));

        folder.Answer("us-west-2 secretsmanager get-secret-value*", "False");
        await RefusedAsync("OIDC_SECRET_NAME: the secret flow-configs/oidc in us-west-2 has no key clientSecret.");
        folder.Answer("us-west-2 secretsmanager get-secret-value*", "An error occurred (ResourceNotFoundException)", exit: 254);
        await RefusedAsync("OIDC_SECRET_NAME: AWS does not show the secret flow-configs/oidc in us-west-2");
    }

    [Fact]
    public async Task The_secrets_text_is_never_asked_for()
    {
        folder.Set("PROVIDER_TYPE", "OIDC").Set("OIDC_ISSUER", "https://login.example.com").Set("OIDC_CLIENT_ID", "id").Set("OIDC_SECRET_NAME", "flow-configs/oidc");
        await folder.RunAsync("check");
        var calls = folder.Calls.Where(call => call.Contains("get-secret-value")).ToList();
        Assert.Equal(2, calls.Count);
        Assert.All(calls, call => Assert.EndsWith("--query contains(SecretString, '\"clientSecret\"')", call));
    }

    [Fact]
    public async Task An_instance_without_SAML_is_no_obstacle_and_said()
    {
        folder.Answer("us-east-1 connect describe-instance*", "ACTIVE\tCONNECT_MANAGED");
        var result = await folder.RunAsync("check");
        Assert.Contains("the instance signs people in by CONNECT_MANAGED and not by SAML", result.Errors);
        Assert.Equal(0, result.Exit);
    }

    [Fact]
    public async Task A_domain_of_this_stage_is_its_own()
    {
        folder.Installed().Answer("* cognito-idp describe-user-pool-domain*", "user-pool-id-in-us-east-1").Set("SECONDARY_REGION", "");
        Assert.Equal(0, (await folder.RunAsync("check")).Exit);
    }

    [Theory]
    [InlineData("1000\t400", "50", "100", "0", "The functions want 350 concurrent executions for themselves in us-east-1, where 400 of 1000 are free")]
    [InlineData("1000\t1000", "-1", "-1", "400", "The functions want 1200 concurrent executions")]
    [InlineData("10\t10", "50", "-1", "0", "The functions want 50 concurrent executions")]
    [InlineData("1000\t1000", "-1", "3", "5", "CONNECT_PROVISIONED_CONCURRENCY is 5, and CONNECT_RESERVED_CONCURRENCY is 3")]
    public async Task Concurrency_that_Lambda_would_not_set_aside_is_refused(string limits, string api, string connect, string warm, string message)
    {
        folder.Set("API_RESERVED_CONCURRENCY", api).Set("CONNECT_RESERVED_CONCURRENCY", connect).Set("CONNECT_PROVISIONED_CONCURRENCY", warm);
        folder.Answer("us-east-1 lambda get-account-settings*", limits);
        await RefusedAsync(message);
    }

    [Fact]
    public async Task What_the_functions_have_set_aside_already_is_free_for_them()
    {
        folder.Installed().Set("API_RESERVED_CONCURRENCY", "50").Set("CONNECT_RESERVED_CONCURRENCY", "100")
            .Answer("* lambda get-account-settings*", "1000\t150").Answer("* lambda get-function-concurrency*get-config*", "300");
        Assert.Equal(0, (await folder.RunAsync("check")).Exit);
    }

    [Fact]
    public async Task A_new_accounts_quota_is_said()
    {
        folder.Set("API_RESERVED_CONCURRENCY", "-1").Answer("us-west-2 lambda get-account-settings*", "10\t10");
        var result = await folder.RunAsync("check");
        Assert.Contains("Lambda's quota in us-west-2 is 10 concurrent executions", result.Errors);
        Assert.Equal(0, result.Exit);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/flow-configs-dev-api-GatewayLogs-A1B2", 0)]
    [InlineData("arn:aws:iam::111122223333:role/flow-configs-test-api-GatewayLogs-A1B2", 1)]
    [InlineData("None", 0)]
    public async Task The_accounts_role_for_logs_is_replaced_only_where_it_is_this_stages(string role, int exit)
    {
        folder.Set("GATEWAY_LOG_ROLE_PRIMARY", "true").Answer("us-east-1 apigateway get-account*", role);
        var result = await folder.RunAsync("check");
        Assert.Equal(exit, result.Exit);
        Assert.Equal(exit == 1, result.Errors.Contains($"API Gateway in us-east-1 writes its logs by {role} already"));
    }

    [Fact]
    public async Task An_installation_does_not_begin_before_all_is_ready()
    {
        folder.Answer("us-east-1 acm describe-certificate*", "PENDING_VALIDATION\tflow-configs.example.com");
        Assert.Equal(1, (await folder.RunAsync("install", "--yes")).Exit);
        Assert.Empty(folder.Changes);
    }

    private async Task RefusedAsync(string message)
    {
        var result = await folder.RunAsync("check");
        Assert.Contains(message, result.Errors);
        Assert.Equal(1, result.Exit);
        Assert.Empty(folder.Changes);
    }
}
