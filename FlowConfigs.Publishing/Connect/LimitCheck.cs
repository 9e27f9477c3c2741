using System.Text.Json.Nodes;

namespace FlowConfigs.Publishing.Connect;

/// <summary>Compares a model of the right structure with <see cref="AwsLimits"/>: what publish accepts, CloudFormation accepts.</summary>
internal static class LimitCheck
{
    public static IEnumerable<Fault> Faults(JsonNode? model) => AwsLimits.All.SelectMany(limit =>
        Find(model, "", limit.Member.Replace("[]", ".[]", StringComparison.Ordinal).Split('.'))
            .SelectMany(found => Faults(limit, found.Value, found.Path)));

    private static IEnumerable<(string Path, JsonNode Value)> Find(JsonNode? node, string path, ArraySegment<string> steps)
    {
        if (node is null)
            return [];
        if (steps.Count == 0)
            return [(path, node)];
        return (steps[0], node) switch
        {
            ("[]", JsonArray list) => list.SelectMany((entry, index) => Find(entry, $"{path}[{index}]{Called(entry)}", steps[1..])),
            (var name, JsonObject members) => Find(members[name], path.Length == 0 ? name : $"{path}.{name}", steps[1..]),
            _ => [],
        };
    }

    private static IEnumerable<Fault> Faults(AwsLimit limit, JsonNode value, string path) => value switch
    {
        JsonArray list => OfList(limit, list, path),
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => OfText(limit, text, path),
        JsonValue scalar when scalar.TryGetValue<int>(out var number) && (number < limit.Minimum || number > limit.Maximum) =>
            [new(path, limit.Maximum is { } most ? $"{number} is not from {limit.Minimum} to {most}." : $"{number} is less than {limit.Minimum}.")],
        _ => [],
    };

    private static IEnumerable<Fault> OfList(AwsLimit limit, JsonArray list, string path)
    {
        if (list.Count < limit.MinItems || list.Count > limit.MaxItems)
            yield return new(path, $"It has {list.Count} entries; AWS accepts {limit.MinItems} to {limit.MaxItems}. Change the list.");
        foreach (var (index, entry) in list.Index())
        {
            if (limit.Unique && list.Take(index).Any(other => JsonNode.DeepEquals(other, entry)))
                yield return new($"{path}[{index}]", $"{(entry is JsonValue ? $"\"{entry}\"" : "The same")} appears twice. Remove one of them.");
        }
    }

    private static IEnumerable<Fault> OfText(AwsLimit limit, string text, string path)
    {
        if (text.Length < limit.MinLength || text.Length > limit.MaxLength)
        {
            yield return new(path, $"It has {text.Length} characters; AWS accepts {limit.MinLength ?? 0} to {limit.MaxLength}. Change the text.");
        }
        else if (limit.Pattern is { } pattern && !ModelPattern.Fits(pattern, text))
        {
            var signs = text.EnumerateRunes().Select(sign => $"{sign}").Distinct().ToList();
            var others = signs.Where(sign => !ModelPattern.Fits(pattern, sign)).ToList();
            var because = others.Count > 0 && others.Count < signs.Count ? $", because of {string.Join(' ', others)}" : "";
            yield return new(path, $"AWS refuses \"{text}\" here{because}. Use only {limit.Form}.");
        }
    }

    private static string Called(JsonNode? entry) =>
        entry is JsonObject named && (named["name"] ?? named["username"]) is JsonValue name ? $" ({name})" : "";
}
