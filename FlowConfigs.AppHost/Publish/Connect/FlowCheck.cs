using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowConfigs.AppHost.Publish.Connect.Model;

namespace FlowConfigs.AppHost.Publish.Connect;

/// <summary>
/// A flow or module is what Connect takes: https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html
/// </summary>
internal static partial class FlowCheck
{
    // https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
    private const int MostActions = 250;
    private const int MostCharacters = 256_000;
    private const int LongestIdentifier = 50;

    /// <summary>Adds whatever is wrong; true where nothing is.</summary>
    public static bool AddFaults(JsonObject flow, string text, string file, ContactCenter center, Names names, List<Fault> faults)
    {
        var before = faults.Count;
        faults.AddRange(SecretCheck.Faults(flow, file));
        var size = Placeholder.Text(flow).Length;
        if (size > MostCharacters)
            faults.Add(new(file, $"It has {size:N0} characters; Connect takes {MostCharacters:N0}. Move a part to a module."));
        if ((string?)flow["Version"] != "2019-10-30")
        {
            faults.Add(new($"{file}: Version", "It has to be \"2019-10-30\". What the flow designer exports is another format: "
                + "see docs/contact-center.md."));
        }

        faults.AddRange(OfPlaceholders(flow, text, file, names));
        if (flow["Actions"] is JsonArray { Count: > 0 } actions)
            faults.AddRange(OfActions(flow, actions, file, [.. ActionTypes.Known, .. center.ActionTypes]));
        else
            faults.Add(new($"{file}: Actions", "There are none. A flow begins with an action."));
        return faults.Count == before;
    }

    private static IEnumerable<Fault> OfPlaceholders(JsonObject flow, string text, string file, Names names)
    {
        foreach (var placeholder in Placeholder.Of(flow))
        {
            var at = text.IndexOf($"@@{placeholder.Kind}:{placeholder.Name}@@", StringComparison.Ordinal);
            var line = 1 + text.AsSpan(0, Math.Max(at, 0)).Count('\n');
            if (!Kind.InFlows.Contains(placeholder.Kind))
            {
                yield return new($"{file}, line {line}", $"@@{placeholder.Kind}:…@@ is of no known kind. "
                    + Fault.Nearest(placeholder.Kind, Kind.InFlows));
            }
            else if (!names.Of(placeholder.Kind).Contains(placeholder.Name))
            {
                yield return new($"{file}, line {line}", $"There is no {placeholder.Kind} \"{placeholder.Name}\". "
                    + Fault.Nearest(placeholder.Name, names.Of(placeholder.Kind)));
            }
        }
    }

    private static IEnumerable<Fault> OfActions(JsonObject flow, JsonArray actions, string file, string[] types)
    {
        if (actions.Count > MostActions)
            yield return new($"{file}: Actions", $"There are {actions.Count}; Connect takes {MostActions}. Move a part to a module.");
        var ids = actions.Select(action => (action as JsonObject)?["Identifier"]?.ToString() ?? "").ToList();
        foreach (var (index, action) in actions.Index())
        {
            var path = $"{file}: Actions[{index}] ({ids[index]})";
            if (ids[index].Length is 0 or > LongestIdentifier || NotInIdentifier().IsMatch(ids[index]))
            {
                yield return new(
                    $"{path}.Identifier", $"It needs 1 to {LongestIdentifier} characters, without % : ( \\ / ) = $ , ; [ ] {{ }}.");
            }

            if (ids.IndexOf(ids[index]) < index)
                yield return new($"{path}.Identifier", "It stands there twice. Give one of the actions another one.");
            var type = (action as JsonObject)?["Type"]?.ToString() ?? "";
            if (!types.Contains(type))
            {
                yield return new($"{path}.Type", $"\"{type}\" is no type of action that publish knows. {Fault.Nearest(type, types)} "
                    + "Where Connect has it by now, add it to actionTypes in the model.");
            }

            foreach (var next in Next(action).Where(next => !ids.Contains(next)))
                yield return new($"{path}.Transitions", $"It goes on to \"{next}\", which is not there. {Fault.Nearest(next, ids)}");
        }

        var start = flow["StartAction"]?.ToString() ?? "";
        if (!ids.Contains(start))
            yield return new($"{file}: StartAction", $"There is no action \"{start}\". {Fault.Nearest(start, ids)}");
        foreach (var lost in ids.Contains(start) ? ids.Except(Reached(start, actions, ids)) : [])
        {
            yield return new(
                $"{file}: Actions ({lost})", "Nothing leads there, and Connect takes no such action. Lead to it, or take it out.");
        }
    }

    private static HashSet<string> Reached(string start, JsonArray actions, List<string> ids)
    {
        var reached = new HashSet<string>();
        var left = new Stack<string>([start]);
        while (left.TryPop(out var id))
        {
            if (reached.Add(id) && ids.IndexOf(id) is >= 0 and var index)
                foreach (var next in Next(actions[index]))
                    left.Push(next);
        }

        return reached;
    }

    private static IEnumerable<string> Next(JsonNode? action) => Texts((action as JsonObject)?["Transitions"]);

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == "NextAction" && member.Value is JsonValue next
            ? [next.ToString()]
            : Texts(member.Value)),
        JsonArray entries => entries.SelectMany(Texts),
        _ => [],
    };

    [GeneratedRegex(@"[%:(\\/)=$,;\[\]{}]")]
    private static partial Regex NotInIdentifier();
}
