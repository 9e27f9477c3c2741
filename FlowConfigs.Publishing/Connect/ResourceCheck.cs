using System.Text.Json.Nodes;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>Resources are what AWS's schemas of their types say, and refer only to what is deployed before them.</summary>
internal static class ResourceCheck
{
    public static IEnumerable<Fault> Faults(ContactCenter center) =>
        center.Resources.SelectMany((resource, index) => Faults(resource, $"resources[{index}] ({resource.Name})"));

    /// <summary>What the properties of resources refer to.</summary>
    public static IEnumerable<Reference> References(ContactCenter center) => center.Resources.SelectMany((resource, index) =>
        Placeholder.Of(resource.Properties).Where(placeholder => CanName(resource, placeholder.Kind))
            .Select(placeholder => new Reference($"resources[{index}] ({resource.Name}).properties", placeholder.Kind, placeholder.Name)));

    private static IEnumerable<Fault> Faults(Resource resource, string path)
    {
        if (!ResourceType.All.TryGetValue(resource.Type, out var type))
            return [];
        var schema = ModelSchema.Root["$defs"]![resource.Type]!.AsObject();
        return
        [
            .. type.Form is { } form ? StructureCheck.Faults(JsonValue.Create(resource.Name), form, $"{path}.name") : [],
            .. StructureCheck.Faults(resource.Properties, schema, $"{path}.properties"),
            .. OfPlaceholders(resource, $"{path}.properties"), .. OfNulls(resource.Properties, $"{path}.properties"),
            .. type.Tags || resource.Tags.Count == 0 ? [] : (Fault[])[new($"{path}.tags", $"The type {resource.Type} has no tags. Remove them.")],
        ];
    }

    // Where AWS's schema takes any object, such as a view's template.
    private static IEnumerable<Fault> OfNulls(JsonNode? node, string path) => node switch
    {
        null => [new(path, "CloudFormation takes no null. Remove the member, or give it a value.")],
        JsonObject members => members.SelectMany(member => OfNulls(member.Value, $"{path}.{member.Key}")),
        JsonArray entries => entries.SelectMany((entry, index) => OfNulls(entry, $"{path}[{index}]")),
        _ => [],
    };

    private static IEnumerable<Fault> OfPlaceholders(Resource resource, string path) => Placeholder.Of(resource.Properties)
        .Where(placeholder => !CanName(resource, placeholder.Kind))
        .Select(placeholder => new Fault(path, Kind.All.Contains(placeholder.Kind)
            ? $"A resource of type {resource.Type} is deployed before the {placeholder.Kind} \"{placeholder.Name}\", and cannot refer to it. "
                + "Remove the placeholder."
            : $"@@{placeholder.Kind}:…@@ is of no known kind. {Fault.Nearest(placeholder.Kind, Kind.All)}"));

    private static bool CanName(Resource resource, string kind) =>
        ResourceType.EarlyKinds.Contains(kind) || (ResourceType.IsLate(resource.Type) && Kind.All.Contains(kind));
}
