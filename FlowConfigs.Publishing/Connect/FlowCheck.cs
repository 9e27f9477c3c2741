using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>
/// A flow or module is what Connect takes: https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html
/// </summary>
internal static partial class FlowCheck
{
    // https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
    private const int MostActions = 250;
    private const int MostCharacters = 256_000;
    private const int LongestIdentifier = 50;

    // https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html
    private static readonly string[] Reserved =
    [
        "__proto__", "constructor", "__defineGetter__", "__defineSetter__", "toString", "hasOwnProperty", "isPrototypeOf",
        "propertyIsEnumerable", "toLocaleString", "valueOf",
    ];

    /// <summary>Adds whatever is wrong; true where nothing is.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="text">Its file's text, for the numbers of lines.</param>
    /// <param name="file">Its file.</param>
    /// <param name="uses">What the model uses the file for: types of flows; null for a module.</param>
    /// <param name="names">What placeholders can name.</param>
    /// <param name="faults">Where faults are added.</param>
    public static bool AddFaults(
        JsonObject flow, string text, string file, IReadOnlyCollection<FlowType?> uses, Names names, List<Fault> faults)
    {
        var before = faults.Count;
        faults.AddRange(SecretCheck.Faults(flow, file));
        var size = Placeholder.Text(flow).Length;
        if (size > MostCharacters)
            faults.Add(new(file, $"It has {size:N0} characters; Connect takes {MostCharacters:N0}. Move a part to a module."));
        if ((string?)flow["Version"] != "2019-10-30")
        {
            faults.Add(new($"{file}: Version", "It must be \"2019-10-30\". Exports of the flow designer before 2023 have another format: open "
                + "the flow in the designer and export it again, or see docs/contact-center.md."));
        }

        faults.AddRange(OfPlaceholders(flow, text, file, uses, names));
        if (flow["Actions"] is JsonArray { Count: > 0 } actions)
        {
            faults.AddRange(OfActions(flow, actions, file));
            faults.AddRange(ActionCheck.Faults(actions, file, uses));
        }
        else
        {
            faults.Add(new($"{file}: Actions", "There are none. A flow begins with an action."));
        }

        return faults.Count == before;
    }

    private static IEnumerable<Fault> OfPlaceholders(
        JsonObject flow, string text, string file, IReadOnlyCollection<FlowType?> uses, Names names)
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
            else if (placeholder.Kind == Kind.Flow && uses.Contains(null) && names.Has(Kind.Flow, placeholder.Name))
            {
                yield return new($"{file}, line {line}", $"A module cannot name the flow \"{placeholder.Name}\", because modules are made "
                    + "before flows. Let the flow that invokes the module lead on, or give the module the ARN in a contact attribute.");
            }
        }
    }

    private static IEnumerable<Fault> OfActions(JsonObject flow, JsonArray actions, string file)
    {
        if (actions.Count > MostActions)
            yield return new($"{file}: Actions", $"There are {actions.Count}; Connect takes {MostActions}. Move a part to a module.");
        var ids = Identifiers(actions);
        foreach (var (index, action) in actions.Index())
        {
            var path = $"{file}: Actions[{index}] ({ids[index]})";
            if (ids[index].Length is 0 or > LongestIdentifier || NotInIdentifier().IsMatch(ids[index]))
            {
                yield return new(
                    $"{path}.Identifier", $"It needs 1 to {LongestIdentifier} characters, without % : ( \\ / ) = $ , ; [ ] {{ }}.");
            }
            else if (Reserved.Contains(ids[index]))
            {
                yield return new($"{path}.Identifier", "Connect reserves this word. Give the action another identifier.");
            }

            if (ids.IndexOf(ids[index]) < index)
                yield return new($"{path}.Identifier", "It stands there twice. Give one of the actions another one.");
            foreach (var next in Next(action).Where(next => !ids.Contains(next)))
                yield return new($"{path}.Transitions", $"The next action is \"{next}\", which does not exist. {Fault.Nearest(next, ids)}");
        }

        var start = flow["StartAction"]?.ToString() ?? "";
        if (!ids.Contains(start))
            yield return new($"{file}: StartAction", $"There is no action \"{start}\". {Fault.Nearest(start, ids)}");
    }

    public static List<string> Identifiers(JsonArray actions) =>
        [.. actions.Select(action => (action as JsonObject)?["Identifier"]?.ToString() ?? "")];

    /// <summary>The actions to which an action leads.</summary>
    public static IEnumerable<string> Next(JsonNode? action) => Texts((action as JsonObject)?["Transitions"]);

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
