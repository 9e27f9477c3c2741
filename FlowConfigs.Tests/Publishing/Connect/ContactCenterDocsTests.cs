using System.Text.Json.Nodes;
using FlowConfigs.Publishing.Connect;

namespace FlowConfigs.Tests.Publishing.Connect;

public sealed class ContactCenterDocsTests
{
    // The variables and outputs of the Terraform module that this takes the place of.
    private static readonly string[] OfTerraform =
    [
        "instance_alias", "identity_management_type", "inbound_calls_enabled", "outbound_calls_enabled", "contact_flow_logs_enabled",
        "contact_lens_enabled", "auto_resolve_best_voices_enabled", "early_media_enabled", "multi_party_conference_enabled",
        "log_retention_days", "connect_iam_policy_arn", "hours_of_operation", "queues", "routing_profiles", "security_profiles", "users",
        "create_admin_user", "admin_user", "phone_numbers", "quick_connects", "contact_flows", "lambda_functions", "lex_bots", "tags",
        "instance_tags", "instance_id", "instance_arn", "instance_status", "queue_ids", "queue_arns", "routing_profile_ids",
        "security_profile_ids", "user_ids", "phone_number_ids", "contact_flow_ids", "lambda_function_associations",
        "lex_bot_associations", "connect_summary",
    ];

    private static string Page => File.ReadAllText(Repository.Path("docs/contact-center.md"));

    [Fact]
    public void Every_variable_and_output_of_the_Terraform_module_has_its_place_on_the_page() =>
        Assert.All(OfTerraform, name => Assert.Contains($"| `{name}`", Page));

    [Fact]
    public void Every_member_of_the_model_is_described()
    {
        // AWS describes the properties of resources.
        var own = ModelSchema.Root.DeepClone().AsObject();
        own.Remove("$defs");
        var resource = own["properties"]!["resources"]!["items"]!.AsObject();
        resource.Remove("allOf");
        // A member that is called "properties" looks like a schema's own.
        resource["properties"]!.AsObject().Remove("properties");
        var members = Template.Objects(own).Select(schema => schema["properties"]).OfType<JsonObject>()
            .SelectMany(members => members);
        Assert.All(members, member => Assert.False(string.IsNullOrEmpty((string?)member.Value!["description"]), member.Key));
    }

    [Fact]
    public void Every_list_of_the_model_is_on_the_page() =>
        Assert.All(ModelSchema.Root["properties"]!.AsObject().Where(member => member.Key != "$schema"), member => Assert.Contains($"`{member.Key}`", Page));
}
