using System.Text.Json.Nodes;
using Aspire.Hosting;
using FlowConfigs.Publishing.Connect;

namespace FlowConfigs.Tests.Publishing.Connect;

/// <summary>Resources without a member of their own: properties of AWS's schemas, references, and the order of deployment.</summary>
public sealed class ResourceTests
{
    private const string Templates = "example-resources/templates";

    [Theory]
    [InlineData("resources[0].type", "\"AgentStats\"", "resources[0] (Lunch).type: AgentStats is not one of AgentStatus, ApprovedOrigin,")]
    [InlineData("resources[0].properties.State", "", "resources[0] (Lunch).properties.State: It is missing.")]
    [InlineData("resources[0].properties.State", "\"ON\"", "resources[0] (Lunch).properties.State: ON is not one of ENABLED, DISABLED.")]
    [InlineData("resources[0].properties.Sate", "\"ENABLED\"", "resources[0] (Lunch).properties.Sate: There is no such member here. The nearest name is \"State\".")]
    [InlineData("resources[0].properties.DisplayOrder", "51", "resources[0] (Lunch).properties.DisplayOrder: 51 is not from 1 to 50.")]
    [InlineData("resources[0].properties.DisplayOrder", "\"3\"", "resources[0] (Lunch).properties.DisplayOrder: This is a text; it must be a whole number.")]
    [InlineData("resources[0].properties.InstanceArn", "\"x\"", "resources[0] (Lunch).properties.InstanceArn: There is no such member here.")]
    [InlineData("resources[1].tags", "{ \"Team\": \"a\" }", "resources[1] (Intranet).tags: The type ApprovedOrigin has no tags. Remove them.")]
    [InlineData("resources[6].properties.DataTableArn", "\"@@data-table:Ofices@@\"", "resources[6] (Office).properties: There is no data-table \"Ofices\".")]
    [InlineData("resources[6].properties.Description", "\"@@flow:Claims desk@@\"", "resources[6] (Office).properties: A resource of type DataTableAttribute is deployed before the flow \"Claims desk\", and cannot refer to it.")]
    [InlineData("resources[6].properties.Description", "\"@@table:Offices@@\"", "resources[6] (Office).properties: @@table:…@@ is of no known kind.")]
    [InlineData("resources[7].name", "\"Office\"", "resources[7] (Office): \"Office\" stands there twice: at resources[6] (Office) too.")]
    [InlineData("resources[16].name", "\"Poor evaluation\"", "resources[16] (Poor evaluation).name: \"Poor evaluation\" is not of the form that it needs")]
    [InlineData("resources[9].properties.Template.Body", "null", "resources[9] (Claim).properties.Template.Body: CloudFormation takes no null.")]
    [InlineData("resources[11].properties.Items[0].Section.Items[0].Question.QuestionType", "\"ESSAY\"", "Items[0].Section.Items[0].Question.QuestionType: ESSAY is not one of NUMERIC,")]
    [InlineData("hours[0].overrides[0].until", "\"2026-12-23\"", "overrides[0] (Christmas).until: It ends on 2026-12-23, before it begins on 2026-12-24.")]
    [InlineData("hours[0].overrides[0].from", "\"2026-02-30\"", "overrides[0] (Christmas).from: There is no day 2026-02-30.")]
    [InlineData("hours[0].overrides[1].name", "\"Christmas\"", "overrides[1] (Christmas): \"Christmas\" stands there twice.")]
    [InlineData("hours[0].overrides[1].open[0].to", "\"05:00\"", "overrides[1] (Hurricane season).open[0]: It ends at 05:00, before it begins at 06:00.")]
    [InlineData("users[0].proficiencies[0].level", "6", "users[0] (ana.diaz@example.com).proficiencies[0].level: 6 is not from 1 to 5.")]
    [InlineData("routingProfiles[0].manualQueues[0].queue", "\"Claim\"", "manualQueues[0].queue: There is no queue \"Claim\".")]
    public void A_fault_is_refused_with_its_path_and_a_remedy(string path, string json, string fault)
    {
        using var folder = ModelFolder.Resources.Set(path, json);
        var refusal = Assert.Throws<DistributedApplicationException>(folder.Publish);
        Assert.Contains(fault, refusal.Message);
        Assert.False(Directory.Exists(folder.Output));
    }

    [Fact]
    public void Resources_are_deployed_before_what_refers_to_them()
    {
        using var folder = ModelFolder.Resources;
        var files = folder.Publish();
        var (early, late) = (Resources(files, "12-early-resources"), Resources(files, "75-late-resources"));

        // Within a stack by attribute, between stacks by SSM parameter.
        var attribute = Properties(early, "AWS::Connect::DataTableAttribute");
        Assert.Equal("""["DataTableOffices11e36f","Arn"]""", attribute["DataTableArn"]!["Fn::GetAtt"]!.ToJsonString());
        var task = Properties(late, "AWS::Connect::TaskTemplate");
        var parameter = (string)task["ContactFlowArn"]!["Ref"]!;
        Assert.Equal("/connect/example-resources/flow/Claims-desk", (string?)Template(files, "75-late-resources")["Parameters"]![parameter]!["Default"]);
        // Types without an ARN publish none.
        Assert.DoesNotContain(early, resource => resource.Key.StartsWith("ApprovedOrigin") && resource.Key.EndsWith("Published"));
        // A type without tags gets none.
        Assert.Null(Properties(early, "AWS::Connect::PredefinedAttribute")["Tags"]);
        Assert.NotNull(Properties(early, "AWS::Connect::AgentStatus")["Tags"]);
    }

    [Fact]
    public void A_flow_can_refer_to_a_view_and_a_data_table()
    {
        using var folder = ModelFolder.Resources.Set("claims-desk.json:Actions[0].Parameters.Text", "\"@@view:Claim@@ @@data-table:Offices@@\"");
        var files = folder.Publish();
        var defaults = Template(files, "65-flows")["Parameters"]!.AsObject().Select(parameter => (string?)parameter.Value!["Default"]).ToList();
        Assert.Contains("/connect/example-resources/view/Claim", defaults);
        Assert.Contains("/connect/example-resources/data-table/Offices", defaults);
    }

    [Fact]
    public async Task The_types_are_those_of_AWSs_schemas()
    {
        var python = Programs.Find("python3");
        Assert.SkipWhen(
            Programs.Find("cfn-lint") is null || python is null, "cfn-lint is not installed (pip install cfn-lint); it has AWS's schemas");
        var (exitCode, output) = await Programs.RunAsync(
            new ProcessCommand(python!, [Repository.Path("FlowConfigs.Tests/Publishing/Connect/resource-types.py")], "/"),
            TestContext.Current.CancellationToken);
        Assert.SkipWhen(exitCode != 0 && output.Contains("No module named"), "this Python does not have cfn-lint's schemas");
        Assert.True(exitCode == 0, output);
        var committed = await File.ReadAllTextAsync(
            Repository.Path("FlowConfigs.Publishing/Connect/resource-types.json"), TestContext.Current.CancellationToken);
        Assert.Equal(JsonNode.Parse(output)!.ToJsonString(), JsonNode.Parse(committed)!.ToJsonString());
        Assert.Equal(ResourceType.All.Keys, JsonNode.Parse(committed)!.AsObject().Select(type => type.Key));
    }

    private static JsonNode Template(IReadOnlyDictionary<string, string> files, string stack) => JsonNode.Parse(files[$"{Templates}/{stack}.json"])!;

    private static JsonObject Resources(IReadOnlyDictionary<string, string> files, string stack) => Template(files, stack)["Resources"]!.AsObject();

    private static JsonNode Properties(JsonObject resources, string type) =>
        resources.First(resource => (string?)resource.Value!["Type"] == type).Value!["Properties"]!;
}
