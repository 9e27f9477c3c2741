using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Publishing.Connect;

/// <summary>Compares a model file with the schema and names everything that is wrong, not only the first thing.</summary>
internal static class StructureCheck
{
    public static IEnumerable<Fault> Faults(JsonNode? value) => Faults(value, ModelSchema.Root, "");

    private static IEnumerable<Fault> Faults(JsonNode? value, JsonObject schema, string path)
    {
        if (schema["enum"] is JsonArray allowed)
            return OfWord(value, [.. allowed.Select(word => (string?)word).OfType<string>()], path);
        var types = schema["type"] is JsonArray several ? several.Select(type => (string)type!).ToList() : [(string)schema["type"]!];
        var kind = KindOf(value);
        if (!types.Contains(kind))
            return [new(path, $"This is {In(kind)}; it must be {In(types[0])}. {Meaning(schema)}")];
        return kind switch
        {
            "object" => OfObject(value!.AsObject(), schema, path),
            "array" => OfList(value!.AsArray(), schema, path),
            "string" => OfText((string)value!, schema, path),
            "integer" => OfNumber((int)value!, schema, path),
            _ => [],
        };
    }

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
            var each = schema["additionalProperties"]!.AsObject();
            return value.SelectMany(member => Faults(member.Value, each, Join(path, member.Key)));
        }

        var missing = (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !value.ContainsKey(name))
            .Select(name => new Fault(Join(path, name), $"It is missing. {Meaning(members[name]!.AsObject())}"));
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
            foreach (var fault in Faults(entry, schema["items"]!.AsObject(), $"{path}[{index}]{Called(entry)}"))
                yield return fault;
        }
    }

    private static IEnumerable<Fault> OfText(string value, JsonObject schema, string path)
    {
        if (schema["maxLength"] is { } most && (value.Length > (int)most || value.Trim().Length == 0))
            yield return new(path, $"It has {value.Length} characters; it needs 1 to {most}. {Meaning(schema)}");
        else if (schema["pattern"] is { } pattern && !ModelPattern.Fits((string)pattern!, value))
            yield return new(path, $"\"{value}\" is not of the form that it needs, {pattern}. {Meaning(schema)}");
    }

    private static IEnumerable<Fault> OfNumber(int value, JsonObject schema, string path)
    {
        if (schema["minimum"] is { } least && (value < (int)least || value > (int)schema["maximum"]!))
            yield return new(path, $"{value} is not from {least} to {schema["maximum"]}. {Meaning(schema)}");
    }

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
