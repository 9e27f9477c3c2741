using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FlowConfigs.Tests.Publishing.Connect;

/// <summary>What Amazon Connect would answer once published templates are deployed: each with its own id, and texts resolved.</summary>
internal sealed partial class DeployedInstance
{
    private const string Account = "arn:aws:connect:us-east-1:111122223333";

    private static readonly Dictionary<string, string> Segments = new()
    {
        ["HoursOfOperation"] = "operating-hours",
        ["Queue"] = "queue",
        ["RoutingProfile"] = "routing-profile",
        ["SecurityProfile"] = "security-profile",
        ["UserHierarchyGroup"] = "agent-group",
        ["User"] = "agent",
        ["QuickConnect"] = "transfer-destination",
        ["ContactFlow"] = "contact-flow",
        ["ContactFlowModule"] = "flow-module",
        ["Prompt"] = "prompt",
        // As SSM parameters call what is built in.
        ["hours"] = "operating-hours",
        ["queue"] = "queue",
        ["routing-profile"] = "routing-profile",
        ["security-profile"] = "security-profile",
        ["flow"] = "contact-flow",
        ["prompt"] = "prompt",
    };

    private readonly Dictionary<string, string> arns = [];
    private readonly Dictionary<string, string> parameters = [];
    private readonly Dictionary<string, string> published = [];
    private readonly string table;

    /// <param name="folder">The folder connect/ALIAS that publish wrote.</param>
    /// <param name="instance">The id of the instance.</param>
    public DeployedInstance(string folder, string instance)
    {
        Id = instance;
        table = File.ReadAllText(Path.Combine(folder, "table.sh"));
        var templates = Directory.GetFiles(Path.Combine(folder, "templates")).Order(StringComparer.Ordinal)
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!).ToList();
        foreach (var (name, parameter) in templates.SelectMany(template => template["Parameters"]?.AsObject() ?? []))
            parameters[name] = (string)parameter!["Default"]!;
        var resources = templates.SelectMany(template => template[nameof(Resources)]!.AsObject()).ToList();
        foreach (var (id, resource) in resources)
            arns[id] = ArnOf(id, ((string)resource!["Type"]!).Split("::")[^1]);
        foreach (var (kind, key, name) in BuiltIn)
            published[$"/connect/{Alias}/{key}"] = ArnOf(name, kind);
        var told = resources.Select(resource => resource.Value!).Where(IsParameter).Select(resource => resource["Properties"]!);
        foreach (var parameter in told)
            published[(string)parameter["Name"]!] = Text(parameter["Value"]);
        Resources = resources.ToLookup(
            resource => ((string)resource.Value!["Type"]!).Split("::")[^1],
            resource => (arns[resource.Key], Resolved(resource.Value!["Properties"])!.AsObject()));
    }

    public string Id { get; }

    public string Arn => $"{Account}:instance/{Id}";

    public string Alias => Quoted().Match(table.Split("CONNECT_ALIAS=")[1]).Groups[1].Value;

    /// <summary>By the last part of their type: ARN and properties, with ARNs in the place of references.</summary>
    public ILookup<string, (string Arn, JsonObject Properties)> Resources { get; }

    /// <summary>What the model names and Connect makes: kind, SSM parameter's end, and name.</summary>
    public IEnumerable<(string Kind, string Key, string Name)> BuiltIn =>
        Pairs("CONNECT_BUILT_IN").Select(pair => (pair.From.Split('/')[0], pair.From, pair.To));

    public IEnumerable<(string Number, string Flow)> FlowsOfNumbers =>
        Pairs("CONNECT_NUMBER_FLOWS").Select(pair => (Published(pair.From), Published(pair.To)));

    public IEnumerable<(string Queue, string QuickConnect)> QuickConnectsOfQueues =>
        Pairs("CONNECT_QUEUE_QUICK_CONNECTS").Select(pair => (Published(pair.From), Published(pair.To)));

    /// <summary>What a number's SSM parameter is called: the model's name for it.</summary>
    public string NameOf(string arn) => published.Single(parameter => parameter.Value == arn).Key.Split('/')[^1];

    public string ArnOf(string name, string type) => type switch
    {
        "Instance" => Arn,
        "PhoneNumber" => $"{Account}:phone-number/{Guid(name)}",
        _ => $"{Arn}/{Segments.GetValueOrDefault(type, "other")}/{Guid(name)}",
    };

    private string Published(string key) => published[$"/connect/{Alias}/{key}"];

    private IEnumerable<(string From, string To)> Pairs(string list) =>
        Quoted().Matches(table.Split($"{list}=(")[1].Split("\n)")[0]).Select(match => match.Groups[1].Value.Split('|'))
            .Select(pair => (pair[0], pair[1]));

    private JsonNode? Resolved(JsonNode? node) => node switch
    {
        JsonObject reference when reference.Count == 1 && (reference.ContainsKey("Ref") || reference.First().Key.StartsWith("Fn::")) =>
            Text(reference),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Resolved(member.Value)))),
        JsonArray entries => new JsonArray([.. entries.Select(Resolved)]),
        _ => node?.DeepClone(),
    };

    private string Text(JsonNode? node) => node switch
    {
        JsonObject value when value["Ref"] is { } parameter => published[parameters[(string)parameter!]],
        JsonObject value when value["Fn::GetAtt"] is { } attribute => arns[(string)attribute[0]!],
        JsonObject value when value["Fn::Sub"] is { } text => Variable().Replace((string)text!, match => Value(match.Groups[1].Value)),
        _ => (string)node!,
    };

    private string Value(string variable) =>
        variable[0] == '!' ? $"${{{variable[1..]}}}"
        : variable.Contains('.') ? arns[variable.Split('.')[0]]
        : published[parameters[variable]];

    private static bool IsParameter(JsonNode resource) => (string)resource["Type"]! == "AWS::SSM::Parameter";

    private static string Guid(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16]).ToString();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex Variable();
}
