using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Publishing;

/// <summary>A template as the repository keeps it; a test compares those with what is published.</summary>
internal sealed record Template(string Name, JsonObject Json)
{
    public static IReadOnlyList<Template> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Path("aws-templates/templates"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => new Template(Path.GetFileNameWithoutExtension(file), JsonNode.Parse(File.ReadAllText(file))!.AsObject())),
    ];

    public static Template Artifacts => Of("00-artifacts");

    public static Template Data => Of("10-data");

    public static Template Identity => Of("20-identity");

    public static Template Authz => Of("30-authz");

    public static Template Api => Of("40-api");

    public static Template WebBucket => Of("50-web-bucket");

    public static Template Web => Of("55-web");

    public static Template Connect => Of("60-connect");

    public static Template Watch => Of("70-watch");

    public string Text => Json.ToJsonString();

    public IEnumerable<(string Id, string Type, JsonObject Properties)> Resources =>
        Json[nameof(Resources)]!.AsObject().Select(resource => (
            resource.Key, (string)resource.Value!["Type"]!, resource.Value["Properties"]?.AsObject() ?? []));

    public IEnumerable<string> Parameters => Json[nameof(Parameters)]!.AsObject().Select(parameter => parameter.Key);

    public static Template Of(string name) => All.Single(template => template.Name == name);

    /// <summary>The properties of every resource of a type.</summary>
    public IReadOnlyList<JsonObject> Properties(string type) =>
        [.. Resources.Where(resource => resource.Type == type).Select(resource => resource.Properties)];

    /// <summary>The properties of the one resource of a type.</summary>
    public JsonObject Only(string type) => Assert.Single(Properties(type));

    /// <summary>Every object anywhere in a value, itself included.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject value => value.SelectMany(member => Objects(member.Value)).Prepend(value),
        JsonArray values => values.SelectMany(Objects),
        _ => [],
    };

    /// <summary>A text or a list of texts; what is no text stands as its JSON.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? node) => node switch
    {
        JsonArray values => [.. values.SelectMany(Texts)],
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [(string)value!],
        null => [],
        _ => [node.ToJsonString()],
    };
}
