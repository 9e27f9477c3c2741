using System.Text.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting;
using FlowConfigs.Publishing.Connect;

namespace FlowConfigs.Tests.Publishing.Connect;

/// <summary>What Connect would refuse in a flow, publish refuses; what publish only does not know, it lets through and says.</summary>
public sealed class FlowCheckTests
{
    private const string Ask = "main-flow.json:Actions[1]";

    private const string Stored =
        """{ "Text": "Your number?", "StoreInput": "True", "InputTimeLimitSeconds": "5", "InputValidation": { "CustomValidation": { "MaximumLength": "9" } } }""";

    private const string Condition = """{ "NextAction": "Sales", "Condition": { "Operator": "Equals", "Operands": ["1"] } }""";

    [Theory]
    [InlineData("main-flow.json:Actions[8].Identifier", "\"__proto__\"", "main-flow.json: Actions[8] (__proto__).Identifier: Connect reserves this word.")]
    [InlineData("main-flow.json:Actions[8].Identifier", "\"constructor\"", "Actions[8] (constructor).Identifier: Connect reserves this word.")]
    [InlineData("main-flow.json:Actions[0].Transitions.Conditions[1]", "", "Actions[0] (Is it open): CheckHoursOfOperation needs a condition Equals True and one Equals False, and no other.")]
    [InlineData("main-flow.json:Actions[0].Transitions.Conditions[0].Condition.Operands", "[\"Yes\"]", "CheckHoursOfOperation needs a condition Equals True")]
    [InlineData("main-flow.json:Actions[0].Transitions.Errors", "[]", "CheckHoursOfOperation needs a way on for the error NoMatchingError.")]
    [InlineData("main-flow.json:Actions[0].Transitions.Errors[0].ErrorType", "\"QueueAtCapacity\"", "CheckHoursOfOperation has no error QueueAtCapacity.")]
    [InlineData("main-flow.json:Actions[5].Transitions.Errors[0]", "", "Actions[5] (Queue): TransferContactToQueue needs a way on for the error QueueAtCapacity.")]
    [InlineData("main-flow.json:Actions[8].Transitions", "{ \"NextAction\": \"Ask\" }", "Actions[8] (Hang up): DisconnectParticipant ends the flow: write \"Transitions\": {}.")]
    [InlineData("main-flow.json:Actions[8].Transitions", "", "DisconnectParticipant ends the flow")]
    [InlineData("main-flow.json:Actions[4].Parameters.InvocationTimeLimitSeconds", "\"9\"", "Actions[4] (Look up): InvocationTimeLimitSeconds is 9; it must be a whole number from 1 to 8.")]
    [InlineData("main-flow.json:Actions[4].Parameters.InvocationTimeLimitSeconds", "\"0\"", "InvocationTimeLimitSeconds is 0")]
    [InlineData("main-flow.json:Actions[4].Parameters.InvocationTimeLimitSeconds", "\"2.5\"", "InvocationTimeLimitSeconds is 2.5")]
    [InlineData("main-flow.json:Actions[1].Parameters.Text", "", "Actions[1] (Ask): It asks nothing: give it one of Text, SSML, PromptId or Media.")]
    [InlineData("main-flow.json:Actions[1].Parameters.SSML", "\"<speak>x</speak>\"", "Actions[1] (Ask): It has 2 prompts")]
    [InlineData("flows[2].type", "\"AGENT_WHISPER\"", "A flow of type AGENT_WHISPER cannot have CheckHoursOfOperation; these can: CONTACT_FLOW, AGENT_TRANSFER, QUEUE_TRANSFER, CUSTOMER_QUEUE.")]
    [InlineData("flows[2].type", "\"CUSTOMER_QUEUE\"", "A flow of type CUSTOMER_QUEUE cannot have TransferContactToQueue")]
    [InlineData("main-flow.json:Actions[8].Type", "\"EndFlowModuleExecution\"", "EndFlowModuleExecution is for modules.")]
    public void A_flow_that_Connect_would_refuse_is_refused(string path, string json, string fault)
    {
        using var folder = ModelFolder.Full.Set(path, json);
        Refused(folder, fault);
    }

    [Theory]
    [InlineData("{ \"Text\": \"Press 1.\", \"StoreInput\": \"False\" }", "[]", "[]", "While StoreInput is not \"True\", it needs a way on for the error NoMatchingCondition.")]
    [InlineData(Stored, "[\"NoMatchingCondition\"]", "[]", "With StoreInput \"True\" it has no error NoMatchingCondition.")]
    [InlineData(Stored, "[]", Condition, "With StoreInput \"True\" it has no conditions.")]
    [InlineData("{ \"Text\": \"x\", \"StoreInput\": \"True\" }", "[]", "[]", "StoreInput \"True\" needs InputValidation")]
    [InlineData("{ \"Text\": \"x\", \"StoreInput\": \"True\", \"InputValidation\": {} }", "[]", "[]", "InputValidation needs either PhoneNumberValidation or CustomValidation.")]
    [InlineData("{ \"Text\": \"x\", \"StoreInput\": \"True\", \"InputValidation\": { \"PhoneNumberValidation\": {} } }", "[]", "[]", "needs a way on for the error InvalidPhoneNumber.")]
    [InlineData(Stored, "[]", "[]", null)]
    public void Input_is_stored_or_branches(string parameters, string errors, string condition, string? fault)
    {
        var ways = JsonSerializer.Deserialize<string[]>(errors)!.Append("NoMatchingError")
            .Select(error => $$"""{ "NextAction": "Service", "ErrorType": "{{error}}" }""");
        using var folder = ModelFolder.Full.Set($"{Ask}.Type", "\"GetParticipantInput\"").Set($"{Ask}.Parameters", parameters).Set(
            $"{Ask}.Transitions",
            $$"""{ "NextAction": "Sales", "Conditions": [{{(condition == "[]" ? "" : condition)}}], "Errors": [{{string.Join(',', ways)}}] }""");
        if (fault is null)
            folder.Publish();
        else
            Refused(folder, fault);
    }

    [Theory]
    [InlineData("UntagContact")]
    [InlineData("UnTagContact")]
    [InlineData("UpdateContactRoutingCriteria")]
    [InlineData("AuthenticateParticipant")]
    [InlineData("LoadContactContent")]
    [InlineData("EvaluateDataTableValues")]
    [InlineData("CreateContact")]
    [InlineData("RenderMessageTemplate")]
    [InlineData("ConnectParticipantWithAgenticCX")]
    [InlineData("RouteContactToAgent")]
    [InlineData("CheckSegmentMembership")]
    public void A_type_that_Connect_has_is_known(string type)
    {
        using var folder = ModelFolder.Full.Set($"{Ask}.Type", $"\"{type}\"");
        Assert.Empty(Notes(folder));
        folder.Publish();
    }

    [Fact]
    public void A_type_that_publish_does_not_know_is_published_and_said_until_the_model_names_it()
    {
        using var folder = ModelFolder.Full.Set($"{Ask}.Type", "\"ConnectParticipantWithLex\"");
        Assert.StartsWith(
            "main-flow.json: publish does not know the type \"ConnectParticipantWithLex\" of the action \"Ask\". "
            + "The nearest name is \"ConnectParticipantWithLexBot\".",
            Assert.Single(Notes(folder)));
        Assert.Contains("ConnectParticipantWithLex\\\"", folder.Publish()["example-full/templates/65-flows.json"]);

        folder.Set("actionTypes", "[\"ConnectParticipantWithLex\"]");
        Assert.Empty(Notes(folder));
    }

    [Fact]
    public void An_action_to_which_nothing_leads_is_published_and_said()
    {
        using var folder = ModelFolder.Full.Set("main-flow.json:Actions[+]", """{ "Identifier": "Lost", "Type": "DisconnectParticipant", "Transitions": {} }""");
        Assert.Equal("main-flow.json: nothing leads to the action \"Lost\". Lead to it, or remove it", Assert.Single(Notes(folder)));
        folder.Publish();
    }

    [Fact]
    public void A_module_invokes_a_module()
    {
        using var folder = WithInner("""{ "FlowModuleId": "@@module:Inner@@" }""");
        var made = JsonNode.Parse(folder.Publish()["example-full/templates/60-modules.json"])!["Resources"]!;
        var outer = made.AsObject().Single(resource => (string?)resource.Value!["Properties"]?["Name"] == "Say goodbye").Value!["Properties"]!;
        Assert.Matches(@"\$\{ModuleInner[0-9a-f]*\.ContactFlowModuleArn\}", outer["Content"]!["Fn::Sub"]!.ToString());
    }

    [Fact]
    public void Modules_that_invoke_one_another_in_a_circle_are_refused()
    {
        using var folder = WithInner("""{ "FlowModuleId": "@@module:Inner@@" }""", """{ "FlowModuleId": "@@module:Say goodbye@@" }""");
        Refused(folder, "Say goodbye → Inner → Say goodbye is a circle, which CloudFormation cannot make.");
    }

    [Fact]
    public void A_module_cannot_name_a_flow_that_is_made_after_it()
    {
        using var folder = ModelFolder.Full.Set("say-goodbye.json:Actions[0].Parameters.Next", "\"@@flow:MainFlow@@\"");
        Refused(folder, "A module cannot name the flow \"MainFlow\", because modules are made before flows.");
        folder.Set("say-goodbye.json:Actions[0].Parameters.Next", "\"@@flow:Default customer queue@@\"").Publish();
    }

    [Fact]
    public void A_modules_settings_are_published_with_it()
    {
        using var folder = ModelFolder.Full.Set("modules[0].settings", "\"settings.json\"");
        Refused(folder, "modules[0] (Say goodbye).settings: There is no file settings.json beside the model.");
        folder.Write("settings.json", """{ "InputSchema": { "type": "object" } }""");
        var made = JsonNode.Parse(folder.Publish()["example-full/templates/60-modules.json"])!["Resources"]!.AsObject();
        Assert.Equal(
            """{"InputSchema":{"type":"object"}}""",
            made.Select(resource => (string?)resource.Value!["Properties"]?["Settings"]).Single(settings => settings is not null));
    }

    private static ModelFolder WithInner(string parameters, string? ofInner = null)
    {
        const string end = """{ "Identifier": "end", "Type": "EndFlowModuleExecution", "Parameters": {}, "Transitions": {} }""";
        static string Invoke(string parameters) =>
            $$"""
            { "Version": "2019-10-30", "StartAction": "go", "Metadata": {}, "Actions": [{ "Identifier": "go", "Type": "InvokeFlowModule", "Parameters": {{parameters}},
              "Transitions": { "NextAction": "end", "Errors": [{ "NextAction": "end", "ErrorType": "NoMatchingError" }] } }, {{end}}] }
            """;
        return ModelFolder.Full.Set("modules[+]", """{ "name": "Inner", "file": "inner.json" }""")
            .Write("say-goodbye.json", Invoke(parameters))
            .Write("inner.json", ofInner is null
                ? $$"""{ "Version": "2019-10-30", "StartAction": "end", "Metadata": {}, "Actions": [{{end}}] }"""
                : Invoke(ofInner));
    }

    private static List<string> Notes(ModelFolder folder) => [.. FlowNotes.Of(ModelFile.Read(folder.Model))];

    private static void Refused(ModelFolder folder, string fault)
    {
        var refusal = Assert.Throws<DistributedApplicationException>(folder.Publish);
        Assert.Contains(fault, refusal.Message);
        Assert.False(Directory.Exists(folder.Output));
    }
}
