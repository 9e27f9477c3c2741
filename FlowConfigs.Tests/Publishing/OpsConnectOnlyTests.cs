using System.Text.Json.Nodes;
using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>ops connect plan and deploy --only: one thing changes, and the rest of its stack stays as it is deployed.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsConnectOnlyTests : IDisposable
{
    private const string Numbers = "25-numbers";
    private const string Main = "NumberMainLine42a6f3";
    private const string TollFree = "NumberTollFree616522";
    private const string Sales = "QueueSales8de4e0";
    private const string Service = "QueueCustomerServiceb29cf5";

    private readonly OpsFolder folder = new OpsFolder().WithDeployedExample();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("number/main-line")]
    [InlineData(Main)]
    public async Task Only_the_thing_changes_though_the_model_differs_in_more(string thing)
    {
        folder.Change(Numbers, numbers =>
        {
            numbers[Main]!["Properties"]!["Description"] = "Changed";
            numbers[TollFree]!["Properties"]!["Description"] = "Changed too";
            numbers.Copy(Main, "NumberNew111111", "number/new");
        });
        Changes(Modify(Main, "AWS::Connect::PhoneNumber"));
        var before = folder.Deployed(Numbers);
        var result = await folder.DoneAsync("connect", "deploy", "--only", thing, "--yes");

        before["Resources"]![Main]!["Properties"]!["Description"] = "Changed";
        Assert.Equal(before.ToJsonString(), folder.Deployed(Numbers).ToJsonString());
        Assert.Equal(["create-change-set", "execute-change-set", "update-termination-protection"], folder.Steps());
        Assert.Contains("Links stay as they are. To set them: ops connect deploy links", result.Output);
        Assert.DoesNotContain(folder.Changes, call => call.Split(' ')[1] == "connect");
    }

    [Fact]
    public async Task A_new_thing_comes_with_its_parameter_and_with_the_parameters_that_it_reads()
    {
        folder.Change("35-queues", queues =>
        {
            queues.Copy(Sales, "QueueNew111111", "queue/New");
            queues["QueueNew111111"]!["Properties"]!["HoursOfOperationArn"] = new JsonObject { ["Ref"] = "HoursLate222222Arn" };
        });
        var path = "connect/example-full/templates/35-queues.json";
        folder.Write(path, folder.Read(path).Replace(
            "\"Parameters\": {",
            "\"Parameters\": {\n    \"HoursLate222222Arn\": {\n      \"Type\": \"String\",\n"
                + "      \"Default\": \"/connect/example-full/hours/Late\"\n    },"));
        folder.Write("fake/connect", folder.Read("fake/connect") + "/connect/example-full/hours/Late\tarn:late\n")
            .Write("connect/example-full/names.tsv", folder.Read("connect/example-full/names.tsv") + "35-queues\tQueueNew111111\tqueue\tNew\n");
        await folder.DoneAsync("connect", "deploy", "--only", "queue/New", "--yes");

        var deployed = folder.Deployed("35-queues");
        Assert.NotNull(deployed["Resources"]!["QueueNew111111"]);
        Assert.NotNull(deployed["Resources"]!["QueueNew111111Published"]);
        Assert.NotNull(deployed["Parameters"]!["HoursLate222222Arn"]);
    }

    [Fact]
    public async Task A_thing_that_the_model_no_longer_has_is_removed_with_what_only_it_has_read()
    {
        var deployed = folder.Deployed("35-queues");
        deployed["Parameters"]!["HoursLate222222Arn"] = new JsonObject { ["Type"] = "String", ["Default"] = "/connect/example-full/hours/Late" };
        deployed["Resources"]!.AsObject().Copy(Sales, "QueueOld111111", "queue/Old");
        deployed["Resources"]!["QueueOld111111"]!["Properties"]!["HoursOfOperationArn"] = new JsonObject { ["Ref"] = "HoursLate222222Arn" };
        folder.Deploy("35-queues", ReadableJson.Text(deployed));
        Changes(Remove("QueueOld111111", "AWS::Connect::Queue"), Remove("QueueOld111111Published", "AWS::SSM::Parameter"));
        await folder.DoneAsync("connect", "deploy", "--only", "queue/Old", "--yes");

        Assert.Equal(
            JsonNode.Parse(folder.Read("connect/example-full/templates/35-queues.json"))!.ToJsonString(),
            folder.Deployed("35-queues").ToJsonString());
    }

    [Fact]
    public async Task A_number_is_removed_by_its_name_alone()
    {
        folder.Change(Numbers, numbers =>
        {
            numbers.Remove(TollFree);
            numbers.Remove($"{TollFree}Published");
        });
        folder.Write("connect/example-full/names.tsv", folder.Read("connect/example-full/names.tsv").Replace(TollFree, "NumberOther333333"));
        Changes(Remove(TollFree, "AWS::Connect::PhoneNumber"), Remove($"{TollFree}Published", "AWS::SSM::Parameter"));
        var refused = await folder.RunAsync("connect", "deploy", "--only", "number/toll-free", "--yes");
        Assert.Equal(1, refused.Exit);
        Assert.Contains($"add: --allow {TollFree}", refused.Errors);
        Assert.Equal(["create-change-set", "delete-change-set"], folder.Steps());

        await folder.DoneAsync("connect", "deploy", "--only", "number/toll-free", "--allow", TollFree, "--yes");
        Assert.False(folder.Deployed(Numbers)["Resources"]!.AsObject().ContainsKey(TollFree));
    }

    [Fact]
    public async Task Several_things_of_a_stack_are_one_change_and_stacks_keep_their_order()
    {
        await folder.DoneAsync(
            "connect", "deploy", "--only", "queue/Sales", "--only", "hours/Business Hours", "--only", "queue/CustomerService", "--yes");
        Assert.Equal(
            ["connect-example-full-hours", "connect-example-full-queues"],
            folder.CallArguments.Where(call => call[2] == "execute-change-set").Select(call => call[4]));
    }

    [Fact]
    public async Task A_plan_shows_the_change_and_deletes_it()
    {
        Changes(Modify(Main, "AWS::Connect::PhoneNumber"));
        var result = await folder.RunAsync("connect", "plan", "--only", "number/main-line");
        Assert.Equal(2, result.Exit);
        Assert.Contains("1 stacks would change. ops connect deploy with the same --only does it.", result.Output);
        Assert.Equal(["create-change-set", "delete-change-set"], folder.Steps());
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("deploy")]
    public async Task A_change_set_that_touches_something_else_is_deleted(string action)
    {
        Changes(Modify(Sales, "AWS::Connect::Queue"), Modify(Service, "AWS::Connect::Queue"));
        var result = await folder.RunAsync("connect", action, "--only", "queue/Sales", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains($"refused, because the change set contains: Modify of {Service} (AWS::Connect::Queue). Nothing was changed", result.Errors);
        Assert.Contains("Deploy the whole stack: ops connect deploy queues", result.Errors);
        Assert.Equal(["create-change-set", "delete-change-set"], folder.Steps());
    }

    [Theory]
    [InlineData("False", $"Dynamic/ResourceAttribute/{Sales}.QueueArn", 0)]
    [InlineData("False", $"Dynamic/ResourceAttribute/{Service}.QueueArn", 1)]
    [InlineData("False", $"Dynamic/ResourceAttribute/{Sales}.QueueArn Static/DirectModification/", 1)]
    [InlineData("True", $"Dynamic/ResourceAttribute/{Sales}.QueueArn", 1)]
    public async Task A_resource_that_only_reads_an_attribute_of_the_thing_is_no_other_change(string replacement, string cause, int exit)
    {
        Changes(
            $"Modify\t{Sales}\tAWS::Connect::Queue\t{replacement}\tProperties\tNone\tStatic/DirectModification/",
            $"Modify\tReader\tAWS::Connect::Queue\tFalse\tProperties\tNone\t{cause}");
        Assert.Equal(exit, (await folder.RunAsync("connect", "deploy", "--only", "queue/Sales", "--yes")).Exit);
    }

    [Fact]
    public async Task Letters_that_CloudFormation_does_not_give_back_stay()
    {
        folder.Change("35-queues", queues => queues[Service]!["Properties"]!["Description"] = "Kundendienst für Größe – 営業部");
        folder.Deploy("35-queues", folder.Read("connect/example-full/templates/35-queues.json"));
        folder.Change("35-queues", queues => queues[Sales]!["Properties"]!["Description"] = "Verkäufe");
        await folder.DoneAsync("connect", "deploy", "--only", "queue/Sales", "--yes");
        var deployed = folder.Deployed("35-queues")["Resources"]!;
        Assert.Equal("Kundendienst für Größe – 営業部", (string)deployed[Service]!["Properties"]!["Description"]!);
        Assert.Equal("Verkäufe", (string)deployed[Sales]!["Properties"]!["Description"]!);
    }

    [Fact]
    public async Task A_thing_that_refers_to_another_new_one_names_it()
    {
        folder.Change("30-hierarchy", groups =>
        {
            groups.Copy("HierarchyGroupBostona06522", "HierarchyGroupNew111111", "hierarchy-group/New");
            groups["HierarchyGroupBostonSalesa068f5"]!["Properties"]!["ParentGroupArn"]!["Fn::GetAtt"]![0] = "HierarchyGroupNew111111";
        });
        var result = await folder.RunAsync("connect", "deploy", "--only", "hierarchy-group/Boston Sales", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("HierarchyGroupBostonSalesa068f5 refers to HierarchyGroupNew111111, which the stack would not have.", result.Errors);
        Assert.Contains("give --only for each", result.Errors);
        Assert.Empty(folder.Changes);

        await folder.DoneAsync("connect", "deploy", "--only", "hierarchy-group/Boston-Sales", "--only", "hierarchy-group/New", "--yes");
    }

    [Fact]
    public async Task A_run_after_a_fault_does_the_same_again()
    {
        folder.Change(Numbers, numbers => numbers[Main]!["Properties"]!["Description"] = "Changed");
        folder.Answer("* execute-change-set *", "An error occurred (Throttling)", exit: 254, once: true);
        Assert.NotEqual(0, (await folder.RunAsync("connect", "deploy", "--only", "number/main-line", "--yes")).Exit);
        await folder.DoneAsync("connect", "deploy", "--only", "number/main-line", "--yes");
        Assert.Equal("Changed", (string)folder.Deployed(Numbers)["Resources"]![Main]!["Properties"]!["Description"]!);
    }

    [Fact]
    public async Task A_stack_that_is_not_there_has_to_be_deployed_first()
    {
        File.Delete(Path.Combine(folder.Root, "fake/stacks/us-east-1/connect-example-full-users-3b"));
        var result = await folder.RunAsync("connect", "deploy", "--only", "number/main-line", "--only", "user/john.smith", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("connect-example-full-users-3b is not deployed, and --only changes a stack that is there.", result.Errors);
        Assert.Contains("Deploy the stack first: ops connect deploy users-3b", result.Errors);
        Assert.Empty(folder.Changes);
    }

    [Theory]
    [InlineData("There is no user/jon, neither in the model nor in the stacks of example-full. Similar: user/john", "deploy", "--only", "user/jon")]
    [InlineData("There is no nothing/at-all, neither in the model", "plan", "--only", "nothing/at-all")]
    [InlineData("--only has its stack already: leave out queues, or --only.", "deploy", "queues", "--only", "queue/Sales")]
    [InlineData("A plan has its stacks already: leave out --only, or --plan.", "deploy", "--plan", "flow-configs.env", "--only", "queue/Sales")]
    [InlineData("connect drift has no option --only", "drift", "--only", "queue/Sales")]
    public async Task A_slip_is_said_before_anything_is_changed(string message, params string[] arguments)
    {
        var result = await folder.RunAsync(["connect", .. arguments]);
        Assert.Equal(1, result.Exit);
        Assert.Contains(message, result.Errors);
        Assert.Empty(folder.Changes);
    }

    [Fact]
    public async Task A_stack_that_the_model_no_longer_has_is_deleted_as_a_whole()
    {
        folder.Write(
            "connect/example-full/table.sh",
            folder.Read("connect/example-full/table.sh").Replace("  '50-users-3b'\n", ""));
        File.Delete(Path.Combine(folder.Root, "connect/example-full/templates/50-users-3b.json"));
        folder.Write("connect/example-full/names.tsv", "");
        var result = await folder.RunAsync("connect", "deploy", "--only", "user/john.smith", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("ops connect deploy links --allow connect-example-full-users-3b", result.Errors);
        Assert.Empty(folder.Changes);
    }

    [Fact]
    public async Task A_dry_run_only_reads()
    {
        await folder.DoneAsync("connect", "deploy", "--only", "queue/Sales", "--dry-run");
        Assert.Empty(folder.Changes);
    }

    private void Changes(params string[] lines) => folder.Answer("* describe-change-set *Changes*", string.Join('\n', lines));

    private static string Modify(string id, string type) => $"Modify\t{id}\t{type}\tFalse\tProperties\tNone\tStatic/DirectModification/";

    private static string Remove(string id, string type) => $"Remove\t{id}\t{type}\tNone\t\tNone\t";
}
