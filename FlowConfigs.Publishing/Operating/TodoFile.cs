using System.Text;

namespace FlowConfigs.Publishing.Operating;

/// <summary>
/// What an administrator is asked to do, to be mailed to them. Steps are written by hand in todo/; the tables of values are made
/// from the parameters and outputs.
/// </summary>
internal static class TodoFile
{
    public static string Name(Administrator administrator) => administrator switch
    {
        Administrator.SingleSignOn => "1-single-sign-on.md",
        Administrator.Network => "2-network.md",
        Administrator.AmazonConnect => "3-amazon-connect.md",
        Administrator.Operations => "4-operations.md",
        _ => "5-microsoft-365.md",
    };

    public static string Text(Administrator administrator, string source) => source
        .Replace("{{values}}", Values(administrator), StringComparison.Ordinal)
        .Replace("{{outputs}}", OutputsFor(administrator), StringComparison.Ordinal);

    private static string Values(Administrator administrator)
    {
        var text = new StringBuilder("| Value | What it is | Example | Unless said otherwise |\n|---|---|---|---|");
        foreach (var parameter in Variables.Of(administrator))
        {
            var names = string.Join("<br>", Variables.NamesOf(parameter).Select(name => $"`{name}`"));
            var allowed = parameter.Allowed.Length > 0 ? $"; one of {string.Join(", ", parameter.Allowed)}" : "";
            text.Append($"\n| {names} | {parameter.Description}{allowed} | `{parameter.Example}` | {Default(parameter)} |");
        }

        return text.ToString();
    }

    private static string Default(Parameter parameter) => parameter.Default switch
    {
        null => "**needed**",
        "" => "empty",
        var value => $"`{value}`",
    };

    // "ops todo" puts values in the place of {{primary:…}}.
    private static string OutputsFor(Administrator administrator)
    {
        var text = new StringBuilder("| Value | What it is | Primary Region | Secondary Region |\n|---|---|---|---|");
        foreach (var output in Outputs.All.Where(output => output.For == administrator))
        {
            var both = StackList.Of(output.Stack).Regions.Contains("secondary");
            var second = both ? $"`{{{{secondary:{output.Key}}}}}`" : "–";
            text.Append($"\n| {output.Name} | {output.Description} | `{{{{primary:{output.Key}}}}}` | {second} |");
        }

        return text.ToString();
    }
}
