using System.Text.RegularExpressions;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Exchange;

/// <summary>A config as an import would make it.</summary>
public sealed partial record ImportDraft(Config Config)
{
    /// <summary>What keeps it from being made, found while it was read.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The rows of a CSV file that it was made from; empty for a document.</summary>
    public IReadOnlyList<CsvRow> Rows { get; init; } = [];

    /// <summary>What the person should know: what becomes of it, and what is left out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where another product's file contains it, such as <c>line 3</c>; null for this product's own files.</summary>
    public string? Where { get; init; }

    /// <summary>A problem at the place where the file has it: people know their keys, and not the numbers that this product gives them.</summary>
    internal Problem Placed(Problem problem)
    {
        if (Where is null || Part().Match(problem.Path) is not { Success: true } part)
            return Where is null ? problem : problem with { Path = Place(problem.Path) };
        var i = int.Parse(part.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
        var isVariable = part.Groups[1].Value == "variables";
        var name = isVariable ? $"variable {Config.Variables[i].Name}" : $"prompt {Config.Prompts[i].Name}";
        var rest = problem.Path[part.Length..].Replace(".texts.", ", ", StringComparison.Ordinal).TrimStart('.');
        return isVariable && rest == "value"
            ? new(Place(name), $"{problem.Message} It is “{Config.Variables[i].Value}”.")
            : new(Place(rest is "" or "name" ? name : $"{name}, {rest.TrimStart(',', ' ')}"), problem.Message);
    }

    private string Place(string rest) => string.Join(", ", new[] { Where, rest }.Where(part => part is not (null or "")));

    [GeneratedRegex(@"^(variables|prompts)\[(\d+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
