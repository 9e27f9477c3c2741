namespace FlowConfigs.Tests.Publishing;

/// <summary>ops upgrade: the secondary Region first, and nothing that loses data.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsUpgradeTests : IDisposable
{
    private readonly OpsFolder folder = new OpsFolder().Installed();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Upgrade_changes_the_secondary_Region_first_and_asks_getConfig_there_before_the_primary()
    {
        await folder.DoneAsync("upgrade", "--yes");
        Assert.Equal(
            [
                "us-west-2 artifacts", "us-east-1 artifacts", "us-east-1 data",
                "us-west-2 identity", "us-west-2 authz", "us-west-2 api", "us-west-2 web-bucket", "us-west-2 connect", "us-west-2 watch",
                "us-west-2 asked",
                "us-east-1 identity", "us-east-1 authz", "us-east-1 api", "us-east-1 web-bucket", "us-east-1 web", "us-east-1 connect",
                "us-east-1 watch",
            ],
            folder.Calls.Select(Step).OfType<string>());
    }

    [Fact]
    public async Task A_change_set_is_taken_back_when_an_alarm_goes_off()
    {
        await folder.DoneAsync("upgrade", "--yes");
        var api = folder.CallArguments.Single(
            call => call[0] == "us-west-2" && call[2] == "create-change-set" && call.Contains("flow-configs-dev-api"));
        Assert.Equal(
            """{"RollbackTriggers": [{"Arn": "arn:aws:cloudwatch:us-west-2:111122223333:alarm:flow-configs-dev-get-config-errors","""
            + """ "Type": "AWS::CloudWatch::Alarm"}], "MonitoringTimeInMinutes": 5}""",
            api[Array.IndexOf(api, "--rollback-configuration") + 1]);
    }

    [Theory]
    [InlineData("Modify", "AWS::DynamoDB::GlobalTable", "True", "data")]
    [InlineData("Modify", "AWS::DynamoDB::GlobalTable", "Conditional", "data")]
    [InlineData("Remove", "AWS::DynamoDB::GlobalTable", "None", "data")]
    [InlineData("Modify", "AWS::Cognito::UserPool", "True", "identity")]
    [InlineData("Remove", "AWS::VerifiedPermissions::PolicyStore", "None", "authz")]
    public async Task A_change_that_would_lose_data_is_refused(string action, string type, string replacement, string stack)
    {
        folder.Answer($"* describe-change-set --stack-name flow-configs-dev-{stack} *Changes*", $"{action}\tThing\t{type}\t{replacement}");
        var result = await folder.RunAsync("upgrade", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("refused, because data would be lost", result.Errors);
        Assert.Contains($"of Thing ({type})", result.Errors);
        Assert.Contains(folder.Calls, call => call.Contains($"delete-change-set --stack-name flow-configs-dev-{stack}"));
        Assert.DoesNotContain(folder.Calls, call => call.Contains($"execute-change-set --stack-name flow-configs-dev-{stack}"));
    }

    [Fact]
    public async Task A_change_that_loses_nothing_is_shown_and_made()
    {
        folder.Answer(
            "us-east-1 * describe-change-set --stack-name flow-configs-dev-api *Changes*",
            "Modify\tApi\tAWS::Lambda::Function\tFalse\nModify\tVersion\tAWS::Lambda::Version\tTrue\nAdd\tMore\tAWS::SQS::Queue\tNone");
        var result = await folder.DoneAsync("upgrade", "--yes");
        Assert.Matches(@"(?m)^  Replace +AWS::Lambda::Version +Version$", result.Output);
        Assert.Matches(@"(?m)^  Add +AWS::SQS::Queue +More$", result.Output);
    }

    [Fact]
    public async Task The_API_is_deployed_anew_where_CloudFormation_does_not_do_it()
    {
        folder.Answer(
            "us-east-1 * describe-change-set --stack-name flow-configs-dev-api *Changes*", "Add\tNew\tAWS::ApiGateway::Deployment\tNone");
        await folder.DoneAsync("upgrade", "--yes");
        Assert.Equal(
            ["us-west-2 apigateway create-deployment --rest-api-id api-id-in-us-west-2 --stage-name v1 --query id"],
            folder.Calls.Where(call => call.Contains("create-deployment")));
    }

    [Fact]
    public async Task Nobody_who_can_answer_is_no_yes()
    {
        var result = await folder.RunAsync("upgrade");
        Assert.Equal(1, result.Exit);
        Assert.Contains("Stopped; nothing more was changed.", result.Errors);
        Assert.DoesNotContain(folder.Calls, call => call.Contains("execute-change-set"));
    }

    [Fact]
    public async Task Upgrade_does_not_begin_while_an_alarm_is_on()
    {
        folder.Answer("us-west-2 cloudwatch describe-alarms*ALARM*", "flow-configs-dev-get-config-errors");
        var result = await folder.RunAsync("upgrade", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("Alarms are on in us-west-2: flow-configs-dev-get-config-errors", result.Errors);
        Assert.Empty(folder.Changes);

        await folder.DoneAsync("upgrade", "--yes", "--ignore-alarms");
        Assert.DoesNotContain(folder.Calls, call => call.Contains("--rollback-configuration"));
    }

    [Fact]
    public async Task An_alarm_that_no_upgrade_can_set_off_does_not_stop_it()
    {
        folder.Answer("us-west-2 cloudwatch describe-alarms*ALARM*", "flow-configs-dev-unknown-config");
        await folder.DoneAsync("upgrade", "--yes");
    }

    // "s3 sync" skips an older file of the same size.
    [Fact]
    public async Task Going_back_to_an_older_version_brings_its_pages_back()
    {
        await folder.DoneAsync("upgrade", "--yes");
        var calls = folder.Calls.Where(call => call.StartsWith("us-east-1 s3 ", StringComparison.Ordinal) && call.Contains("web-bucket")).ToList();
        Assert.Contains("/web/assets s3://web-bucket-in-us-east-1/assets ", calls[0]);
        Assert.StartsWith($"us-east-1 s3 cp {folder.Root}/web s3://web-bucket-in-us-east-1 --recursive ", calls[1]);
        Assert.DoesNotContain(calls[1..], call => call.Contains(" sync "));
    }

    [Fact]
    public async Task What_is_not_installed_is_not_upgraded()
    {
        Directory.Delete(Path.Combine(folder.Root, "fake", "stacks"), recursive: true);
        var result = await folder.RunAsync("upgrade", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("There is no stack flow-configs-dev-data in us-east-1. Run ops install first.", result.Errors);
    }

    [Fact]
    public async Task A_dry_run_only_reads()
    {
        await folder.DoneAsync("upgrade", "--dry-run");
        Assert.Empty(folder.Changes);
    }

    private static string? Step(string call)
    {
        var words = call.Split(' ');
        return words[2] switch
        {
            "execute-change-set" => $"{words[0]} {words[4]["flow-configs-dev-".Length..]}",
            "invoke" when words.Any(word => word.StartsWith("get-config", StringComparison.Ordinal)) => $"{words[0]} asked",
            _ => null,
        };
    }
}
