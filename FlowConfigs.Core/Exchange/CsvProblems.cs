using System.Globalization;
using System.Text.RegularExpressions;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Exchange;

/// <summary>What is wrong with a config that was made from rows, in the words of the spreadsheet: its line, key, config and column.</summary>
public static partial class CsvProblems
{
    private const string Line = "line ";

    /// <summary>Whether a problem's path is in words.</summary>
    public static bool IsInWords(Problem problem) => problem.Path.StartsWith(Line, StringComparison.Ordinal);

    /// <summary>The problems with the rows that they come from; those of a document as they are.</summary>
    internal static IReadOnlyList<Problem> InWords(IReadOnlyList<Problem> problems, ImportDraft draft) => draft.Rows is []
        ? problems
        : [.. problems.Select(problem => problem with { Path = Where(problem.Path, draft) })];

    private static string Where(string path, ImportDraft draft)
    {
        var parts = Parts().Match(path);
        var key = KeyOf(parts, draft.Config);
        var (language, channel) = (parts.Groups["language"].Value, parts.Groups["channel"].Value);
        var rows = draft.Rows.Where(row => row.Key == key).ToList();
        var row = rows.Find(row => string.Equals(row.Language, language, StringComparison.OrdinalIgnoreCase) && row.Channel == channel)
            ?? rows.FirstOrDefault();
        if (row is not null)
            return row.Where("value");
        // It is about the config as a whole, or about what no row has changed.
        var lines = $"{Line}{draft.Rows[0].Line}{(draft.Rows.Count > 1 ? $" and {draft.Rows.Count - 1} more of {draft.Config.Id}" : "")}";
        return key is null ? $"{lines}, {draft.Config.Id}" : $"{lines}, {key} of {draft.Config.Id}";
    }

    private static string? KeyOf(Match parts, Config config)
    {
        if (parts.Groups["override"] is { Success: true } key)
            return key.Value;
        if (!int.TryParse(parts.Groups["at"].Value, CultureInfo.InvariantCulture, out var at))
            return null;
        return parts.Groups["what"].Value == "variables"
            ? config.Variables.ElementAtOrDefault(at)?.Name
            : config.Prompts.ElementAtOrDefault(at)?.Key;
    }

    [GeneratedRegex(
        @"^(?:(?<what>variables|prompts)\[(?<at>[0-9]+)\]|overrides\.(?<override>[^.]+))"
        + @"(?:\.texts\.(?<language>[^.]+)(?:\.(?<channel>voice|chat))?)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
