using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Publishing.Connect;

/// <summary>Compares a model file with the schema and names everything that is wrong, not only the first thing.</summary>
internal static class StructureCheck
{
    public static IEnumerable<Fault> Faults(JsonNode? value) => Faults(value, ModelSchema.Root, "");

    /// <summary>Compares a value with one schema; what the schema refers to is in <see cref="ModelSchema.Root"/>.</summary>
    public static IEnumerable<Fault> Faults(JsonNode? value, JsonObject schema, string path)
    {
        if (schema["$ref"] is { } pointer)
            return Faults(value, At((string)pointer!), path);
        // Publish replaces a placeholder in a resource's properties, and Connect sees an ARN.
        if (value is JsonValue && Placeholder.Of(value).Count > 0 && schema.GetPath().StartsWith("$.$defs", StringComparison.Ordinal))
            return [];
        if (schema["enum"] is JsonArray allowed)
            return OfWord(value, [.. allowed.Select(word => (string?)word).OfType<string>()], path);
        var kind = KindOf(value);
        var types = schema["type"] switch
        {
            JsonArray several => several.Select(type => (string)type!).ToList(),
            { } one => [(string)one!],
            null => ["object"],
        };
        if (!types.Contains(kind) && !(kind == "integer" && types.Contains("number")))
            return [new(path, $"This is {In(kind)}; it must be {In(types[0])}. {Meaning(schema)}")];
        return kind switch
        {
            "object" => OfObject(value!.AsObject(), schema, path),
            "array" => OfList(value!.AsArray(), schema, path),
            "string" => OfText((string)value!, schema, path),
            "integer" or "number" => OfNumber(Number(value)!.Value, schema, path),
            _ => [],
        };
    }

    // #/$defs/Rule.Actions
    private static JsonObject At(string pointer) =>
        pointer.Split('/').Skip(1).Aggregate((JsonNode)ModelSchema.Root, (node, step) => node[step]!).AsObject();

    private static IEnumerable<Fault> OfWord(JsonNode? value, List<string> allowed, string path)
    {
        var word = value is JsonValue text && text.TryGetValue<string>(out var given) ? given : null;
        if (word is null || !allowed.Contains(word))
        {
            yield return new(
                path, $"{word ?? KindOf(value)} is not one of {string.Join(", ", allowed)}. {Fault.Nearest(word ?? "", allowed)}");
        }
    }

    private static IEnumerable<Fault> OfObject(JsonObject value, JsonObject schema, string path)
    {
        if (schema["properties"] is not JsonObject members)
        {
            var each = schema["additionalProperties"] as JsonObject ?? schema["patternProperties"]?.AsObject().First().Value as JsonObject;
            return each is null ? [] : value.SelectMany(member => Faults(member.Value, each, Join(path, member.Key)));
        }

        var missing = (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !value.ContainsKey(name))
            .Select(name => new Fault(Join(path, name), $"It is missing. {Meaning(members[name]!.AsObject())}".TrimEnd()));
        var others = value.SelectMany(member => members[member.Key] is JsonObject known
            ? Faults(member.Value, known, Join(path, member.Key))
            : [new(Join(path, member.Key), Unknown(member.Key, members))]);
        return missing.Concat(others);
    }

    // An author who writes a password into the file needs more than the message that there is no such member.
    private static string Unknown(string name, JsonObject members) =>
        name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.Contains("secret", StringComparison.OrdinalIgnoreCase)
            ? "No password or key stands in this file. Put it in Secrets Manager, and its name in passwordSecret."
            : $"There is no such member here. {Fault.Nearest(name, members.Select(member => member.Key))}";

    private static IEnumerable<Fault> OfList(JsonArray value, JsonObject schema, string path)
    {
        if (schema["minItems"] is { } least && value.Count < (int)least)
            yield return new(path, $"It has {value.Count} entries; {least} are needed at least. {Meaning(schema)}");
        if (schema["maxItems"] is { } most && value.Count > (int)most)
            yield return new(path, $"It has {value.Count} entries; Connect takes {most} at most. Take some out.");
        foreach (var (index, entry) in value.Index())
        {
            if (schema["uniqueItems"] is not null && value.Take(index).Any(other => JsonNode.DeepEquals(other, entry)))
                yield return new($"{path}[{index}]", "The same appears twice. Remove one of them.");
            foreach (var fault in Faults(entry, schema["items"]!.AsObject(), $"{path}[{index}]{Called(entry)}"))
                yield return fault;
        }
    }

    private static IEnumerable<Fault> OfText(string value, JsonObject schema, string path)
    {
        var least = (int?)schema["minLength"] ?? 0;
        if (schema["maxLength"] is { } most && (value.Length > (int)most || value.Trim().Length < Math.Min(least, 1) || value.Length < least))
            yield return new(path, $"It has {value.Length} characters; it needs {least} to {most}. {Meaning(schema)}".TrimEnd());
        else if (schema["pattern"] is { } pattern && !ModelPattern.Fits((string)pattern!, value))
            yield return new(path, $"\"{value}\" is not of the form that it needs, {pattern}. {Meaning(schema)}".TrimEnd());
    }

    private static IEnumerable<Fault> OfNumber(double value, JsonObject schema, string path)
    {
        var (least, most) = (Number(schema["minimum"]), Number(schema["maximum"]));
        if (value < least || value > most)
            yield return new(path, string.Create(CultureInfo.InvariantCulture, $"{value} is not {Range(least, most)}. {Meaning(schema)}").TrimEnd());
    }

    // A node that was made from an int gives no double.
    private static double? Number(JsonNode? node) => node is null ? null : double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    private static string Range(double? least, double? most) => (least, most) switch
    {
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"{most} or less"),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{least} or more"),
        _ => string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}"),
    };

    private static string Join(string path, string member) => path.Length == 0 ? member : $"{path}.{member}";

    private static string Called(JsonNode? entry) =>
        entry is JsonObject named && (named["name"] ?? named["username"]) is JsonValue name ? $" ({name})" : "";

    private static string Meaning(JsonObject schema) => schema["description"] is { } text ? $"It is: {text}." : "";

    private static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.AsValue().TryGetValue<int>(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };

    private static string In(string kind) => kind switch
    {
        "object" => "an object { }",
        "array" => "a list [ ]",
        "string" => "a text",
        "integer" => "a whole number",
        "number" => "a number that is not whole, or too large",
        "boolean" => "true or false",
        _ => "null",
    };
}
