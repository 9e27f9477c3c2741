using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Publishing.Connect;

/// <summary>The answers of Connect's API about an instance that was deployed from published templates.</summary>
internal sealed class DeployedAnswers(DeployedInstance instance)
{
    private readonly Dictionary<string, string> answers = [];

    public IReadOnlyDictionary<string, string> All()
    {
        Instance();
        List("hours-of-operations", "HoursOfOperationSummaryList", "HoursOfOperation", "HoursOfOperation", "hours");
        List("user-hierarchy-groups", "UserHierarchyGroupSummaryList", "HierarchyGroup", "UserHierarchyGroup", null);
        List("quick-connects", "QuickConnectSummaryList", "QuickConnect", "QuickConnect", null, summary: "");
        List("prompts", "PromptSummaryList", "Prompt", "Prompt", "prompt");
        List("contact-flow-modules", "ContactFlowModulesSummaryList", "ContactFlowModule", "ContactFlowModule", null);
        List("contact-flows", "ContactFlowSummaryList", "ContactFlow", "ContactFlow", "flow");
        Numbers();
        Search("search-queues", "Queues", "Queue", "queue", "QueueId", "QueueArn");
        Search("search-routing-profiles", "RoutingProfiles", "RoutingProfile", "routing-profile", "RoutingProfileId", "RoutingProfileArn");
        Search("search-security-profiles", "SecurityProfiles", "SecurityProfile", "security-profile", "Id", "Arn");
        Search("search-users", "Users", "User", "user", "Id", "Arn");
        Parts();
        Others();
        return answers;
    }

    // The model has none of what Debian's CLI lists besides.
    private void Others()
    {
        Put($"GET /agent-status/{instance.Id}", new { AgentStatusSummaryList = Array.Empty<object>() });
        Put($"GET /instance/{instance.Id}/approved-origins", new { Origins = Array.Empty<object>() });
        Put($"GET /rules/{instance.Id}", new { RuleSummaryList = Array.Empty<object>() });
        Put($"GET /instance/{instance.Id}/security-keys", new { SecurityKeys = Array.Empty<object>() });
        Put($"GET /instance/{instance.Id}/task/template", new { TaskTemplates = Array.Empty<object>() });
    }

    private void Instance()
    {
        var (_, properties) = instance.Resources["Instance"].Single();
        Put($"GET /instance/{instance.Id}", new
        {
            Instance = new { instance.Arn, InstanceAlias = instance.Alias, IdentityManagementType = properties["IdentityManagementType"] },
        });
        Put($"GET /instance/{instance.Id}/attributes", new
        {
            Attributes = properties["Attributes"]!.AsObject().Select(attribute => new
            {
                AttributeType = JsonNamingPolicy.SnakeCaseUpper.ConvertName(attribute.Key.Replace("OutBound", "Outbound")),
                Value = attribute.Value!.ToJsonString(),
            }),
        });
        Put("GET /traffic-distribution-groups", new { TrafficDistributionGroupSummaryList = Array.Empty<object>() });
        Put($"GET /tags/{instance.Arn}", new { tags = Tags(properties) });
        Put($"GET /instance/{instance.Id}/storage-configs", new { StorageConfigs = Array.Empty<object>() });
        foreach (var (_, storage) in instance.Resources["InstanceStorageConfig"])
        {
            var type = storage["ResourceType"];
            Put($"GET /instance/{instance.Id}/storage-configs?resourceType={type}", new { StorageConfigs = new[] { storage } });
        }

        Put($"GET /instance/{instance.Id}/lambda-functions", new { LambdaFunctions = Integrations("LAMBDA_FUNCTION") });
        Put($"GET /instance/{instance.Id}/bots", new { LexBots = Integrations("LEX_BOT").Select(arn => new { LexV2Bot = new { AliasArn = arn } }) });
        Put($"GET /instance/{instance.Id}/integration-associations", new
        {
            IntegrationAssociationSummaryList = Integrations("APPLICATION").Select(arn => new { IntegrationArn = arn }),
        });
    }

    private IEnumerable<string> Integrations(string type) => instance.Resources["IntegrationAssociation"]
        .Where(association => (string?)association.Properties["IntegrationType"] == type)
        .Select(association => (string)association.Properties["IntegrationArn"]!);

    private void List(string path, string member, string oneMember, string type, string? builtIn, string summary = "-summary")
    {
        var all = instance.Resources[type].Select(made => (made.Arn, Name: (string)made.Properties["Name"]!)).Concat(BuiltIn(builtIn));
        Put($"GET /{path}{summary}/{instance.Id}", new Dictionary<string, object>
        {
            [member] = all.Select(made => new { Id = Id(made.Arn), made.Arn, made.Name, ContactFlowState = "ACTIVE" }),
        });
        foreach (var (arn, properties) in instance.Resources[type])
        {
            var described = Described(properties);
            described[$"{oneMember}Id"] = Id(arn);
            Put($"GET /{path}/{instance.Id}/{Id(arn)}", new Dictionary<string, object> { [oneMember] = described });
        }
    }

    private void Search(string search, string member, string type, string builtIn, string id, string arn)
    {
        var made = instance.Resources[type].Select(made =>
        {
            var described = Described(made.Properties);
            (described[id], described[arn]) = (Id(made.Arn), made.Arn);
            return described;
        });
        var name = type == "SecurityProfile" ? "SecurityProfileName" : "Name";
        var connects = BuiltIn(builtIn).Select(own => new JsonObject { [name] = own.Name, [id] = Id(own.Arn), [arn] = own.Arn });
        Put($"POST /{search}", new Dictionary<string, object> { [member] = made.Concat(connects) });
    }

    // Where templates have an ARN, the API has an id.
    private JsonObject Described(JsonObject properties)
    {
        var described = Ids(properties)!.AsObject();
        described["Tags"] = Tags(properties);
        if ((string?)properties["ParentGroupArn"] is { } parent)
        {
            described["HierarchyPath"] = Json(
                new { LevelOne = new { Name = NameOf(parent) }, LevelTwo = new { Name = (string)properties["Name"]! } });
        }
        else
            described["HierarchyPath"] = Json(new { LevelOne = new { Name = (string?)properties["Name"] } });
        return described;
    }

    private static JsonNode? Ids(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => member.Key switch
        {
            "SecurityProfileArns" => KeyValuePair.Create<string, JsonNode?>(
                "SecurityProfileIds", new JsonArray([.. member.Value!.AsArray().Select(arn => (JsonNode)Id((string)arn!))])),
            "QuickConnectConfig" or "OutboundCallerConfig" or "QueueConfig" or "UserConfig" =>
                KeyValuePair.Create(member.Key, Ids(member.Value)),
            _ when member.Key.EndsWith("Arn", StringComparison.Ordinal) && member.Value is JsonValue arn =>
                KeyValuePair.Create<string, JsonNode?>($"{member.Key[..^3]}Id", Id((string)arn!)),
            _ => KeyValuePair.Create(member.Key, member.Value?.DeepClone()),
        })),
        _ => node?.DeepClone(),
    };

    private void Numbers()
    {
        Put("POST /phone-number/list", new
        {
            ListPhoneNumbersSummaryList = instance.Resources["PhoneNumber"].Select(number => new
            {
                PhoneNumberId = Id(number.Arn),
                PhoneNumberArn = number.Arn,
                PhoneNumber = Claimed(number.Arn),
                TargetArn = instance.Arn,
            }),
        });
        foreach (var (arn, properties) in instance.Resources["PhoneNumber"])
        {
            Put($"GET /phone-number/{Id(arn)}", new
            {
                ClaimedPhoneNumberSummary = new
                {
                    PhoneNumberId = Id(arn),
                    PhoneNumberArn = arn,
                    PhoneNumber = Claimed(arn),
                    PhoneNumberCountryCode = properties["CountryCode"],
                    PhoneNumberType = properties["Type"],
                    PhoneNumberDescription = properties["Description"],
                    Tags = Tags(properties),
                },
            });
        }

        Put($"GET /flow-associations-summary/{instance.Id}", new
        {
            FlowAssociationSummaryList = instance.FlowsOfNumbers.Select(link => new { ResourceId = link.Number, FlowId = link.Flow }),
        });
    }

    // As if it were the same number again.
    private string Claimed(string arn) => $"+{instance.NameOf(arn)["number-".Length..]}";

    private void Parts()
    {
        foreach (var (arn, _) in instance.Resources["Queue"])
        {
            Put($"GET /queues/{instance.Id}/{Id(arn)}/quick-connects", new
            {
                QuickConnectSummaryList = instance.QuickConnectsOfQueues.Where(link => link.Queue == arn)
                    .Select(link => new { Name = NameOf(link.QuickConnect) }),
            });
        }

        foreach (var (arn, properties) in instance.Resources["RoutingProfile"])
        {
            Put($"GET /routing-profiles/{instance.Id}/{Id(arn)}/queues", new
            {
                RoutingProfileQueueConfigSummaryList = (properties["QueueConfigs"]?.AsArray() ?? []).Select(served => new
                {
                    QueueName = NameOf((string)served!["QueueReference"]!["QueueArn"]!),
                    Channel = served["QueueReference"]!["Channel"],
                    Priority = served["Priority"],
                    Delay = served["Delay"],
                }),
            });
        }

        foreach (var (arn, properties) in instance.Resources["SecurityProfile"])
        {
            Put($"GET /security-profiles-permissions/{instance.Id}/{Id(arn)}", new { Permissions = properties["Permissions"] });
            var applications = properties["Applications"] ?? new JsonArray();
            Put($"GET /security-profiles-applications/{instance.Id}/{Id(arn)}", new { Applications = applications });
        }

        Put($"GET /user-hierarchy-structure/{instance.Id}", new
        {
            HierarchyStructure = instance.Resources["UserHierarchyStructure"]
                .Select(levels => levels.Properties["UserHierarchyStructure"]).SingleOrDefault(),
        });
    }

    private IEnumerable<(string Arn, string Name)> BuiltIn(string? kind) =>
        instance.BuiltIn.Where(own => own.Kind == kind).Select(own => (instance.ArnOf(own.Name, own.Kind), own.Name));

    private string NameOf(string arn) => instance.Resources.SelectMany(type => type).Where(made => made.Arn == arn)
        .Select(made => (string)made.Properties["Name"]!)
        .Concat(instance.BuiltIn.Where(own => instance.ArnOf(own.Name, own.Kind) == arn).Select(own => own.Name)).First();

    private static JsonObject Tags(JsonObject properties) => new((properties["Tags"]?.AsArray() ?? [])
        .Select(tag => KeyValuePair.Create((string)tag!["Key"]!, tag["Value"]?.DeepClone())));

    private static string Id(string arn) => arn.Split('/')[^1];

    private static JsonNode Json(object value) => JsonSerializer.SerializeToNode(value)!;

    private void Put(string request, object value) => answers[request] = Json(value).ToJsonString();
}
