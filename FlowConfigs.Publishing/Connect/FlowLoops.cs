using System.Text.Json.Nodes;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>
/// Flows, or modules, that lead to one another in a circle: CloudFormation makes one after the other, and would not know where to begin.
/// </summary>
internal static class FlowLoops
{
    public static IEnumerable<Fault> Faults(ContactCenter center, IReadOnlyDictionary<string, JsonObject> files) =>
    [
        .. Circles(Kind.Flow, [.. center.Flows.Select(flow => (flow.Name, flow.File))], files,
            "Let one of them lead on by a contact attribute with the other's ARN."),
        .. Circles(Kind.Module, [.. center.Modules.Select(module => (module.Name, module.File))], files,
            "Move what they have in common to a module that invokes neither."),
    ];

    private static IEnumerable<Fault> Circles(
        string kind, IReadOnlyList<(string Name, string File)> all, IReadOnlyDictionary<string, JsonObject> files, string remedy)
    {
        var next = all.ToDictionary(one => one.Name, one => Placeholder.Of(files[one.File])
            .Where(placeholder => placeholder.Kind == kind).Select(placeholder => placeholder.Name).ToList());
        foreach (var (name, file) in all)
        {
            // Told once, where the first of them stands.
            if (Way(name, next) is { } way && all.First(other => way.Contains(other.Name)).Name == name)
                yield return new(file, $"{string.Join(" → ", way)} is a circle, which CloudFormation cannot make. {remedy}");
        }
    }

    // From one back to itself.
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
