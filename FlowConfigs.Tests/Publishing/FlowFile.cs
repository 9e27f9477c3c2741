using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Publishing;

/// <summary>A contact flow that publish writes. https://docs.aws.amazon.com/connect/latest/APIReference/flow-language.html</summary>
internal sealed class FlowFile(string name)
{
    private readonly JsonNode flow = JsonNode.Parse(File.ReadAllText(Repository.Path($"aws-templates/{name}")))!;

    public IReadOnlyDictionary<string, JsonNode> ActionsById =>
        flow["Actions"]!.AsArray().ToDictionary(action => (string)action!["Identifier"]!, action => action!);

    public IEnumerable<JsonNode> OfType(string type) => ActionsById.Values.Where(action => (string)action["Type"]! == type);

    /// <summary>Every action that a contact can come to; each must be there.</summary>
    public HashSet<string> Reached()
    {
        var reached = new HashSet<string>();
        var left = new Stack<string>([(string)flow["StartAction"]!]);
        while (left.TryPop(out var id))
        {
            if (!reached.Add(id))
                continue;
            var steps = Template.Objects(ActionsById[id]["Transitions"]);
            foreach (var next in steps.Select(step => (string?)step["NextAction"]).OfType<string>())
                left.Push(next);
        }

        return reached;
    }

    /// <summary>What it reads of a place such as <c>$.External.</c></summary>
    public IEnumerable<string> Read(string place) => ActionsById.Values
        .SelectMany(action => Template.Objects(action["Parameters"])).SelectMany(values => values)
        .Select(value => value.Value).OfType<JsonValue>().Select(value => value.ToString())
        .SelectMany(text => text.Split(' ')).Where(word => word.StartsWith(place, StringComparison.Ordinal)).Select(word => word[place.Length..]);
}
