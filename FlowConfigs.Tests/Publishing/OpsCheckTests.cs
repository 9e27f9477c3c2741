namespace FlowConfigs.Tests.Publishing;

/// <summary>What ops finds out, and says, before it changes anything.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsCheckTests : IDisposable
{
    private readonly OpsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Check_passes_with_every_parameter_filled_in_and_only_reads()
    {
        var result = await folder.RunAsync("check");
        Assert.Equal((0, ""), (result.Exit, result.Errors));
        Assert.Contains("All is ready", result.Output);
        Assert.Empty(folder.Changes);
        foreach (var region in new[] { "us-east-1", "us-west-2" })
            Assert.Contains(folder.Calls, call => call.StartsWith($"{region} cloudformation list-exports", StringComparison.Ordinal));
        Assert.Equal(9, folder.Calls.Count(call => call.Contains("validate-template")));
    }

    [Theory]
    [InlineData("HOST_NAME", null, "HOST_NAME is missing in")]
    [InlineData("HOST_NAME", "", "HOST_NAME is empty in")]
    [InlineData("HOST_NAME", "", "The network administrator fills it in. Example: HOST_NAME=\"flow-configs.example.com\"")]
    [InlineData("HOST_NAME", "https://example.com", "HOST_NAME is \"https://example.com\", which is not of the form that it needs.")]
    [InlineData("LOG_RETENTION_DAYS", "8", "LOG_RETENTION_DAYS is \"8\"; it must be one of: 7 14 30")]
    [InlineData("MONTHLY_BUDGET", "-1", "MONTHLY_BUDGET is \"-1\"; it must be a whole number, 0 or more.")]
    [InlineData("MONTHLY_BUDGET", "much", "MONTHLY_BUDGET is \"much\"; it must be a whole number, 0 or more.")]
    [InlineData("SAML_METADATA_URL", "", "SAML_METADATA_URL is empty, and PROVIDER_TYPE is SAML.")]
    [InlineData("PROVIDER_TYPE", "OIDC", "OIDC_SECRET_NAME is empty, and PROVIDER_TYPE is OIDC.")]
    [InlineData("VPC_ENDPOINT_IDS_SECONDARY", "", "VPC_ENDPOINT_IDS_SECONDARY is empty, and API_ENDPOINT_TYPE is PRIVATE")]
    [InlineData("SLACK_CHANNEL_ID", "C0123456789", "SLACK_WORKSPACE_ID and SLACK_CHANNEL_ID belong together")]
    [InlineData("CONNECT_INSTANCE_ARN_SECONDARY", "arn:aws:connect:us-east-1:111122223333:instance/1",
        "CONNECT_INSTANCE_ARN_SECONDARY is in us-east-1, and must be in us-west-2.")]
    [InlineData("SECONDARY_REGION", "us-east-1", "SECONDARY_REGION is the same as PRIMARY_REGION.")]
    [InlineData("ACCOUNT_ID", "999988887777", "The credentials are for account 111122223333, and ACCOUNT_ID in")]
    [InlineData("HOST_NAEM", "x", "there is no parameter HOST_NAEM. Look for a typo")]
    public async Task What_is_wrong_in_the_env_file_is_named_with_its_remedy(string name, string? value, string message)
    {
        folder.Set(name, value);
        await RefusedAsync(message, "check");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        folder.Set("HOST_NAME", "").Set("CERTIFICATE_ARN", "").Set("DOMAIN_PREFIX", "");
        var result = await folder.RunAsync("check");
        foreach (var name in new[] { "HOST_NAME", "CERTIFICATE_ARN", "DOMAIN_PREFIX", "3 things must be fixed" })
            Assert.Contains(name, result.Errors);
    }

    [Fact]
    public async Task One_Region_needs_nothing_of_a_second_one()
    {
        folder.Set("SECONDARY_REGION", "").Set("CONNECT_INSTANCE_ARN_SECONDARY", "").Set("VPC_ENDPOINT_IDS_SECONDARY", "");
        var result = await folder.RunAsync("check");
        Assert.Equal((0, ""), (result.Exit, result.Errors));
    }

    [Theory]
    [InlineData("An error occurred (ExpiredToken) when calling: The security token is expired", "have expired. Sign in again")]
    [InlineData("Unable to locate credentials. You can configure credentials", "There are no AWS credentials. Set AWS_PROFILE")]
    [InlineData("An error occurred (InvalidClientTokenId) when calling", "The AWS credentials are not valid")]
    [InlineData("Could not connect to the endpoint URL: \"https://sts\"", "AWS does not answer in us-east-1: Could not connect")]
    public async Task Credentials_that_do_not_serve_are_explained(string error, string message)
    {
        folder.Answer("* sts get-caller-identity*", error, exit: 255);
        await RefusedAsync(message, "check");
    }

    [Fact]
    public async Task A_Region_that_does_not_answer_is_named()
    {
        folder.Answer("us-west-2 cloudformation list-exports*", "An error occurred (OptInRequired): not subscribed", exit: 254);
        await RefusedAsync("The Region us-west-2 does not answer", "check");
    }

    [Fact]
    public async Task A_template_that_CloudFormation_refuses_is_named()
    {
        folder.Answer("* validate-template*40-api*", "An error occurred (ValidationError): Template format error", exit: 254);
        await RefusedAsync("The template of 40-api is refused: An error occurred", "check");
    }

    [Fact]
    public async Task A_missing_aws_is_said_with_the_way_to_get_it()
    {
        // Everything that ops needs, but aws.
        var bin = Directory.CreateDirectory(Path.Combine(folder.Root, "without")).FullName;
        foreach (var program in "bash env awk sed grep comm gzip mktemp rm dirname find sort cut tail".Split(' '))
            File.CreateSymbolicLink(Path.Combine(bin, program), $"/usr/bin/{program}");
        folder.Environment["PATH"] = bin;
        folder.Environment.Remove("BASH_ENV");
        await RefusedAsync("The AWS CLI (aws) is missing. Install it: apt-get install awscli, or https://aws.amazon.com/cli\n", "check");
    }

    [Fact]
    public async Task A_missing_env_file_is_said()
    {
        const string message = "There is no nowhere.env. Publish writes one to fill in; --env names another.\n";
        await RefusedAsync(message, "check", "--env", "nowhere.env");
    }

    [Theory]
    [InlineData("There is no command \"instal\"", "instal")]
    [InlineData("There is no option --force", "install", "--force")]
    [InlineData("install has no option --at", "install", "--at", "x")]
    [InlineData("--at needs a value", "restore", "--at")]
    [InlineData("install takes no \"queues\"", "install", "queues")]
    [InlineData("Say what to do: ops connect plan|deploy|drift|outputs|export|import|state.", "connect")]
    [InlineData("Say what to do: ops connect plan|deploy|drift|outputs|export|import|state.", "connect", "destroy")]
    [InlineData("connect plan has no option --allow", "connect", "plan", "--allow", "x")]
    [InlineData("connect deploy takes no \"flows\"", "connect", "deploy", "queues", "flows")]
    [InlineData("There is no instance in", "connect", "deploy")]
    [InlineData("Say once what to restore", "restore")]
    [InlineData("Say once what to restore", "restore", "--at", "x", "--from", "y")]
    public async Task A_slip_in_the_command_is_said_before_anything_is_asked(string message, params string[] arguments)
    {
        await RefusedAsync(message, arguments);
        Assert.Empty(folder.Calls);
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var result = await folder.RunAsync("help");
        Assert.Equal(0, result.Exit);
        foreach (var command in "check install upgrade validate backup restore burndown status failover failback connect todo".Split(' '))
            Assert.Matches($@"(?m)^  {command} ", result.Output);
    }

    private async Task RefusedAsync(string message, params string[] arguments)
    {
        var result = await folder.RunAsync(arguments);
        Assert.Contains(message, result.Errors);
        Assert.Equal(1, result.Exit);
        Assert.Empty(folder.Changes);
    }
}
