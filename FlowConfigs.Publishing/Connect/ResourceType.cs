using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Publishing.Connect;

/// <summary>A type that resources of a model can have, from AWS's own schema.</summary>
/// <param name="Instance">The property with the instance's ARN; null where the type has none.</param>
/// <param name="Name">The property with the name that Connect shows; null where the type has none.</param>
/// <param name="Form">The schema of that name.</param>
/// <param name="Identifier">The attribute by which others refer to a resource: mostly its ARN; null where nothing can.</param>
/// <param name="Tags">Whether it can have tags.</param>
/// <param name="Required">The properties that an author must write.</param>
/// <param name="Properties">The schemas of those that an author can write.</param>
/// <param name="Definitions">What these refer to.</param>
internal sealed record ResourceType(
    string? Instance, string? Name, JsonObject? Form, string? Identifier, bool Tags, IReadOnlyList<string> Required, JsonObject Properties,
    JsonObject Definitions)
{
    private const string File = "resource-types.json";

    // Resources of these types can refer to everything in the model. Flows and users can refer to those of the other types, which are
    // therefore deployed first.
    private static readonly string[] Last =
        ["ContactFlowModuleAlias", "ContactFlowModuleVersion", "ContactFlowVersion", "Notification", "Rule", "TaskTemplate", "Workspace"];

    /// <summary>All of them, by CloudFormation's type without AWS::Connect::.</summary>
    /// <remarks>Written by FlowConfigs.Tests/Publishing/Connect/resource-types.py from the schemas that cfn-lint 1.51 has.</remarks>
    public static IReadOnlyDictionary<string, ResourceType> All { get; } = Read();

    /// <summary>Whether resources of the type are deployed after flows and quick connects; the others before everything but the instance.</summary>
    public static bool IsLate(string type) => Last.Contains(type);

    /// <summary>What SSM parameters and placeholders call the type: agent-status.</summary>
    public static string KindOf(string type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type);

    /// <summary>The type of a kind; null for a kind that has a member of its own in the model.</summary>
    public static ResourceType? OfKind(string kind) => All.FirstOrDefault(type => KindOf(type.Key) == kind).Value;

    /// <summary>The kinds that flows, users and all other resources can refer to.</summary>
    public static IReadOnlyList<string> EarlyKinds { get; } = [.. All.Where(type => !IsLate(type.Key) && type.Value.Identifier is not null)
        .Select(type => KindOf(type.Key))];

    /// <summary>The schema of its properties.</summary>
    public JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. Required.Select(name => JsonValue.Create(name))]),
        ["properties"] = Properties.DeepClone(),
    };

    private static Dictionary<string, ResourceType> Read()
    {
        using var json = typeof(ResourceType).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not embedded.");
        return JsonSerializer.Deserialize<Dictionary<string, ResourceType>>(json, JsonSerializerOptions.Web)!;
    }
}
