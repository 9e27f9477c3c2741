namespace FlowConfigs.Tests.Publishing;

/// <summary>ops connect plan --save and deploy --plan: what was approved is executed, and nothing else.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsConnectSavedPlanTests : IDisposable
{
    private readonly OpsFolder folder = new OpsFolder().WithInstance();

    public OpsConnectSavedPlanTests()
    {
        foreach (var stack in new[] { "queues", "flows" })
            folder.Write($"fake/stacks/us-east-1/connect-acme-{stack}", "UPDATE_COMPLETE");
        folder.Answer("* describe-change-set *Changes*", "Modify\tSales\tAWS::Connect::Queue\tFalse");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_saved_plan_is_deployed_later_as_it_was_shown()
    {
        var plan = await folder.RunAsync("connect", "plan", "queues", "--save", "plan.tsv");
        Assert.Equal(2, plan.Exit);
        Assert.DoesNotContain(folder.CallArguments, call => call[2] == "delete-change-set");
        var made = folder.CallArguments.Single(call => call[2] == "create-change-set");

        await folder.DoneAsync("connect", "deploy", "--plan", "plan.tsv", "--yes");
        Assert.Single(folder.CallArguments, call => call[2] == "create-change-set");
        var executed = folder.CallArguments.Single(call => call[2] == "execute-change-set");
        Assert.Equal(Option(made, "--change-set-name"), Option(executed, "--change-set-name"));
        Assert.Equal("connect-acme-queues", Option(executed, "--stack-name"));
    }

    [Fact]
    public async Task A_plan_of_which_a_stack_has_changed_since_changes_nothing()
    {
        await PlanAsync("queues", "flows");
        folder.Answer("* describe-change-set *-flows *ExecutionStatus*", "OBSOLETE");
        var result = await folder.RunAsync("connect", "deploy", "--plan", "plan.tsv", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("of connect-acme-flows is OBSOLETE: the stack has changed since, or the plan was deployed. Nothing was changed.", result.Errors);
        Assert.DoesNotContain(folder.CallArguments, call => call[2] == "execute-change-set");
    }

    [Fact]
    public async Task A_plan_names_what_it_cannot_contain_yet()
    {
        folder.WithInstance(published: ["instance/acme"]);
        var result = await folder.RunAsync("connect", "plan", "queues", "--save", "plan.tsv");
        Assert.Equal(2, result.Exit);
        Assert.Contains("Not in the plan, because these name what is not deployed yet: 35-queues.", result.Output + result.Errors);
        Assert.Single(folder.Read("plan.tsv").TrimEnd().Split('\n'));
        var deployed = await folder.DoneAsync("connect", "deploy", "--plan", "plan.tsv", "--yes");
        Assert.Contains("The plan contains no change.", deployed.Output);
    }

    [Fact]
    public async Task A_plan_refuses_losses_before_it_changes_anything()
    {
        await PlanAsync("queues", "numbers");
        folder.Answer("* describe-change-set *-numbers *Changes*", "Remove\tMain\tAWS::Connect::PhoneNumber\tNone");
        var result = await folder.RunAsync("connect", "deploy", "--plan", "plan.tsv", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("Remove of Main (AWS::Connect::PhoneNumber)", result.Errors);
        Assert.DoesNotContain(folder.CallArguments, call => call[2] == "execute-change-set");
    }

    [Theory]
    [InlineData("There is no plan gone.tsv", "connect", "deploy", "--plan", "gone.tsv")]
    [InlineData("is not a plan of acme in us-east-1", "connect", "deploy", "--plan", "flow-configs.env")]
    [InlineData("A plan has its stacks already: leave out queues", "connect", "deploy", "queues", "--plan", "flow-configs.env")]
    public async Task A_slip_is_said(string message, params string[] arguments)
    {
        var result = await folder.RunAsync(arguments);
        Assert.Equal(1, result.Exit);
        Assert.Contains(message, result.Errors);
    }

    private async Task PlanAsync(string first, string second)
    {
        await folder.RunAsync("connect", "plan", first, "--save", "plan.tsv");
        await folder.RunAsync("connect", "plan", second, "--save", "more.tsv");
        folder.Write("plan.tsv", folder.Read("plan.tsv") + folder.Read("more.tsv"));
    }

    private static string Option(string[] call, string name) => call[Array.IndexOf(call, name) + 1];
}
