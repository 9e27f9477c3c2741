using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>The JSON Schema of contact-center.json, made from the records: for editors, and for <see cref="StructureCheck"/>.</summary>
internal static class ModelSchema
{
    public const string File = "contact-center.schema.json";

    /// <summary>How model files are read.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static JsonObject Root { get; } = Make();

    public static string Text() => ReadableJson.Text(Root);

    /// <summary>What the API calls a value of an enumeration: CONTACT_FLOW.</summary>
    public static string Word(this Enum value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    private static JsonObject Make()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = WithLimits };
        var schema = Json.GetJsonSchemaAsNode(typeof(ContactCenter), options).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "An Amazon Connect instance");
        AddResourceTypes(schema);
        return schema;
    }

    // An editor offers the properties of the type that a resource has.
    private static void AddResourceTypes(JsonObject schema)
    {
        var resource = schema["properties"]!["resources"]!["items"]!.AsObject();
        var definitions = new JsonObject();
        var choices = new JsonArray();
        foreach (var (name, type) in ResourceType.All)
        {
            definitions[name] = type.Schema();
            foreach (var (definition, content) in type.Definitions)
                definitions[$"{name}.{definition}"] = content!.DeepClone();
            choices.Add(JsonNode.Parse($$$"""
                {
                  "if": { "properties": { "type": { "const": "{{{name}}}" } } },
                  "then": { "properties": { "properties": { "$ref": "#/$defs/{{{name}}}" } } }
                }
                """));
        }

        resource["properties"]!["type"]!["enum"] = new JsonArray([.. ResourceType.All.Keys.Select(name => JsonValue.Create(name))]);
        resource["allOf"] = choices;
        schema["$defs"] = definitions;
    }

    private static JsonNode WithLimits(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema || context.PropertyInfo?.AttributeProvider is not PropertyInfo property)
            return node;
        if (property.GetCustomAttribute<DescriptionAttribute>() is { } description)
            schema.Insert(0, "description", description.Description);
        if (property.GetCustomAttribute<StringLengthAttribute>() is { } length)
            (schema["minLength"], schema["maxLength"]) = (1, length.MaximumLength);
        if (property.GetCustomAttribute<RegularExpressionAttribute>() is { } form)
            schema["pattern"] = form.Pattern;
        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
            (schema["minimum"], schema["maximum"]) = ((int)range.Minimum, (int)range.Maximum);
        if (property.GetCustomAttribute<MinLengthAttribute>() is { } least)
            schema["minItems"] = least.Length;
        if (property.GetCustomAttribute<MaxLengthAttribute>() is { } most)
            schema["maxItems"] = most.Length;
        return schema;
    }
}
