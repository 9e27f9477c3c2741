using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;
using Resource = FlowConfigs.Publishing.Connect.Model.Resource;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>Resources with properties as the model has them. There are two such stacks: one before and one after everything else.</summary>
internal sealed class ResourcesStack : ComponentStack
{
    private readonly IReadOnlyList<Resource> resources;

    public ResourcesStack(Construct scope, ContactCenter center, bool late)
        : base(
            scope, center, late ? "late-resources" : "early-resources",
            late ? "resources that refer to flows and users" : "resources that flows and users refer to")
    {
        resources = [.. center.Resources.Where(resource => ResourceType.IsLate(resource.Type) == late)];
        foreach (var model in resources)
            Make(ResourceType.KindOf(model.Type), model.Name);
        foreach (var model in resources)
            Add(model, ResourceType.All[model.Type]);
    }

    private void Add(Resource model, ResourceType type)
    {
        var kind = ResourceType.KindOf(model.Type);
        var properties = (Dictionary<string, object>)Value(model.Properties);
        if (type.Instance is { } instance)
            properties[instance] = InstanceArn;
        if (type.Name is { } name)
            properties[name] = model.Name;
        if (type.Tags && Tagged(model.Tags) is { } tags)
            properties["Tags"] = tags.Select(tag => new Dictionary<string, object> { ["Key"] = tag.Key, ["Value"] = tag.Value }).ToArray();
        var made = new CfnResource(this, IdOf(kind, model.Name), new CfnResourceProps
        {
            Type = $"AWS::Connect::{model.Type}",
            Properties = properties,
        });
        if (type.Identifier is { } identifier)
            Publish(kind, model.Name, made.GetAtt(identifier).ToString()!);
    }

    private object Value(JsonNode? node) => node switch
    {
        JsonObject members => members.ToDictionary(member => member.Key, member => Value(member.Value)),
        JsonArray entries => entries.Select(Value).ToArray(),
        _ => node!.GetValueKind() switch
        {
            JsonValueKind.String => Text(node),
            JsonValueKind.Number => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture),
            var kind => kind == JsonValueKind.True,
        },
    };

    private string Text(JsonNode node)
    {
        var text = (string)node!;
        var placeholders = Placeholder.Of(node);
        if (placeholders is [var only] && text == $"{only}")
            return Makes(only.Kind, only.Name) ? Fn.GetAtt(IdOf(only.Kind, only.Name), Identifier(only)).ToString()! : Arn(only.Kind, only.Name);
        if (placeholders.Count == 0)
            return text;
        var places = placeholders.Aggregate(text.Replace("${", "${!", StringComparison.Ordinal), (whole, placeholder) =>
            whole.Replace($"{placeholder}", $"${{{Place(placeholder)}}}", StringComparison.Ordinal));
        return Fn.Sub(places);
    }

    private string Place(Placeholder placeholder) => Makes(placeholder.Kind, placeholder.Name)
        ? $"{IdOf(placeholder.Kind, placeholder.Name)}.{Identifier(placeholder)}"
        : Read(placeholder.Kind, placeholder.Name);

    private static string Identifier(Placeholder placeholder) => ResourceType.OfKind(placeholder.Kind)!.Identifier!;
}
