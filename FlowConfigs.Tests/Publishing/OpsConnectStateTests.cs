using System.Text.Json.Nodes;
using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>ops connect state: what the stacks manage, and how one of them stops managing a thing that stays in Connect.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsConnectStateTests : IDisposable
{
    private const string Queues = "35-queues";
    private const string Sales = "QueueSales8de4e0";
    private const string Main = "NumberMainLine42a6f3";
    private const string John = "UserJohnSmith3b5ed8";

    private const string ToForget = "connect-example-full-queues: set the deletion policy of queue/Sales to Retain";

    private readonly OpsFolder folder = new OpsFolder().WithDeployedExample().Answer(
        "* describe-stack-resource *", "arn:aws:connect:thing\tUPDATE_COMPLETE\t2026-03-02T12:00:00Z");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task List_has_a_line_for_each_thing_and_names_what_the_model_lacks()
    {
        folder.Change(Queues, queues => queues.Remove(Sales))
            .Write("connect/example-full/names.tsv", folder.Read("connect/example-full/names.tsv").Replace($"{Queues}\t{Sales}\tqueue\tSales\n", ""));
        folder.Change(Queues, queues => queues.Remove($"{Sales}Published"));
        var lines = (await folder.DoneAsync("connect", "state", "list")).Output.Split('\n');
        Assert.Contains($"connect-example-full-numbers\tnumber/main-line\t{Main}\tAWS::Connect::PhoneNumber\tarn:{Main}", lines);
        Assert.Contains("connect-example-full-hierarchy\t-\tLevels\tAWS::Connect::UserHierarchyStructure\tarn:Levels", lines);
        Assert.Contains($"connect-example-full-queues\tqueue/Sales\t{Sales}\tAWS::Connect::Queue\tarn:{Sales}\tnot in the model", lines);
        Assert.Single(lines, line => line.EndsWith("not in the model", StringComparison.Ordinal));
        // A function of another stack has nothing here but its parameter.
        Assert.Equal(
            ["LambdaGetConfigd7b2e3Published", "LambdaVanityNumberse5ac1cPublished"],
            lines.Where(line => line.Contains("Published")).Select(line => line.Split('\t')[2]));
        Assert.Empty(folder.Changes);
    }

    [Theory]
    [InlineData("users", "users-0c users-25 users-3b")]
    [InlineData("users-25", "users-25")]
    [InlineData("50-users-25", "users-25")]
    public async Task List_of_a_component_asks_for_its_stacks_alone(string part, string stacks)
    {
        await folder.DoneAsync("connect", "state", "list", part);
        Assert.Equal(
            stacks.Split(' ').Select(name => $"connect-example-full-{name}"),
            folder.CallArguments.Where(call => call[2] == "list-stack-resources").Select(call => call[4]));
    }

    [Fact]
    public async Task Show_has_the_properties_as_they_are_deployed()
    {
        folder.Change(Queues, queues => queues[Sales]!["Properties"]!["Description"] = "Not deployed yet");
        var output = (await folder.DoneAsync("connect", "state", "show", "queue/Sales")).Output;
        Assert.Matches(@"(?m)^  physical id  arn:aws:connect:thing$", output);
        Assert.Matches(@"(?m)^  status       UPDATE_COMPLETE$", output);
        Assert.Matches(@"(?m)^  last update  2026-03-02T12:00:00Z$", output);
        Assert.DoesNotContain("Not deployed yet", output);
        Assert.DoesNotContain("not in the model", output);
        var properties = JsonNode.Parse($"{{{output[output.IndexOf("\"Type\"", StringComparison.Ordinal)..]}}}")!["Properties"]!;
        Assert.Equal("Sales", (string)properties["Name"]!);
        Assert.Empty(folder.Changes);
    }

    [Fact]
    public async Task Forget_retains_the_thing_first_and_then_removes_it_and_its_parameter()
    {
        Forgettable(Sales, "AWS::Connect::Queue");
        var before = folder.Deployed(Queues);
        var result = await folder.DoneAsync("connect", "state", "forget", "queue/Sales", "--yes");

        Assert.Equal(["create-change-set", "execute-change-set", "create-change-set", "execute-change-set"], folder.Steps());
        before["Resources"]!.AsObject().Remove(Sales);
        before["Resources"]!.AsObject().Remove($"{Sales}Published");
        Assert.Equal(before["Resources"]!.ToJsonString(), folder.Deployed(Queues)["Resources"]!.ToJsonString());
        Assert.Contains("It stays in Connect: arn:aws:connect:thing", result.Output);
        Assert.Contains("While the model contains queue/Sales, ops connect deploy creates it again", result.Output);
        Assert.Contains("read the ARN of queue/Sales from SSM, which no longer has it: 40-routing-profiles", result.Errors);
    }

    [Fact]
    public async Task After_a_fault_between_the_two_a_second_run_only_removes()
    {
        Forgettable(Sales, "AWS::Connect::Queue");
        folder.Answer("* create-change-set *without.json*", "An error occurred (Throttling)", exit: 254, once: true);
        var failed = await folder.RunAsync("connect", "state", "forget", "queue/Sales", "--yes");
        Assert.NotEqual(0, failed.Exit);
        Assert.Contains(ToForget, failed.Output);
        var retained = folder.Deployed(Queues)["Resources"]![Sales]!;
        Assert.Equal("Retain", (string)retained["DeletionPolicy"]!);
        Assert.NotNull(retained["Metadata"]);

        var again = await folder.DoneAsync("connect", "state", "forget", "queue/Sales", "--yes");
        Assert.DoesNotContain(ToForget, again.Output);
        Assert.False(folder.Deployed(Queues)["Resources"]!.AsObject().ContainsKey(Sales));
    }

    [Theory]
    [InlineData("number/main-line", "25-numbers", Main, "AWS::Connect::PhoneNumber")]
    public async Task What_is_retained_already_takes_one_change_set(string thing, string stack, string id, string type)
    {
        Answer("* describe-change-set *", Remove(id, type));
        await folder.DoneAsync("connect", "state", "forget", thing, "--yes");
        Assert.Equal(["create-change-set", "execute-change-set"], folder.Steps());
        Assert.False(folder.Deployed(stack)["Resources"]!.AsObject().ContainsKey(id));
    }

    [Fact]
    public async Task A_stack_goes_with_the_last_thing_that_it_has()
    {
        Answer("* describe-change-set *", Retain(John, "AWS::Connect::User"));
        var result = await folder.DoneAsync("connect", "state", "forget", "user/john.smith", "--yes");
        Assert.Equal(["create-change-set", "execute-change-set", "update-termination-protection", "delete-stack"], folder.Steps());
        Assert.Contains("No stack manages user/john.smith now.", result.Output);
    }

    [Theory]
    [InlineData($"Modify\t{Sales}\tAWS::Connect::Queue\tFalse\tProperties Metadata\tNone\t")]
    [InlineData($"Modify\t{Sales}\tAWS::Connect::Queue\tTrue\tMetadata\tNone\t")]
    [InlineData($"Modify\t{Sales}\tAWS::Connect::Queue\tFalse\t\tNone\t")]
    [InlineData($"Remove\t{Sales}\tAWS::Connect::Queue\tNone\t\tNone\t")]
    [InlineData("Modify\tOther\tAWS::Connect::Queue\tFalse\tMetadata\tNone\tStatic/DirectModification/")]
    public async Task The_first_change_set_may_change_nothing_but_policy_and_metadata(string change)
    {
        Answer("* describe-change-set *", change);
        await RefusedAsync("queue/Sales");
    }

    [Theory]
    [InlineData($"Remove\t{Sales}\tAWS::Connect::Queue\tNone\t\tDelete\t")]
    [InlineData($"Modify\t{Sales}\tAWS::Connect::Queue\tFalse\tProperties\tNone\t")]
    [InlineData("Remove\tOther\tAWS::Connect::Queue\tNone\t\tRetain\t")]
    public async Task The_second_change_set_may_only_remove_the_thing_and_keep_it(string change)
    {
        var queues = folder.Deployed(Queues);
        queues["Resources"]![Sales]!["DeletionPolicy"] = "Retain";
        folder.Deploy(Queues, ReadableJson.Text(queues));
        Answer("* describe-change-set *", change);
        await RefusedAsync("queue/Sales");
    }

    [Fact]
    public async Task A_policy_that_did_not_arrive_ends_the_command_before_the_removal()
    {
        Answer("* describe-change-set *", Retain(Sales, "AWS::Connect::Queue"));
        folder.Answer("* execute-change-set *", "");
        var result = await folder.RunAsync("connect", "state", "forget", "queue/Sales", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("has no DeletionPolicy that retains it, after the change. Nothing was removed.", result.Errors);
        Assert.Equal(["create-change-set", "execute-change-set"], folder.Steps());
    }

    [Fact]
    public async Task A_thing_to_which_others_refer_is_not_forgotten_before_them()
    {
        var result = await folder.RunAsync("connect", "state", "forget", "hierarchy-group/Boston", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("refused, because HierarchyGroupBostonSalesa068f5 refers to HierarchyGroupBostona06522", result.Errors);
        Assert.Empty(folder.Changes);
    }

    [Fact]
    public async Task Nothing_is_forgotten_without_a_yes()
    {
        Forgettable(Sales, "AWS::Connect::Queue");
        var result = await folder.RunAsync("connect", "state", "forget", "queue/Sales");
        Assert.Equal(1, result.Exit);
        Assert.Contains("Stopped; nothing more was changed.", result.Errors);
        Assert.Equal(["create-change-set"], folder.Steps());
    }

    [Theory]
    [InlineData("queue/Sales")]
    [InlineData("number/main-line")]
    [InlineData("user/john.smith")]
    public async Task A_dry_run_only_reads(string thing)
    {
        await folder.DoneAsync("connect", "state", "forget", thing, "--dry-run");
        Assert.Empty(folder.Changes);
    }

    [Theory]
    [InlineData("Say what to do: ops connect state list|show|forget.")]
    [InlineData("Say what to do: ops connect state list|show|forget.", "remove", "queue/Sales")]
    [InlineData("Say which thing: ops connect state forget KIND/NAME", "forget")]
    [InlineData("There is no queue/Sale, neither in the model nor in the stacks of example-full. Similar: queue/Sales.", "show", "queue/Sale")]
    [InlineData("No stack of example-full that is called nobody is deployed. The model has: flows hierarchy", "list", "nobody")]
    [InlineData("connect state takes no \"more\"", "show", "queue/Sales", "more")]
    public async Task A_slip_is_said(string message, params string[] arguments)
    {
        var result = await folder.RunAsync(["connect", "state", .. arguments]);
        Assert.Equal(1, result.Exit);
        Assert.Contains(message, result.Errors);
        Assert.Empty(folder.Changes);
    }

    [Fact]
    public async Task A_thing_of_the_model_alone_is_not_managed()
    {
        folder.Change(Queues, queues => queues.Copy(Sales, "QueueNew111111", "queue/New"));
        var result = await folder.RunAsync("connect", "state", "show", "queue/New");
        Assert.Equal(1, result.Exit);
        Assert.Contains("No stack manages queue/New: the deployed template of connect-example-full-queues does not contain", result.Errors);
    }

    private void Forgettable(string id, string type)
    {
        Answer("* describe-change-set *", Remove(id, type));
        // Each change set is shown, and then checked.
        for (var look = 0; look < 2; look++)
            folder.Answer("* describe-change-set *Changes*", Retain(id, type), once: true);
    }

    private async Task RefusedAsync(string thing)
    {
        var result = await folder.RunAsync("connect", "state", "forget", thing, "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("refused, because the change set contains: ", result.Errors);
        Assert.Contains("First deploy the whole stack: ops connect deploy queues", result.Errors);
        Assert.Equal(["create-change-set", "delete-change-set"], folder.Steps());
    }

    private void Answer(string pattern, string changes) => folder.Answer($"{pattern}Changes*", changes);

    private static string Retain(string id, string type) => $"Modify\t{id}\t{type}\tFalse\tMetadata DeletionPolicy\tNone\tStatic/DirectModification/";

    private static string Remove(string id, string type) =>
        $"Remove\t{id}\t{type}\tNone\t\tRetain\t\nRemove\t{id}Published\tAWS::SSM::Parameter\tNone\t\tDelete\t";
}
