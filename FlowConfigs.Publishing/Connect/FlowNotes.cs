using System.Text.Json.Nodes;

namespace FlowConfigs.Publishing.Connect;

/// <summary>What publish lets through in flows, because Connect changes faster than publish does, and says.</summary>
internal static class FlowNotes
{
    /// <summary>A sentence for each.</summary>
    public static IEnumerable<string> Of(ModelFile model)
    {
        string[] known = [.. ActionTypes.Known, .. model.Center.ActionTypes];
        foreach (var (file, flow) in model.Flows.OrderBy(flow => flow.Key, StringComparer.Ordinal))
        {
            if (flow["Actions"] is not JsonArray actions)
                continue;
            var ids = FlowCheck.Identifiers(actions);
            foreach (var (id, type) in ids.Zip(actions.Select(action => action?["Type"]?.ToString() ?? "")))
            {
                if (!known.Contains(type))
                {
                    yield return $"{file}: publish does not know the type \"{type}\" of the action \"{id}\". {Fault.Nearest(type, known)} "
                        + "If Amazon Connect has the type, add it to actionTypes in the model, and this warning ends";
                }
            }

            foreach (var lost in ids.Except(Reached(flow["StartAction"]?.ToString() ?? "", actions, ids)))
                yield return $"{file}: nothing leads to the action \"{lost}\". Lead to it, or remove it";
        }
    }

    private static HashSet<string> Reached(string start, JsonArray actions, List<string> ids)
    {
        var reached = new HashSet<string>();
        var left = new Stack<string>([start]);
        while (left.TryPop(out var id))
        {
            if (reached.Add(id) && ids.IndexOf(id) is >= 0 and var index)
                foreach (var next in FlowCheck.Next(actions[index]))
                    left.Push(next);
        }

        return reached;
    }
}
