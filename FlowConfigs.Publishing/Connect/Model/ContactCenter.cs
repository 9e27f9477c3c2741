using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace FlowConfigs.Publishing.Connect.Model;

/// <summary>
/// An Amazon Connect instance with everything in it, as contact-center.json has it. The file's schema is made from these records:
/// their attributes are the limits, their descriptions what an editor shows.
/// </summary>
internal sealed record ContactCenter
{
    [JsonPropertyName("$schema")]
    [Description("The schema of this file, for editors")]
    public string? Schema { get; init; }

    [Description("Name of the instance in its address https://ALIAS.my.connect.aws; it cannot be changed later")]
    [StringLength(45)]
    [RegularExpression("^(?!d-)[0-9a-zA-Z]+(-*[0-9a-zA-Z])*$")]
    public required string Alias { get; init; }

    [Description("What the instance can do")]
    public Instance Instance { get; init; } = new();

    [Description("A copy in another Region, by Amazon Connect Global Resiliency")]
    public Replica? Replica { get; init; }

    [Description("Tags of everything")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    [Description("Where recordings, transcripts and records go")]
    public IReadOnlyList<Storage> Storage { get; init; } = [];

    [Description("When queues are open")]
    public IReadOnlyList<Hours> Hours { get; init; } = [];

    [Description("Phone numbers to claim")]
    public IReadOnlyList<Number> Numbers { get; init; } = [];

    [Description("Queues")]
    public IReadOnlyList<Queue> Queues { get; init; } = [];

    [Description("Which queues agents serve")]
    public IReadOnlyList<RoutingProfile> RoutingProfiles { get; init; } = [];

    [Description("What users may do")]
    public IReadOnlyList<SecurityProfile> SecurityProfiles { get; init; } = [];

    [Description("How users are grouped in reports")]
    public Hierarchy Hierarchy { get; init; } = new();

    [Description("Agents and administrators")]
    public IReadOnlyList<User> Users { get; init; } = [];

    [Description("Where agents can transfer a contact to")]
    public IReadOnlyList<QuickConnect> QuickConnects { get; init; } = [];

    [Description("Lambda functions for flows")]
    public IReadOnlyList<Function> Lambdas { get; init; } = [];

    [Description("Lex bots for flows")]
    public IReadOnlyList<LexBot> LexBots { get; init; } = [];

    [Description("Apps of the agent workspace")]
    public IReadOnlyList<Application> Applications { get; init; } = [];

    [Description("Recorded prompts for flows")]
    public IReadOnlyList<Prompt> Prompts { get; init; } = [];

    [Description("Parts that flows have in common")]
    public IReadOnlyList<FlowModule> Modules { get; init; } = [];

    [Description("Contact flows")]
    public IReadOnlyList<Flow> Flows { get; init; } = [];

    [Description("Everything else that CloudFormation offers for Connect, such as agent statuses, views, rules and data tables")]
    public IReadOnlyList<Resource> Resources { get; init; } = [];

    [Description("Names of permissions that Amazon Connect has beside those that publish knows")]
    public IReadOnlyList<string> PermissionNames { get; init; } = [];

    [Description("Types of flow actions that Amazon Connect has beside those that publish knows")]
    public IReadOnlyList<string> ActionTypes { get; init; } = [];
}

/// <summary>What the model calls by a name.</summary>
internal interface INamed
{
    const string KeyDescription = "The name that it had first, if it has another one now: CloudFormation then renames it and makes no new one";

    string Name { get; }

    /// <summary>What ids are made of: the name, unless the thing was renamed.</summary>
    string? Key => null;
}
