using System.Text;
using System.Text.RegularExpressions;

namespace FlowConfigs.Publishing.Operating;

/// <summary>ops.d/table.sh: stacks, parameters and outputs as bash arrays, so that the script needs no reader of JSON.</summary>
internal static partial class OpsTable
{
    public static string Text()
    {
        var text = new StringBuilder("# Written by publish from the lists of stacks, parameters and outputs. Do not change it here.\n\n");
        List(text, "STACKS", StackList.All.Select(StackName));
        List(text, "KEPT_STACKS", StackList.All.Where(stack => stack.Keep).Select(StackName));
        Map(text, "REGIONS_OF", StackList.All.Select(stack => (StackName(stack), string.Join(' ', stack.Regions))));
        Map(text, "PARAMETERS_OF", StackList.All.Select(
            stack => (StackName(stack), string.Join(' ', Parameters.Of(stack.Number).Select(parameter => parameter.Name)))));

        text.Append("# Parameters by their name in the templates.\n");
        Map(text, "VARIABLE_OF", Variables.All.Select(parameter => (parameter.Name, parameter.Variable)));
        Map(text, "SHARED_KEY", Parameters.All
            .Where(parameter => parameter.Kind == ParameterKind.Shared)
            .Select(parameter => (parameter.Name, parameter.SharedKey!)));

        text.Append("# Variables of flow-configs.env; those with a value for each Region by what stands before _PRIMARY.\n");
        List(text, "VARIABLES", Variables.All.SelectMany(Variables.NamesOf));
        Variable("PER_REGION", parameter => parameter.PerRegion ? "yes" : null);
        Variable("MAY_BE_EMPTY", parameter => MayBeEmpty(parameter) ? "yes" : null);
        Variable("ASK", parameter => Variables.TitleOf(parameter.FilledInBy!.Value));
        Variable("DESCRIPTION_OF", parameter => parameter.Description);
        Variable("EXAMPLE_OF", parameter => parameter.Example);
        Variable("ALLOWED_OF", parameter => parameter.Allowed.Length > 0 ? string.Join(' ', parameter.Allowed) : null);
        Variable("LEAST_OF", parameter => parameter.Least?.ToString());
        Variable("PATTERN_OF", parameter => parameter.Pattern is { } pattern ? PosixPattern(pattern) : null);

        text.Append("# What stacks publish: the Regions that have it.\n");
        Map(text, "OUTPUT_REGIONS", Outputs.All.Select(output => (output.Key, string.Join(' ', StackList.Of(output.Stack).Regions))));
        return text.ToString().TrimEnd('\n') + "\n";

        void Variable(string name, Func<Parameter, string?> value) => Map(text, name, Variables.All
            .Select(parameter => (parameter.Variable, Value: value(parameter)))
            .Where(entry => entry.Value is not null)
            .Select(entry => (entry.Variable, entry.Value!)));
    }

    /// <summary>As bash's =~ takes it: POSIX extended, which has neither \w nor groups that keep nothing.</summary>
    public static string PosixPattern(string pattern) => OptionalValue().Replace(pattern, "$1")
        .Replace("(?:", "(")
        .Replace(@"\w", "A-Za-z0-9_")
        .Replace(@"\s", "[:space:]");

    private static bool MayBeEmpty(Parameter parameter) =>
        parameter.Default == "" || (parameter.Pattern is { } pattern && OptionalValue().IsMatch(pattern));

    private static string StackName(StackEntry stack) => $"{stack.Number}-{stack.Name}";

    private static void List(StringBuilder text, string name, IEnumerable<string> values)
    {
        text.Append($"{name}=(\n");
        foreach (var value in values)
            text.Append($"  {value}\n");
        text.Append(")\n\n");
    }

    private static void Map(StringBuilder text, string name, IEnumerable<(string Key, string Value)> entries)
    {
        text.Append($"declare -A {name}=(\n");
        foreach (var (key, value) in entries)
            text.Append($"  [{key}]='{value.Replace("'", @"'\''")}'\n");
        text.Append(")\n\n");
    }

    // The script asks whether a value may be empty before it looks at its form, and not every regex engine takes an empty branch.
    [GeneratedRegex(@"^\(\|(.*)\)$")]
    private static partial Regex OptionalValue();
}
