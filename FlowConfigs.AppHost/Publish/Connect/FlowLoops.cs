using System.Text.Json.Nodes;
using FlowConfigs.AppHost.Publish.Connect.Model;

namespace FlowConfigs.AppHost.Publish.Connect;

/// <summary>
/// Flows that lead to one another in a circle: CloudFormation makes one after the other, and would not know where to begin.
/// </summary>
internal static class FlowLoops
{
    public static IEnumerable<Fault> Faults(ContactCenter center, IReadOnlyDictionary<string, JsonObject> files)
    {
        var next = center.Flows.ToDictionary(flow => flow.Name, flow => Placeholder.Of(files[flow.File])
            .Where(placeholder => placeholder.Kind == Kind.Flow).Select(placeholder => placeholder.Name).ToList());
        foreach (var flow in center.Flows)
        {
            // Told once, where the first of them stands.
            if (Way(flow.Name, next) is { } way && center.Flows.First(other => way.Contains(other.Name)) == flow)
            {
                yield return new(flow.File, $"{string.Join(" → ", way)} is a circle, which CloudFormation cannot make. "
                    + "Let one of them lead on by a contact attribute with the other's ARN.");
            }
        }
    }

    // From a flow back to itself.
    private static List<string>? Way(string start, Dictionary<string, List<string>> next)
    {
        var seen = new HashSet<string>();
        return From([start]);

        List<string>? From(List<string> way)
        {
            foreach (var name in next.GetValueOrDefault(way[^1], []))
            {
                if (name == start)
                    return [.. way, name];
                if (seen.Add(name) && From([.. way, name]) is { } found)
                    return found;
            }

            return null;
        }
    }
}
