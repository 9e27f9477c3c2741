using Aspire.Hosting;

namespace FlowConfigs.Tests.Publishing.Connect;

/// <summary>What is wrong in a model is refused with its path and a remedy, before anything is written.</summary>
public sealed class BrokenModelTests
{
    [Theory]
    [InlineData("alais", "\"x\"", "alais: There is no such member here. The nearest name is \"alias\".")]
    [InlineData("alias", "", "alias: It is missing. It is: Name of the instance in its address")]
    [InlineData("alias", "\"-x-\"", "alias: \"-x-\" is not of the form that it needs")]
    [InlineData("alias", "7", "alias: This is a whole number; it must be a text.")]
    [InlineData("queues", "{}", "queues: This is an object { }; it must be a list [ ].")]
    [InlineData("instance.identity", "\"SAMLL\"", "instance.identity: SAMLL is not one of CONNECT_MANAGED, SAML, EXISTING_DIRECTORY. The nearest name is \"SAML\".")]
    [InlineData("instance.contactLens", "\"true\"", "instance.contactLens: This is a text; it must be true or false.")]
    [InlineData("instance.identity", "\"EXISTING_DIRECTORY\"", "instance.directoryId: It belongs to the identity EXISTING_DIRECTORY")]
    [InlineData("instance.logRetentionDays", "8", "instance.logRetentionDays: CloudWatch has no 8. Write one of 1, 3, 5, 7, 14")]
    [InlineData("replica", """{ "region": "us-west-2", "alias": "x", "trafficGroup": "x" }""", "replica: Global Resiliency copies only an instance whose identity is SAML.")]
    [InlineData("storage[1].bucket", "", "storage[1] (CHAT_TRANSCRIPTS).bucket: It is missing: fill it in.")]
    [InlineData("storage[2].prefix", "\"x\"", "storage[2] (CONTACT_TRACE_RECORDS).prefix: CONTACT_TRACE_RECORDS does not go there. Take it out.")]
    [InlineData("storage[1].type", "\"CALL_RECORDINGS\"", "storage[1] (CALL_RECORDINGS): The type stands there twice.")]
    [InlineData("hours[0].timeZone", "\"America/New_Yrok\"", "hours[0] (Business Hours).timeZone: There is no time zone \"America/New_Yrok\". The nearest name is \"America/New_York\".")]
    [InlineData("hours[0].open[0].from", "\"9:00\"", "hours[0] (Business Hours).open[0].from: \"9:00\" is not of the form that it needs")]
    [InlineData("hours[0].open[0].to", "\"08:00\"", "hours[0] (Business Hours).open[0]: It ends at 08:00, before it begins at 09:00.")]
    [InlineData("hours[0].open[1].day", "\"MONDAY\"", "hours[0] (Business Hours).open[1]: It overlaps another span of MONDAY.")]
    [InlineData("numbers[0].country", "\"usa\"", "numbers[0] (main-line).country: \"usa\" is not of the form")]
    [InlineData("numbers[0].flow", "\"BasicQueu\"", "numbers[0] (main-line).flow: There is no flow \"BasicQueu\". The nearest name is \"BasicQueue\".")]
    [InlineData("flows[0].type", "\"CUSTOMER_HOLD\"", "numbers[0] (main-line).flow: \"BasicQueue\" is of type CUSTOMER_HOLD; one of type CONTACT_FLOW is needed here.")]
    [InlineData("queues[0].hours", "\"Busines Hours\"", "queues[0] (CustomerService).hours: There is no hours \"Busines Hours\". The nearest name is \"Business Hours\".")]
    [InlineData("queues[0].callerIdNumber", "\"main line\"", "queues[0] (CustomerService).callerIdNumber: There is no number \"main line\". The nearest name is \"main-line\".")]
    [InlineData("queues[0].maxContacts", "-1", "queues[0] (CustomerService).maxContacts: -1 is not from 0 to")]
    [InlineData("queues[0].maxContacts", "\"@@queue:Sales@@\"", "queues[0] (CustomerService).maxContacts: This is a text; it must be a whole number.")]
    [InlineData("queues[0].quickConnects[0]", "\"Superviser\"", "queues[0] (CustomerService).quickConnects[0]: There is no quick-connect \"Superviser\". The nearest name is \"Supervisor\".")]
    [InlineData("queues[1].name", "\"CustomerService\"", "queues[1] (CustomerService): \"CustomerService\" stands there twice: at queues[0] (CustomerService) too.")]
    [InlineData("queues[1].name", "\"customerservice\"", "queues[1] (customerservice): \"customerservice\" and \"CustomerService\" are the same but for case")]
    [InlineData("queues[1].name", "\"BasicQueue\"", "queues[1] (BasicQueue): \"BasicQueue\" is there already: Connect makes it with the instance.")]
    [InlineData("routingProfiles[0].channels[0].contacts", "2", "routingProfiles[0] (AgentProfile).channels[0].contacts: An agent takes one call at a time. Write 1.")]
    [InlineData("routingProfiles[0].channels", "[]", "routingProfiles[0] (AgentProfile).channels: It has 0 entries; 1 are needed at least.")]
    [InlineData("routingProfiles[0].queues[1].channel", "\"TASK\"", "routingProfiles[0] (AgentProfile).queues[1].channel: Its agents take no TASK")]
    [InlineData("routingProfiles[0].queues[1].queue", "\"Cusomer\"", "routingProfiles[0] (AgentProfile).queues[1].queue: There is no queue \"Cusomer\". There are: BasicQueue, CustomerService, Sales.")]
    [InlineData("hierarchy.levels", "[\"Site\"]", "hierarchy.groups[1] (Boston Sales).parent: It is on level 2, and there are 1 levels.")]
    [InlineData("hierarchy.groups[0].parent", "\"Boston Sales\"", "hierarchy.groups[0] (Boston).parent: The group is above itself.")]
    [InlineData("users[1].routingProfile", "\"AgentProfil\"", "users[1] (john.smith).routingProfile: There is no routing-profile \"AgentProfil\". The nearest name is \"AgentProfile\".")]
    [InlineData("users[1].securityProfiles[0]", "\"Agnet\"", "users[1] (john.smith).securityProfiles[0]: There is no security-profile \"Agnet\". The nearest name is \"Agent\".")]
    [InlineData("users[1].password", "\"Secret123\"", "users[1] (john.smith).password: No password or key stands in this file.")]
    [InlineData("users[1].passwordSecret", "", "users[1] (john.smith).passwordSecret: It is missing, and the identity CONNECT_MANAGED needs a first password.")]
    [InlineData("instance.identity", "\"SAML\"", "users[1] (john.smith).passwordSecret: The identity SAML keeps passwords elsewhere. Take it out.")]
    [InlineData("users[2].deskPhone", "", "users[2] (mary.major).deskPhone: It belongs to the phone type DESK_PHONE")]
    [InlineData("users[1].username", "\"john smith\"", "users[1] (john smith).username: \"john smith\" is not of the form")]
    [InlineData("quickConnects[0].queue", "", "quickConnects[0] (Supervisor).queue: A quick connect of type QUEUE has queue and flow, and nothing else of that: fill it in.")]
    [InlineData("quickConnects[2].flow", "\"BasicQueue\"", "quickConnects[2] (Head office).flow: A quick connect of type PHONE_NUMBER has number")]
    [InlineData("quickConnects[0].flow", "\"MainFlow\"", "quickConnects[0] (Supervisor).flow: \"MainFlow\" is of type CONTACT_FLOW; one of type QUEUE_TRANSFER is needed here.")]
    [InlineData("lambdas[2].arn", "", "lambdas[2] (customer-lookup): It needs either arn or parameter, and not both.")]
    [InlineData("lambdas[2].arn", "\"customer-lookup\"", "lambdas[2] (customer-lookup).arn: \"customer-lookup\" is not of the form")]
    [InlineData("tags.Key", "\"AKIAIOSFODNN7EXAMPLE\"", "tags.Key: It holds what looks like a key.")]
    [InlineData("flows[2].file", "\"no-flow.json\"", "flows[2] (MainFlow).file: There is no file no-flow.json beside the model.")]
    [InlineData("main-flow.json:Version", "\"2020-01-01\"", "main-flow.json: Version: It must be \"2019-10-30\".")]
    [InlineData("main-flow.json:StartAction", "\"Begin\"", "main-flow.json: StartAction: There is no action \"Begin\".")]
    [InlineData("main-flow.json:Actions[0].Transitions.NextAction", "\"Goodby\"", "main-flow.json: Actions[0] (Is it open).Transitions: The next action is \"Goodby\", which does not exist. The nearest name is \"Goodbye\".")]
    [InlineData("main-flow.json:Actions[2].Identifier", "\"Service\"", "main-flow.json: Actions[3] (Service).Identifier: It stands there twice.")]
    [InlineData("main-flow.json:Actions[2].Parameters.QueueId", "\"@@queue:Sale@@\"", "There is no queue \"Sale\". The nearest name is \"Sales\".")]
    [InlineData("main-flow.json:Actions[4].Parameters.LambdaFunctionARN", "\"@@lamda:customer-lookup@@\"", "@@lamda:…@@ is of no known kind. The nearest name is \"lambda\".")]
    [InlineData("main-flow.json:Actions[5].Parameters.Key", "\"AKIAIOSFODNN7EXAMPLE\"", "main-flow.json.Actions[5].Parameters.Key: It holds what looks like a key.")]
    public void It_is_refused_with_its_path_and_a_remedy(string path, string json, string fault)
    {
        using var folder = ModelFolder.Full.Set(path, json);
        var refusal = Assert.Throws<DistributedApplicationException>(folder.Publish);
        Assert.Contains(fault, refusal.Message);
        Assert.Contains("nothing was written", refusal.Message);
        Assert.False(Directory.Exists(folder.Output));
    }

    [Theory]
    [InlineData("users[0].email", "\"jane@example.com\"", "users[0] (jane.doe@example.com).email: Connect refuses it where the identity is SAML. Move it to secondaryEmail.")]
    [InlineData("replica.share", "5", "replica.share: 5 is not a number of tens")]
    [InlineData("replica.share", "110", "replica.share: 110 is not from 0 to 100.")]
    [InlineData("replica.region", "\"eu-west-1\"", "replica.region: Global Resiliency makes no copy in eu-west-1, but in one of us-east-1")]
    public void So_is_what_is_wrong_of_a_copy_and_of_users_from_elsewhere(string path, string json, string fault)
    {
        using var folder = ModelFolder.Uk.Set(path, json);
        var refusal = Assert.Throws<DistributedApplicationException>(folder.Publish);
        Assert.Contains(fault, refusal.Message);
        Assert.False(Directory.Exists(folder.Output));
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        using var folder = ModelFolder.Full.Set("queues[0].hours", "\"x\"").Set("users[0].routingProfile", "\"y\"").Set("numbers[0].flow", "\"z\"");
        var refusal = Assert.Throws<DistributedApplicationException>(folder.Publish);
        Assert.Contains("has 3 faults", refusal.Message);
    }

    [Fact]
    public void Flows_that_lead_to_one_another_in_a_circle_are_refused()
    {
        using var folder = ModelFolder.Full
            .Set("../flows/basic-queue.json:Actions[0].Parameters.Where", "\"@@flow:MainFlow@@\"");
        var refusal = Assert.Throws<DistributedApplicationException>(folder.Publish);
        Assert.Contains("BasicQueue → MainFlow → BasicQueue is a circle, which CloudFormation cannot make.", refusal.Message);
    }

    [Fact]
    public void What_is_no_JSON_is_refused_with_its_line()
    {
        using var folder = ModelFolder.Full.Write("contact-center.json", "{\n  \"alias\": \"x\",\n  \"queues\": [ }\n}");
        var refusal = Assert.Throws<DistributedApplicationException>(folder.Publish);
        Assert.Contains("contact-center.json, line 3: It is not JSON:", refusal.Message);

        folder.Write("contact-center.json", """{ "alias": "x", "alias": "y" }""");
        Assert.Contains("Duplicate property 'alias'", Assert.Throws<DistributedApplicationException>(folder.Publish).Message);
    }
}
