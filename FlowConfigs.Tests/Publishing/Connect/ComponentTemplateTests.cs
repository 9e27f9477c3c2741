using System.Text.Json.Nodes;
using Aspire.Hosting;

namespace FlowConfigs.Tests.Publishing.Connect;

/// <summary>A stack a component: a change touches what it is about, and nothing else.</summary>
public sealed class ComponentTemplateTests
{
    private const string Queue = """{ "name": "Returns", "hours": "Business Hours" }""";
    private const string Number = """{ "name": "second-line", "country": "US", "type": "DID" }""";
    private const string User =
        """{ "username": "new.agent", "routingProfile": "AgentProfile", "securityProfiles": ["Agent"], "passwordSecret": "first" }""";

    [Theory]
    [InlineData("queues[+]", Queue, "35-queues.json")]
    [InlineData("numbers[+]", Number, "25-numbers.json")]
    [InlineData("users[+]", User, "50-users-")]
    public void Adding_one_thing_changes_one_template(string list, string json, string changed)
    {
        using var folder = ModelFolder.Full;
        var before = folder.Publish();
        var after = folder.Set(list, json).Publish();

        // Besides names.tsv, which import alone reads.
        var different = after.Where(file => !file.Key.EndsWith("names.tsv") && before.GetValueOrDefault(file.Key) != file.Value)
            .Select(file => file.Key).ToList();
        Assert.Empty(before.Keys.Except(after.Keys));
        // The table lists a stack that was not there before.
        var template = Assert.Single(different, file => !file.EndsWith("table.sh"));
        Assert.StartsWith($"example-full/templates/{changed}", template);
        Assert.Equal(before.ContainsKey(template) ? 1 : 2, different.Count);
        var kept = Resources(before.GetValueOrDefault(template, "{}"));
        Assert.All(kept, resource => Assert.Equal(Text(resource.Value), Text(Resources(after[template])[resource.Key])));
    }

    [Fact]
    public void A_thing_that_keeps_its_key_is_renamed_and_not_made_anew()
    {
        using var folder = ModelFolder.Full;
        var before = folder.Publish();
        var after = folder.Set("queues[1].name", "\"New customers\"").Set("queues[1].key", "\"Sales\"")
            .Set("routingProfiles[0].queues[3].queue", "\"New customers\"")
            .Set("main-flow.json:Actions[2].Parameters.QueueId", "\"@@queue:New customers@@\"").Publish();

        Assert.Equal(before.Keys, after.Keys);
        var (old, renamed) = (Resources(before["example-full/templates/35-queues.json"]), Resources(after["example-full/templates/35-queues.json"]));
        Assert.Equal(old.Select(resource => resource.Key), renamed.Select(resource => resource.Key));
        var changed = Assert.Single(old, resource => Text(resource.Value) != Text(renamed[resource.Key]));
        Assert.Equal("New customers", (string)renamed[changed.Key]!["Properties"]!["Name"]!);
        // No other stack and no link is touched, but descriptions of parameters.
        Assert.All(before.Keys.Where(file => file.Contains("/templates/") && !file.Contains("35-queues")), file =>
            Assert.Equal(Text(JsonNode.Parse(before[file])!["Resources"]), Text(JsonNode.Parse(after[file])!["Resources"])));
        Assert.Equal(before["example-full/table.sh"], after["example-full/table.sh"]);
    }

    [Fact]
    public void Two_things_cannot_have_one_key()
    {
        using var folder = ModelFolder.Full.Set("queues[1].key", "\"CustomerService\"");
        var refused = Assert.Throws<DistributedApplicationException>(folder.Publish);
        Assert.Contains("queues[1] (Sales).key: queues[0] (CustomerService) has the name or key \"CustomerService\" too.", refused.Message);
    }

    [Fact]
    public void A_user_stays_where_it_is_whoever_comes_and_goes()
    {
        using var folder = ModelFolder.Full;
        var before = folder.Publish().Where(file => file.Key.Contains("50-users-")).ToDictionary();
        foreach (var name in Enumerable.Range(0, 50))
            folder.Set("users[+]", User.Replace("new.agent", $"agent-{name}"));
        var after = folder.Publish();
        Assert.All(before, file => Assert.All(
            Resources(file.Value), user => Assert.Equal(Text(user.Value), Text(Resources(after[file.Key])[user.Key]))));
    }

    [Nightly("Two thousand users are published.")]
    [Fact]
    public void Two_thousand_users_are_published_within_what_CloudFormation_takes()
    {
        using var folder = ModelFolder.Full.Set("users", $"[{string.Join(',', Enumerable.Range(0, 2000).Select(Agent))}]")
            .Set("quickConnects[1].user", "\"agent0007\"");
        var templates = folder.Publish().Where(file => file.Key.Contains("50-users-")).ToList();
        Assert.Equal(2000, templates.Sum(file => Resources(file.Value).Count(IsUser)));
        Assert.InRange(templates.Max(file => Resources(file.Value).Count), 2, 500);

        static string Agent(int number) => User.Replace("new.agent", $"agent{number:D4}");
    }

    [Fact]
    public void What_CloudFormation_would_not_take_is_refused_before_anything_is_written()
    {
        var names = Enumerable.Range(0, 201).Select(number => $"Q{number}").ToList();
        var queues = names.Concat(["CustomerService", "Sales"])
            .Select(name => $$"""{ "name": "{{name}}", "hours": "Business Hours" }""");
        var served = names.Select(name => $$"""{ "queue": "{{name}}", "channel": "VOICE" }""");
        using var folder = ModelFolder.Full.Set("queues", $"[{string.Join(',', queues)}]")
            .Set("routingProfiles[0].queues", $"[{string.Join(',', served)}]");
        var refusal = Assert.Throws<DistributedApplicationException>(folder.Publish);
        Assert.Contains("the stack 40-routing-profiles has 203 parameters; CloudFormation takes 200.", refusal.Message);
        Assert.False(Directory.Exists(folder.Output));
    }

    [Fact]
    public void A_password_is_read_from_Secrets_Manager_and_stands_in_no_template()
    {
        using var folder = ModelFolder.Full;
        var users = folder.Publish().Where(file => file.Key.Contains("50-users-")).SelectMany(file => Resources(file.Value)).Where(IsUser);
        Assert.All(users, user => Assert.Equal(
            "{{resolve:secretsmanager:connect/example-full/first-password:SecretString:password}}",
            (string?)user.Value!["Properties"]!["Password"]));
    }

    [Fact]
    public void An_instance_and_its_numbers_outlive_their_stacks()
    {
        using var folder = ModelFolder.Full;
        var files = folder.Publish();
        var kept = new[] { "10-instance", "25-numbers" }.SelectMany(stack => Resources(files[$"example-full/templates/{stack}.json"]))
            .Select(resource => resource.Value!)
            .Where(resource => (string?)resource["Type"] is "AWS::Connect::Instance" or "AWS::Connect::PhoneNumber").ToList();
        Assert.Equal(4, kept.Count);
        Assert.All(kept, resource => Assert.Equal("RetainExceptOnCreate Retain", $"{resource["DeletionPolicy"]} {resource["UpdateReplacePolicy"]}"));
    }

    [Fact]
    public void Every_stack_finds_what_it_names_where_another_publishes_it_or_the_table_says_that_it_is_built_in()
    {
        using var folder = ModelFolder.Full;
        var files = folder.Publish();
        var templates = files.Where(file => file.Key.Contains("/templates/")).Select(file => JsonNode.Parse(file.Value)!).ToList();
        var published = templates.SelectMany(template => Resources(template.ToJsonString()))
            .Where(resource => (string?)resource.Value!["Type"] == "AWS::SSM::Parameter")
            .Select(resource => (string)resource.Value!["Properties"]!["Name"]!);
        var builtIn = files["example-full/table.sh"].Split('\n').Where(line => line.Contains('|') && line.StartsWith("  '"))
            .Select(line => $"/connect/example-full/{line.Trim().Trim('\'').Split('|')[0]}");
        var read = templates.SelectMany(template => template["Parameters"]?.AsObject() ?? [])
            .Select(parameter => (string)parameter.Value!["Default"]!)
            .Where(name => name.StartsWith("/connect/"));
        Assert.Empty(read.Except([.. published, .. builtIn]));
    }

    [Fact]
    public void Flows_of_a_copied_instance_ask_the_functions_of_the_Region_that_a_contact_is_in()
    {
        using var folder = ModelFolder.Uk;
        var flow = Resources(folder.Publish()["example-uk/templates/65-flows.json"]).Select(resource => resource.Value!)
            .Single(resource => (string?)resource["Type"] == "AWS::Connect::ContactFlow");
        Assert.Contains(
            """":lambda:$.AwsRegion:",{"Fn::Select":[4,{"Fn::Split":[":",{"Ref":"LambdaGetConfig"""", flow.ToJsonString());
    }

    private static JsonObject Resources(string template) => JsonNode.Parse(template)!["Resources"]?.AsObject() ?? [];

    private static string? Text(JsonNode? node) => node?.ToJsonString();

    private static bool IsUser(KeyValuePair<string, JsonNode?> resource) => (string?)resource.Value!["Type"] == "AWS::Connect::User";
}
