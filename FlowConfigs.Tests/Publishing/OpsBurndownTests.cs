namespace FlowConfigs.Tests.Publishing;

/// <summary>ops burndown: everything goes, and nothing without the name of the stage.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsBurndownTests : IDisposable
{
    private static readonly string[] Kept =
    [
        "dynamodb delete-table", "cognito-idp delete-user-pool", "verifiedpermissions delete-policy-store", "kms schedule-key-deletion",
        "logs delete-log-group",
    ];

    private readonly OpsFolder folder = new OpsFolder().Installed();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Burndown_takes_everything_in_reverse_order()
    {
        await folder.DoneAsync("burndown", "--confirm", "dev");
        string[] stacks = ["watch", "connect", "web", "web-bucket", "api", "authz", "identity", "data", "artifacts"];
        Assert.Equal(stacks, DeletedIn("us-east-1"));
        Assert.Equal(stacks.Except(["web", "data"]), DeletedIn("us-west-2"));

        var changes = folder.Changes.Select(OpsCalls.First).ToList();
        foreach (var region in new[] { "us-east-1", "us-west-2" })
        {
            Assert.Equal(2, changes.Count(change => change == $"{region} s3api delete-objects"));
            // The first stack, which is deleted last, has the table's key.
            foreach (var kept in Kept)
            {
                Assert.InRange(
                    changes.LastIndexOf($"{region} {kept}"),
                    folder.Changes.ToList().FindIndex(change => change.Contains("delete-stack --stack-name flow-configs-dev-data")),
                    folder.Changes.ToList().FindIndex(change => change.Contains("delete-stack --stack-name flow-configs-dev-artifacts")));
            }
        }

        Assert.True(changes.IndexOf("us-west-2 dynamodb delete-table") < changes.IndexOf("us-east-1 dynamodb delete-table"));
        // Each is asked for once more at the end.
        Assert.Equal(["describe-table", "list-user-pools", "list-policy-stores"], folder.CallArguments.TakeLast(3).Select(call => call[2]));
    }

    // The user pool's id went with its stack, and no later burndown found it.
    [Theory]
    [InlineData("us-west-2 s3api delete-objects")]
    [InlineData("us-east-1 cloudformation delete-stack --stack-name flow-configs-dev-watch")]
    [InlineData("us-east-1 cloudformation wait stack-delete-complete --stack-name flow-configs-dev-connect")]
    [InlineData("us-east-1 cloudformation delete-stack --stack-name flow-configs-dev-data")]
    [InlineData("us-west-2 dynamodb update-table")]
    [InlineData("us-west-2 dynamodb delete-table")]
    [InlineData("us-west-2 dynamodb wait table-not-exists")]
    [InlineData("us-east-1 dynamodb wait table-exists")]
    [InlineData("us-east-1 dynamodb delete-table")]
    [InlineData("us-west-2 cognito-idp delete-user-pool")]
    [InlineData("us-east-1 verifiedpermissions update-policy-store")]
    [InlineData("us-east-1 verifiedpermissions delete-policy-store")]
    [InlineData("us-east-1 kms schedule-key-deletion")]
    [InlineData("us-west-2 cloudformation delete-stack --stack-name flow-configs-dev-artifacts")]
    public async Task A_burndown_that_broke_off_is_run_again_and_leaves_nothing(string call)
    {
        folder.Answer($"{call}*", "An error occurred (InternalFailure)", exit: 254, once: true);
        Assert.NotEqual(0, (await folder.RunAsync("burndown", "--confirm", "dev")).Exit);

        await folder.DoneAsync("burndown", "--confirm", "dev");
        foreach (var region in new[] { "us-east-1", "us-west-2" })
        {
            Assert.All(["table", "pool", "store"], kept => Assert.True(File.Exists(Path.Combine(folder.Root, "fake", $"gone-{kept}-{region}")), kept));
            Assert.DoesNotContain(
                Directory.EnumerateFiles(Path.Combine(folder.Root, "fake", "stacks", region)),
                file => !file.Contains(".parameters", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("us-west-2 cognito-idp list-user-pools*", "None\tpool-1", "user pool pool-1 in us-west-2")]
    [InlineData("us-east-1 verifiedpermissions list-policy-stores*", "store-1", "policy store store-1 in us-east-1")]
    public async Task What_is_left_although_AWS_took_its_deletion_is_named(string call, string id, string left)
    {
        folder.Answer(call, id);
        var result = await folder.RunAsync("burndown", "--confirm", "dev");
        Assert.Equal(1, result.Exit);
        Assert.Contains($"Left of the stage dev: {left}", result.Errors);
        Assert.DoesNotContain("Nothing of the stage", result.Output);
    }

    // A warning alone went by, and the last line said that nothing was left.
    [Fact]
    public async Task A_log_group_that_AWS_does_not_delete_is_named_at_the_end_and_all_else_is_gone()
    {
        folder.Answer("us-west-2 logs delete-log-group*ApiLogs*", "An error occurred (AccessDenied)", exit: 254, once: true);
        var result = await folder.RunAsync("burndown", "--confirm", "dev");
        Assert.Equal(1, result.Exit);
        Assert.Matches("Left of the stage dev: log group flow-configs-dev-api-ApiLogs-[0-9A-Z]+ in us-west-2; +Run ops burndown again.", result.Errors);
        Assert.DoesNotContain("Nothing of the stage", result.Output);
        Assert.Equal(2, folder.Changes.Count(change => change.Contains("delete-stack --stack-name flow-configs-dev-artifacts")));
        Assert.Contains("Nothing of the stage", (await folder.DoneAsync("burndown", "--confirm", "dev")).Output);
    }

    [Fact]
    public async Task A_user_pool_is_found_among_more_than_one_answer_holds()
    {
        folder.Answer("us-west-2 cognito-idp list-user-pools*", "page-2\t", once: true)
            .Answer("us-west-2 cognito-idp list-user-pools*--next-token page-2*", "None\tpool-61", once: true);
        await folder.DoneAsync("burndown", "--confirm", "dev");
        Assert.Contains("us-west-2 cognito-idp delete-user-pool --user-pool-id pool-61", folder.Changes);
    }

    [Fact]
    public async Task Backups_stay_and_their_place_is_named()
    {
        var result = await folder.DoneAsync("burndown", "--confirm", "dev");
        Assert.Contains("but not the backups (--backups deletes them too).", result.Output);
        foreach (var region in new[] { "us-east-1", "us-west-2" })
            Assert.Contains($"Kept: the backups in flow-configs-dev-artifacts-backups-{region} ({region}).", result.Output);
        Assert.DoesNotContain(folder.Changes, change => change.Contains("backups"));
    }

    [Fact]
    public async Task Backups_are_deleted_last_where_somebody_says_so()
    {
        await folder.DoneAsync("burndown", "--confirm", "dev", "--backups");
        var changes = folder.Changes.ToList();
        foreach (var region in new[] { "us-east-1", "us-west-2" })
        {
            var emptied = changes.FindIndex(change => change.StartsWith($"{region} s3api delete-objects --bucket flow-configs-dev-artifacts-backups-{region}"));
            var deleted = changes.IndexOf($"{region} s3api delete-bucket --bucket flow-configs-dev-artifacts-backups-{region}");
            Assert.True(emptied >= 0 && emptied < deleted);
            Assert.True(changes.FindIndex(change => change.Contains("delete-stack --stack-name flow-configs-dev-artifacts")) < emptied);
        }

        // The zips' bucket goes with its stack.
        Assert.Equal(2, changes.Count(change => change.Contains("delete-bucket")));
    }

    [Fact]
    public async Task Nothing_is_deleted_where_AWS_does_not_list_the_backups()
    {
        folder.Answer("us-east-1 resourcegroupstaggingapi*--resource-type-filters s3 *", "An error occurred (AccessDenied)", exit: 254);
        Assert.Equal(1, (await folder.RunAsync("burndown", "--confirm", "dev", "--backups")).Exit);
        Assert.DoesNotContain(folder.Changes, change => change.Contains("delete") && !change.Contains("--generate-cli-skeleton"));
    }

    // The names of a stack's own log groups are CloudFormation's: flow-configs-dev-… would be those of a stage dev-2 too.
    [Fact]
    public async Task Log_groups_are_found_by_the_stages_tag()
    {
        await folder.DoneAsync("burndown", "--confirm", "dev");
        Assert.Contains(folder.Calls, call => call.Contains("--resource-type-filters logs:log-group --tag-filters Key=flow-configs-stage,Values=dev"));
        Assert.Contains("us-west-2 logs delete-log-group --log-group-name flow-configs-dev-api-ApiLogs-A1B2C3D4E5F6", folder.Changes);
        Assert.Contains("us-west-2 logs delete-log-group --log-group-name API-Gateway-Execution-Logs_api-id-in-us-west-2/v1", folder.Changes);
    }

    [Fact]
    public async Task The_table_waits_until_its_copy_is_gone()
    {
        folder.Answer("us-east-1 dynamodb describe-table*RegionName!=*", "us-west-2", once: true);
        await folder.DoneAsync("burndown", "--confirm", "dev");
        var calls = folder.Calls.ToList();
        var looks = calls.FindAll(call => call.Contains("RegionName!=", StringComparison.Ordinal));
        Assert.Equal(2, looks.Count);
        Assert.True(calls.LastIndexOf(looks[^1]) < calls.FindLastIndex(call => call.StartsWith("us-east-1 dynamodb update-table", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("")]
    public async Task Burndown_needs_the_name_of_the_stage(string name)
    {
        var result = await folder.RunAsync("burndown", "--yes", "--confirm", name);
        Assert.Equal(1, result.Exit);
        Assert.Contains($"\"{name}\" is not the name of the stage (dev). Nothing was deleted.", result.Errors);
        Assert.DoesNotContain(folder.Changes, change => !change.Contains("--generate-cli-skeleton"));
    }

    [Fact]
    public async Task Burndown_does_not_begin_with_a_CLI_that_could_not_end_it()
    {
        folder.Answer("* verifiedpermissions * --generate-cli-skeleton*", "Invalid choice", exit: 252);
        var result = await folder.RunAsync("burndown", "--confirm", "dev");
        Assert.Equal(1, result.Exit);
        Assert.Contains("is too old for burndown: it does not know \"aws verifiedpermissions delete-policy-store\"", result.Errors);
        Assert.DoesNotContain(folder.Changes, change => !change.Contains("--generate-cli-skeleton"));
    }

    private IEnumerable<string> DeletedIn(string region) => folder.CallArguments
        .Where(call => call[0] == region && call[2] == "delete-stack")
        .Select(call => call[4]["flow-configs-dev-".Length..]);
}
