using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FlowConfigs.Publishing.Connect;

/// <summary>What a flow's JSON has in the place of an ARN: <c>@@queue:Sales@@</c>.</summary>
internal sealed partial record Placeholder(string Kind, string Name)
{
    public override string ToString() => $"@@{Kind}:{Name}@@";

    /// <summary>Those of a flow, each once, in their order.</summary>
    public static IReadOnlyList<Placeholder> Of(JsonNode flow) =>
        [.. Form().Matches(Text(flow)).Select(Of).Distinct()];

    /// <summary>A flow's text with something else for each placeholder.</summary>
    public static string Replace(string text, Func<Placeholder, string> with) => Form().Replace(text, match => with(Of(match)));

    /// <summary>The JSON without spaces, and with letters as they are.</summary>
    public static string Text(JsonNode flow) => flow.ToJsonString(Compact);

    private static readonly System.Text.Json.JsonSerializerOptions Compact = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // In JSON's texts a quote of a name has a backslash before it.
    private static Placeholder Of(Match match) =>
        new(match.Groups["kind"].Value, (string)JsonNode.Parse($"\"{match.Groups["name"].Value}\"")!);

    [GeneratedRegex("@@(?<kind>[a-z-]+):(?<name>[^@]+)@@")]
    private static partial Regex Form();
}
