namespace FlowConfigs.Tests.Publishing;

/// <summary>ops connect plan, drift and outputs, and which instance they are about: none of them changes anything.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsConnectPlanTests : IDisposable
{
    private readonly OpsFolder folder = new OpsFolder().WithInstance();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Plan_shows_what_would_change_and_leaves_nothing_behind()
    {
        folder.Write("fake/stacks/us-east-1/connect-acme-queues", "UPDATE_COMPLETE")
            .Answer("* describe-change-set *Changes*", "Modify\tSales\tAWS::Connect::Queue\tFalse\nAdd\tNew\tAWS::Connect::Queue\tNone");
        var result = await folder.RunAsync("connect", "plan", "queues");
        Assert.Equal(2, result.Exit);
        Assert.Matches(@"(?m)^  Modify +AWS::Connect::Queue +Sales$", result.Output);
        Assert.Matches(@"(?m)^  Add +AWS::Connect::Queue +New$", result.Output);
        Assert.Equal(
            ["us-east-1 cloudformation create-change-set", "us-east-1 cloudformation delete-change-set"],
            folder.Changes.Select(OpsCalls.First));
    }

    [Fact]
    public async Task Plan_ends_with_0_where_nothing_would_change()
    {
        folder.Write("fake/stacks/us-east-1/connect-acme-queues", "CREATE_COMPLETE")
            .Answer("* describe-change-set *StatusReason*", "FAILED\tThe submitted information didn't contain changes.")
            .Answer("* describe-change-set *StatusReason*", "CREATE_IN_PROGRESS\tNone", once: true);
        var result = await folder.DoneAsync("connect", "plan", "queues");
        Assert.Contains("Nothing would change.", result.Output);
    }

    [Fact]
    public async Task A_new_stack_is_planned_and_its_empty_shell_deleted()
    {
        var result = await folder.RunAsync("connect", "plan", "hours");
        Assert.Equal(2, result.Exit);
        Assert.Contains("connect-acme-hours in us-east-1 (NONE)", result.Output);
        Assert.Contains(folder.Calls, call => call.Contains("--change-set-type CREATE"));
        Assert.EndsWith("delete-stack --stack-name connect-acme-hours", folder.Changes[^1]);
        Assert.False(File.Exists(Path.Combine(folder.Root, "fake/stacks/us-east-1/connect-acme-hours")));
    }

    [Fact]
    public async Task A_plan_of_everything_goes_on_where_a_stack_waits_for_another()
    {
        folder.WithInstance(published: []);
        var result = await folder.RunAsync("connect", "plan");
        Assert.Equal(2, result.Exit);
        Assert.Contains("what exactly, shows when this is there: hours/Office", result.Output);
        Assert.Contains("8 stacks would change.", result.Output);
    }

    [Fact]
    public async Task A_plan_makes_no_bucket_for_a_long_template()
    {
        folder.Write("connect/acme/templates/20-hours.json", new string(' ', 51_201));
        var result = await folder.RunAsync("connect", "plan", "hours");
        Assert.Equal(2, result.Exit);
        Assert.Contains("a bucket for its long template, which ops connect deploy makes", result.Output);
        Assert.Empty(folder.Changes);
    }

    [Theory]
    [InlineData("deploy", "--alias", "acme")]
    [InlineData("deploy", "queues", "--alias", "acme")]
    [InlineData("deploy", "links", "--alias", "acme")]
    [InlineData("plan", "--alias", "acme")]
    [InlineData("drift", "--alias", "acme")]
    [InlineData("outputs", "--alias", "acme")]
    public async Task A_dry_run_only_reads(params string[] arguments)
    {
        folder.WithTable(replica: "us-west-2");
        folder.Write("fake/stacks/us-east-1/connect-acme-queues", "CREATE_COMPLETE");
        await folder.DoneAsync(["connect", .. arguments, "--dry-run"]);
        Assert.NotEmpty(folder.Calls);
        Assert.Empty(folder.Changes);
    }

    [Fact]
    public async Task Drift_shows_what_was_changed_by_hand_and_ends_with_2()
    {
        folder.Write("fake/stacks/us-east-1/connect-acme-queues", "CREATE_COMPLETE");
        await folder.DoneAsync("connect", "drift", "queues");
        folder.Answer("* describe-stack-drift-detection-status*", "DETECTION_COMPLETE\tDRIFTED")
            .Answer("* describe-stack-resource-drifts*", "MODIFIED\tAWS::Connect::Queue\tSales\t/MaxContacts 10 -> 20");
        var result = await folder.RunAsync("connect", "drift", "queues");
        Assert.Equal(2, result.Exit);
        Assert.Contains("changed by hand: MODIFIED\tAWS::Connect::Queue\tSales\t/MaxContacts 10 -> 20", result.Output);
    }

    [Fact]
    public async Task Outputs_are_names_and_ARNs_and_the_numbers_themselves()
    {
        var result = await folder.DoneAsync("connect", "outputs");
        Assert.Contains("\nqueue/Sales\tarn:queue/Sales\n", result.Output);
        Assert.Contains("\nphone-number/main\t+442071234567\n", result.Output);
    }

    [Fact]
    public async Task A_stack_that_the_model_no_longer_has_is_named_and_deleted_by_name_alone()
    {
        folder.Write("fake/stacks/us-east-1/connect-acme-users-aa", "CREATE_COMPLETE")
            .Answer("* describe-stacks --query *connect-instance*", "connect-acme-queues\nconnect-acme-users-aa");
        var result = await folder.DoneAsync("connect", "deploy", "queues", "--yes");
        Assert.Contains("connect-acme-users-aa exists", result.Errors);
        Assert.DoesNotContain(folder.Calls, call => call.Contains("delete-stack"));

        await folder.DoneAsync("connect", "deploy", "queues", "--yes", "--allow", "connect-acme-users-aa");
        Assert.Contains(folder.Calls, call => call.EndsWith("delete-stack --stack-name connect-acme-users-aa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_several_instances_one_has_to_be_named()
    {
        folder.WithInstance("other");
        var refused = await folder.RunAsync("connect", "plan", "hours");
        Assert.Equal(1, refused.Exit);
        Assert.Contains("There are several instances: acme other. Name one: --alias acme", refused.Errors);
        Assert.Empty(folder.Changes);

        await folder.RunAsync("connect", "plan", "hours", "--alias", "other");
        Assert.Contains(folder.Calls, call => call.Contains("connect-other-hours"));
    }

    [Theory]
    [InlineData("acme has no component and no stack \"prompts\". It has: flows hours instance", "deploy", "prompts")]
    [InlineData("There is no instance \"nobody\" in", "plan", "--alias", "nobody")]
    public async Task A_slip_is_named_with_what_there_is(string message, params string[] arguments)
    {
        var result = await folder.RunAsync(["connect", .. arguments]);
        Assert.Equal(1, result.Exit);
        Assert.Contains(message, result.Errors);
        Assert.Empty(folder.Changes);
    }
}
