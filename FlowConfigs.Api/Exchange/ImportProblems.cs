using FlowConfigs.Core;
using FlowConfigs.Core.Exchange;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Exchange;

/// <summary>An import that did not do all that it was asked: the report comes with the problem.</summary>
internal static class ImportProblems
{
    private const int MaxErrors = 100;

    /// <summary>The problem; null where there is none. A dry run has none: it only says what would be refused.</summary>
    public static ProblemHttpResult? Of(ImportReport report, bool dryRun) => report.Counts switch
    {
        _ when dryRun => null,
        { Refused: > 0 } => TypedResults.Problem(
            $"Nothing was written: {report.Counts.Refused} of {report.Items.Count} cannot be imported.",
            statusCode: StatusCodes.Status400BadRequest,
            extensions: new Dictionary<string, object?> { ["errors"] = Errors(report), ["report"] = report }),
        { Conflicts: > 0 } => TypedResults.Problem(
            $"{report.Counts.Conflicts} were not written, because someone else saved first; all others were. Import again to continue.",
            statusCode: StatusCodes.Status409Conflict,
            extensions: new Dictionary<string, object?> { ["report"] = report }),
        _ => null,
    };

    private static Dictionary<string, string[]> Errors(ImportReport report) => report.Items
        .SelectMany(item => item.Problems.Select(problem => (Path: PathOf(item, problem), problem.Message)))
        .Take(MaxErrors)
        .GroupBy(problem => problem.Path)
        .ToDictionary(problem => problem.Key, problem => problem.Select(each => each.Message).ToArray());

    // Of a row of a CSV file it is in words already, with the config.
    private static string PathOf(ImportItem item, Problem problem) =>
        CsvProblems.IsInWords(problem) ? problem.Path : $"{PathOf(item)}.{problem.Path}".TrimEnd('.');

    private static string PathOf(ImportItem item) => item.Kind switch
    {
        _ when item.Id == "" => item.Kind,
        "config" => $"configs.{item.Id}",
        "alias" => $"aliases.{item.Id}",
        var kind => $"{kind}s.{item.Id}",
    };
}
