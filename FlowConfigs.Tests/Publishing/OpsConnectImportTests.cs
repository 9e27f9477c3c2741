using System.Text.Json.Nodes;
using FlowConfigs.Publishing.Connect;

namespace FlowConfigs.Tests.Publishing;

/// <summary>ops connect import: the stacks of an exported model take over the instance, from recorded answers about it.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsConnectImportTests : IDisposable
{
    private const string Id = "0f1e2d3c-4b5a-4968-8778-695a4b3c2d1e";
    private const string Arn = $"arn:aws:connect:us-east-1:111122223333:instance/{Id}";

    private readonly OpsFolder folder = new();

    public OpsConnectImportTests()
    {
        folder.Write("model/contact-center.json", File.ReadAllText(Repository.Path("FlowConfigs.Tests/Publishing/connect-import/contact-center.json")));
        folder.Write("model/say.json", Flow("MessageParticipant", """ "PromptId": "@@prompt:Welcome.wav@@" """));
        folder.Write("model/loop.json", Flow("MessageParticipantIteratively", """ "Messages": [{ "PromptId": "@@prompt:CustomerQueue.wav@@" }] """));
        ContactCenters.Read(Path.Combine(folder.Root, "model", "contact-center.json"), "").Write(folder.Root);
        folder.Write("fake/connect", string.Concat(Published().Select(name => $"{name}\tarn:{name}\n")));

        folder.Answer("* connect describe-instance *Arn,InstanceAlias*", $"{Arn}\thand-built\tSAML");
        List("list-hours-of-operations", "operating-hours", "Basic Hours", "Office");
        List("list-queues", "queue", "BasicQueue", "Claims", "Sales", "Support & \"Care\"");
        List("list-routing-profiles", "routing-profile", "Basic Routing Profile", "Agents");
        List("list-security-profiles", "security-profile", "Admin", "Agent", "Leaders");
        List("list-user-hierarchy-groups", "agent-group", "UK");
        List("list-users", "agent", "ada", "ben", "cem", "dora", "eva", "somebody-else");
        List("list-quick-connects", "transfer-destination", "Boss");
        List("list-prompts", "prompt", "Welcome.wav", "Closed", "CustomerQueue.wav");
        List("list-contact-flows", "contact-flow", "Main", "Closed", "Busy", "Queue", "Default agent transfer");
        folder.Answer("* connect list-phone-numbers-v2 *", $"+442071234567\t{Arn}/phone-number/1");
        folder.Answer("* connect list-instance-storage-configs *", "association-1");
        folder.Answer("* logs describe-log-groups *", "/aws/connect/hand-built");
        folder.Answer("* describe-change-set *Changes*", "Import\tThing\tAWS::Connect::Queue\tNone");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_stack_imports_what_is_there_and_then_gets_the_rest_of_its_template()
    {
        var result = await folder.DoneAsync("connect", "import", "--instance", Arn, "--yes");

        var changes = folder.CallArguments.Where(call => call[2] == "create-change-set").ToList();
        var types = changes.GroupBy(Stack).ToDictionary(stack => stack.Key, stack => string.Join(' ', stack.Select(call => Option(call, "--change-set-type"))));
        Assert.All(types, stack => Assert.Equal("IMPORT UPDATE", stack.Value));
        string[] first = ["instance", "storage", "hours", "numbers", "hierarchy", "queues", "routing-profiles", "security-profiles"];
        Assert.Equal(first, types.Keys.Take(first.Length));
        Assert.Equal(["integrations", "prompts", "flows", "quick-connects"], types.Keys.TakeLast(4));
        Assert.All(changes, call => Assert.Contains("Key=connect-instance,Value=hand-built", call));

        var imported = Directory.GetFiles(Path.Combine(folder.Root, "connect/hand-built/import"), "*-resources.json")
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsArray()).ToList();
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["AWS::Connect::ContactFlow"] = 4,
                ["AWS::Connect::HoursOfOperation"] = 1,
                ["AWS::Connect::Instance"] = 1,
                ["AWS::Connect::InstanceStorageConfig"] = 1,
                ["AWS::Connect::IntegrationAssociation"] = 1,
                ["AWS::Connect::PhoneNumber"] = 1,
                ["AWS::Connect::Prompt"] = 2,
                ["AWS::Connect::Queue"] = 3,
                ["AWS::Connect::QuickConnect"] = 1,
                ["AWS::Connect::RoutingProfile"] = 1,
                ["AWS::Connect::SecurityProfile"] = 1,
                ["AWS::Connect::User"] = 5,
                ["AWS::Connect::UserHierarchyGroup"] = 1,
                ["AWS::Connect::UserHierarchyStructure"] = 1,
                ["AWS::Logs::LogGroup"] = 1,
            },
            imported.GroupBy(one => (string)one!["ResourceType"]!).OrderBy(type => type.Key, StringComparer.Ordinal)
                .ToDictionary(type => type.Key, type => type.Count()));
        Assert.Contains(imported, one => one!["ResourceIdentifier"]!.ToJsonString() == $$"""{"QueueArn":"{{Arn}}/queue/3"}""");
        Assert.Contains("The stacks describe the instance: no drift.", result.Output);
    }

    [Fact]
    public async Task The_template_of_an_import_has_only_what_is_imported_with_a_deletion_policy()
    {
        await folder.DoneAsync("connect", "import", "--instance", Id, "--yes");
        foreach (var file in Directory.GetFiles(Path.Combine(folder.Root, "connect/hand-built/templates")))
        {
            var stack = Path.GetFileNameWithoutExtension(file);
            var import = JsonNode.Parse(folder.Read($"connect/hand-built/import/{stack}.json"))!;
            var listed = JsonNode.Parse(folder.Read($"connect/hand-built/import/{stack}-resources.json"))!.AsArray();
            var resources = import["Resources"]!.AsObject();
            Assert.Equal(resources.Select(resource => resource.Key), listed.Select(one => (string)one!["LogicalResourceId"]!));
            var whole = JsonNode.Parse(File.ReadAllText(file))!;
            foreach (var (id, resource) in resources)
            {
                Assert.Equal("Retain", (string)resource!["DeletionPolicy"]!);
                Assert.Null(resource["DependsOn"]);
                Assert.Equal(whole["Resources"]![id]!["Properties"]!.ToJsonString(), resource["Properties"]!.ToJsonString());
            }

            Assert.Equal(whole["Parameters"]?.ToJsonString(), import["Parameters"]?.ToJsonString());
            Assert.Null(import["Outputs"]);
        }
    }

    [Fact]
    public async Task A_thing_that_the_instance_does_not_have_stops_the_import_of_its_stack()
    {
        List("list-queues", "queue", "BasicQueue", "Sales", "Support & \"Care\"");
        var result = await folder.RunAsync("connect", "import", "--instance", Id, "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("35-queues names what the instance does not have: queue Claims. Take this out of the model", result.Errors);
        Assert.DoesNotContain(folder.CallArguments, call => call[2] == "create-change-set" && Stack(call) == "queues");
    }

    [Theory]
    [InlineData("Modify\tOther\tAWS::Connect::Queue\tFalse")]
    [InlineData("Add\tOther\tAWS::SSM::Parameter\tNone")]
    public async Task An_import_that_would_change_something_is_refused(string change)
    {
        folder.Answer("* describe-change-set *-hours *Changes*", $"Import\tThing\tAWS::Connect::HoursOfOperation\tNone\n{change}");
        var result = await folder.RunAsync("connect", "import", "hours", "--instance", Id, "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("connect-hand-built-hours: refused, because an import must change nothing else.", result.Errors);
        Assert.Contains(folder.CallArguments, call => call[2] == "delete-change-set");
        Assert.DoesNotContain(folder.CallArguments, call => call[2] == "execute-change-set");
    }

    [Theory]
    [InlineData("Modify", "True", "Replace")]
    [InlineData("Remove", "None", "Remove")]
    [InlineData("Add", "None", "Add")]
    public async Task The_rest_of_the_template_neither_replaces_nor_makes_anything_of_Connect(string action, string replacement, string refused)
    {
        folder.Answer("* describe-change-set *-hours *Changes*", $"{action}\tOffice\tAWS::Connect::HoursOfOperation\t{replacement}");
        folder.Answer("* describe-change-set *-hours *Changes*", "Import\tOffice\tAWS::Connect::HoursOfOperation\tNone", once: true);
        var result = await folder.RunAsync("connect", "import", "hours", "--instance", Id, "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains(
            $"refused, because an import neither replaces nor makes anything of Connect: {refused} of Office (AWS::Connect::HoursOfOperation)", result.Errors);
        Assert.Contains("correct the model, and publish again", result.Errors);
        Assert.Equal(1, folder.CallArguments.Count(call => call[2] == "execute-change-set"));
    }

    [Fact]
    public async Task After_a_failure_the_command_continues_with_the_stack_that_failed()
    {
        folder.Answer("* execute-change-set *-queues *", "An error occurred (Throttling)", exit: 254, once: true);
        Assert.NotEqual(0, (await folder.RunAsync("connect", "import", "--instance", Id, "--yes")).Exit);
        await folder.DoneAsync("connect", "import", "--instance", Id, "--yes");
        var imports = folder.CallArguments.Where(call => call[2] == "create-change-set" && Option(call, "--change-set-type") == "IMPORT").Select(Stack).ToList();
        Assert.Single(imports, "hours");
        Assert.Equal(2, imports.Count(stack => stack == "queues"));
    }

    [Fact]
    public async Task A_stack_whose_import_was_rolled_back_is_imported_again_and_never_deployed()
    {
        folder.Write("fake/stacks/us-east-1/connect-hand-built-hours", "IMPORT_ROLLBACK_COMPLETE\n");
        var deploy = await folder.RunAsync("connect", "deploy", "hours", "--yes");
        Assert.Equal(1, deploy.Exit);
        Assert.Contains("its import failed.", deploy.Errors);
        Assert.DoesNotContain(folder.CallArguments, call => call[2] == "create-change-set");

        await folder.DoneAsync("connect", "import", "hours", "--instance", Id, "--yes");
        Assert.Equal("IMPORT", Option(folder.CallArguments.First(call => call[2] == "create-change-set"), "--change-set-type"));
    }

    [Fact]
    public async Task Differences_are_named_at_the_end()
    {
        folder.Answer("* describe-stack-drift-detection-status *", "DETECTION_COMPLETE\tDRIFTED");
        folder.Answer("* describe-stack-resource-drifts *", "MODIFIED\tAWS::Connect::HoursOfOperation\tOffice\t/Description expected -> actual");
        var result = await folder.RunAsync("connect", "import", "hours", "--instance", Id, "--yes");
        Assert.Equal(2, result.Exit);
        Assert.Contains("Office", result.Output);
        Assert.Contains("1 stacks differ from the instance, as listed above. Change the model, publish, and run ops connect plan", result.Output);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        await folder.DoneAsync("connect", "import", "--instance", Id, "--dry-run");
        Assert.Empty(folder.Changes);
    }

    [Theory]
    [InlineData("Say which instance to read", "connect", "import")]
    [InlineData("is called other, and the model is of hand-built", "connect", "import", "--instance", Id)]
    public async Task A_slip_is_said_before_anything_is_changed(string message, params string[] arguments)
    {
        folder.Answer("* connect describe-instance *Arn,InstanceAlias*", $"{Arn}\tother\tSAML");
        var result = await folder.RunAsync(arguments);
        Assert.Equal(1, result.Exit);
        Assert.Contains(message, result.Errors);
        Assert.Empty(folder.Changes);
    }

    // What the stacks write into SSM while they are deployed; the stand-in for AWS has all of it from the start.
    private IEnumerable<string> Published() => Directory.GetFiles(Path.Combine(folder.Root, "connect/hand-built/templates"))
        .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["Resources"]!.AsObject())
        .Where(resource => (string)resource.Value!["Type"]! == "AWS::SSM::Parameter")
        .Select(resource => (string)resource.Value!["Properties"]!["Name"]!);

    private static string Stack(string[] call) => Option(call, "--stack-name")["connect-hand-built-".Length..];

    private static string Option(string[] call, string name) => call[Array.IndexOf(call, name) + 1];

    private static string Flow(string type, string parameters) => $$"""
        {
          "Version": "2019-10-30", "StartAction": "say", "Metadata": {},
          "Actions": [
            { "Identifier": "say", "Type": "{{type}}", "Parameters": { {{parameters}} },
              "Transitions": { "NextAction": "end", "Errors": [{ "NextAction": "end", "ErrorType": "NoMatchingError" }], "Conditions": [] } },
            { "Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} }
          ]
        }
        """;

    // As AWS's CLI prints names and ARNs; import asks for both, and deploy as well.
    private void List(string command, string segment, params string[] names) => folder.Answer(
        $"* connect {command} *", string.Join('\n', names.Select((name, index) => $"{name}\t{Arn}/{segment}/{index}")));
}
