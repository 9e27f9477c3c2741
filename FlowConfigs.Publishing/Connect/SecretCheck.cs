using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FlowConfigs.Publishing.Connect;

/// <summary>No password or key stands in a model or a flow: both are kept where many can read them.</summary>
internal static partial class SecretCheck
{
    public static IEnumerable<Fault> Faults(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => Faults(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray entries => entries.SelectMany((entry, index) => Faults(entry, $"{path}[{index}]")),
        JsonValue value when value.TryGetValue<string>(out var text) && Key().IsMatch(text) =>
            [new(path, "It holds what looks like a key. Take it out, have it replaced, and keep the new one in Secrets Manager.")],
        _ => [],
    };

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
    [GeneratedRegex(@"\b(AKIA|ASIA)[0-9A-Z]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}")]
    private static partial Regex Key();
}
