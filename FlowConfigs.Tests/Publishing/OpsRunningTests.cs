namespace FlowConfigs.Tests.Publishing;

/// <summary>The commands of an installed system: validate, status, todo; and dry runs of all.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsRunningTests : IDisposable
{
    private readonly OpsFolder folder = new OpsFolder().Installed();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Validate_asks_both_Regions_and_takes_away_what_it_wrote()
    {
        var result = await folder.DoneAsync("validate");
        Assert.Contains("All is well.", result.Output);
        Assert.Equal(["us-east-1 dynamodb put-item", "us-east-1 dynamodb delete-item"], folder.Changes.Select(OpsCalls.First));
        // Nobody, and what was written.
        foreach (var region in new[] { "us-east-1", "us-west-2" })
            Assert.Equal(2, folder.Calls.Count(call => call.StartsWith($"{region} lambda invoke --function-name get-config-arn-in-")));
    }

    [Fact]
    public async Task Validate_asks_every_part_of_the_system()
    {
        await folder.DoneAsync("validate");
        foreach (var region in new[] { "us-east-1", "us-west-2" })
        {
            Assert.Single(folder.Calls, call => call.StartsWith($"{region} lambda invoke --function-name is-listed-arn-in-{region} "));
            Assert.Single(folder.Calls, call => call.StartsWith($"{region} lambda invoke --function-name vanity-numbers-arn-in-{region} "));
        }

        Assert.Equal(
            [
                "https://cognito-idp.us-east-1.amazonaws.com/user-pool-id-in-us-east-1/.well-known/jwks.json",
                "sign-in-url-in-us-east-1/oauth2/authorize?client_id=web-client-id-in-us-east-1&response_type=code"
                    + "&redirect_uri=https%3A%2F%2Fflow-configs.example.com%2Fauth%2Fcallback.html&identity_provider=sign-in-provider-in-us-east-1",
                "api-url-in-us-east-1/api/public-settings",
            ],
            folder.Read("fake/addresses").Split('\n').Take(3));
        Assert.EndsWith("https://flow-configs.example.com/index.html\n", folder.Read("fake/addresses"));
    }

    [Theory]
    [InlineData("*jwks.json 404", "The user pool user-pool-id-in-us-east-1 in us-east-1 does not give its keys (404).")]
    [InlineData("*oauth2/authorize* 200", "does not send people to the provider (200). See todo/1-single-sign-on.md.")]
    [InlineData("*public-settings 503", "The API in us-east-1 does not answer (503)")]
    [InlineData("https://distribution* 403", "The web app is not at the distribution distribution-domain-in-us-east-1 (403).")]
    [InlineData("https://flow-configs.example.com/* none", "(curl: (28) Connection timed out). See step 2 of todo/2-network.md.")]
    public async Task Validate_names_the_part_that_does_not_answer(string status, string message)
    {
        folder.Write("fake/statuses", status + "\n");
        var result = await folder.RunAsync("validate");
        Assert.Equal(1, result.Exit);
        Assert.Contains(message, result.Errors);
    }

    [Fact]
    public async Task Validate_says_from_where_a_private_API_is_to_be_asked()
    {
        folder.Set("API_ENDPOINT_TYPE", "PRIVATE").Write("fake/statuses", "*public-settings none\n");
        var result = await folder.DoneAsync("validate");
        Assert.Contains("From a computer in the company's network ask: curl -i api-url-in-us-west-2/api/public-settings", result.Errors);
    }

    [Fact]
    public async Task Validate_takes_away_what_it_wrote_when_it_fails_too()
    {
        folder.Answer("us-east-1 dynamodb put-item*", "An error occurred (InternalServerError)", exit: 254);
        var result = await folder.RunAsync("validate");
        Assert.NotEqual(0, result.Exit);
        Assert.Equal(["us-east-1 dynamodb put-item", "us-east-1 dynamodb delete-item"], folder.Changes.Select(OpsCalls.First));
    }

    [Fact]
    public async Task Validate_names_a_stack_that_is_not_complete()
    {
        folder.Write("fake/stacks/us-west-2/flow-configs-dev-api", "UPDATE_ROLLBACK_COMPLETE");
        var result = await folder.RunAsync("validate");
        Assert.Contains("flow-configs-dev-api in us-west-2 is in UPDATE_ROLLBACK_COMPLETE.", result.Errors);
        Assert.Equal(1, result.Exit);
    }

    [Fact]
    public async Task Validate_says_that_getConfig_fails()
    {
        folder.Answer("us-west-2 lambda invoke*", "Unhandled");
        var result = await folder.RunAsync("validate");
        Assert.Contains("getConfig in us-west-2 fails", result.Errors);
        Assert.Equal(1, result.Exit);
    }

    [Fact]
    public async Task Status_shows_stacks_copies_and_alarms()
    {
        var result = await folder.DoneAsync("status", "--drift");
        Assert.Equal(16, result.Output.Split('\n').Count(line => line.Contains("CREATE_COMPLETE")));
        Assert.Contains("us-west-2\tACTIVE", result.Output);
        Assert.Contains("no alarm is on", result.Output);
    }

    [Fact]
    public async Task Status_fails_where_something_needs_a_look()
    {
        folder.Answer("us-west-2 cloudwatch describe-alarms*", "flow-configs-dev-get-config-errors")
            .Answer("us-east-1 cloudformation describe-stack-drift-detection-status*", "DETECTION_COMPLETE\tDRIFTED")
            .Answer("us-east-1 cloudformation describe-stack-resource-drifts*", "MODIFIED\tAWS::Lambda::Function\tApi");
        var result = await folder.RunAsync("status", "--drift");
        Assert.Equal(1, result.Exit);
        Assert.Contains("ALARM flow-configs-dev-get-config-errors", result.Output);
        Assert.Contains("changed by hand: MODIFIED\tAWS::Lambda::Function\tApi", result.Output);
    }

    [Fact]
    public async Task Todo_writes_the_administrators_files_with_what_is_installed()
    {
        await folder.DoneAsync("todo");
        Assert.Contains("`saml-reply-url-in-us-west-2`", folder.Read("todo-dev/1-single-sign-on.md"));
        Assert.Contains("`distribution-domain-in-us-east-1` | –", folder.Read("todo-dev/2-network.md"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.Root, "todo-dev")))
            Assert.DoesNotContain("{{", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("backup")]
    [InlineData("backup", "--to", "file.gz")]
    [InlineData("restore", "--at", "2026-03-02T12:00:00Z")]
    [InlineData("restore", "--table", "copy")]
    [InlineData("burndown")]
    [InlineData("status", "--drift")]
    [InlineData("todo")]
    public async Task A_dry_run_only_reads(params string[] arguments)
    {
        await folder.DoneAsync([.. arguments, "--dry-run"]);
        Assert.NotEmpty(folder.Calls);
        Assert.Empty(folder.Changes);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Root, "file.gz"));
    }
}
