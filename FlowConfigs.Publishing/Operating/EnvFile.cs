using System.Text;

namespace FlowConfigs.Publishing.Operating;

/// <summary>flow-configs.env: every parameter with what it is, who knows it, and an example.</summary>
internal static class EnvFile
{
    private const int LineLength = 110;

    public static string Text()
    {
        var text = new StringBuilder("""
            # The parameters of one environment of Flow Configs. Copy this file for each environment and fill it in; "ops check" names
            # what is missing or not well-formed, and "ops --env FILE" reads another file than this one.
            #
            # It is read, not run: each line is NAME="value", without quotes inside the value. A variable that ends with _PRIMARY or
            # _SECONDARY has a value for each Region; with an empty SECONDARY_REGION the latter stay empty.
            #
            # Don’t put secrets in this file. Store them in AWS Secrets Manager and enter the secret’s name here.

            """);
        foreach (var administrator in Enum.GetValues<Administrator>().OrderByDescending(who => who == Administrator.Operations))
        {
            var title = $"{Variables.TitleOf(administrator)} (todo/{TodoFile.Name(administrator)})";
            text.Append($"\n\n# {title}\n# {new string('-', title.Length)}\n");
            foreach (var parameter in Variables.Of(administrator))
                Append(text, parameter);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Parameter parameter)
    {
        text.Append('\n');
        foreach (var line in Wrapped($"{parameter.Description}."))
            text.Append($"# {line}\n");
        if (parameter.Allowed.Length > 0)
            text.Append($"# One of: {string.Join(", ", parameter.Allowed)}\n");
        text.Append($"# {(parameter.Default is null ? "Has to be filled in. " : "")}Example: \"{parameter.Example}\"\n");
        foreach (var name in Variables.NamesOf(parameter))
            text.Append($"{name}=\"{parameter.Default}\"\n");
    }

    private static IEnumerable<string> Wrapped(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length >= LineLength)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : $" {word}";
        }

        yield return line;
    }
}
