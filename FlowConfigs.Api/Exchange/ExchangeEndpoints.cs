using System.Text.Json;
using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Exchange;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowConfigs.Api.Exchange;

/// <summary>/api/export and /api/import: an environment as files, from one into another, and values as CSV.</summary>
public static class ExchangeEndpoints
{
    private const string Json = "application/json";
    private const string Csv = "text/csv";

    public static void MapExchange(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/export", Export).WithTags("Exchange").WithName("Export").NeedsSignIn()
            .WithSummary("Exports configs, aliases, scenarios and lists as JSON, or values as CSV (format=csv), one part at a time.")
            .Produces<ExportDocument>(StatusCodes.Status200OK, Json, Csv)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapPost("/import", Import).WithTags("Exchange").WithName("Import").NeedsEverywhere(Right.Manage)
            .WithSummary("Previews the changes of a file: an export, values as CSV, an export of flow-config, or a data table as CSV. With "
                + "dryRun=false it also writes the changes, unless one of them is refused.")
            .Accepts<ExportDocument>(Json, Csv)
            .WithMetadata(new DryRunByDefault())
            .WithMetadata(new RequestSizeLimitAttribute(Core.Exchange.Import.MaxBytes))
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
    }

    private static async Task<IResult> Export(
        Export export, CallerAccess access, string? format, string? path, string? after, bool? lists, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var scope = await access.ScopeAsync(Right.View, ResourceKind.Config, cancellationToken);
        var cursor = Cursor(after);
        var range = PathRange.Parse(path, cursor is { Phase: ExportPhase.Config } ? after : null, scope);
        switch (format ?? "json")
        {
            case "json":
                var wanted = await RangeAsync(range.Path, scope, lists, access, cancellationToken);
                var document = await export.DocumentAsync(wanted, cursor, cancellationToken);
                return TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes(document, ExchangeJson.Relaxed.ExportDocument), Json);
            case "csv":
                var (csv, next) = await export.CsvAsync(range.Path, range.After, scope, cancellationToken);
                // CSV has no place for it: RFC 8288.
                if (next is not null)
                    response.Headers.Link = $"</api/export?format=csv&path={Escaped(range.Path)}&after={Escaped(next)}>; rel=\"next\"";
                return TypedResults.Bytes(csv, $"{Csv}; charset=utf-8");
            default:
                throw new InvalidConfigException([new("format", "Must be json or csv.")]);
        }
    }

    // The keys of lists of phone numbers are masked for those who see callers' numbers masked.
    private static async Task<ExportRange> RangeAsync(
        ConfigId? path, AccessScope configs, bool? lists, CallerAccess access, CancellationToken cancellationToken)
    {
        var scenarios = await access.WhereAsync(Right.View, ResourceKind.Scenario, cancellationToken);
        var range = new ExportRange(path, configs, scenarios, await access.WhereAsync(Right.View, ResourceKind.List, cancellationToken))
        {
            SeesNumbers = await access.MayAsync(Right.SeeNumbers, AccessResource.Root, cancellationToken),
        };
        return lists is { } with ? range with { WithLists = with } : range;
    }

    private static ExportCursor? Cursor(string? after) => string.IsNullOrEmpty(after) ? null
        : ExportCursor.TryParse(after.StartsWith("list:", StringComparison.Ordinal) ? after : after.Replace('~', '/'), out var cursor, out var problem)
            ? cursor
            : throw new InvalidConfigException([new("after", problem)]);

    private static async Task<Results<Ok<ImportReport>, ProblemHttpResult>> Import(
        Import import, bool? dryRun, bool? delete, string? path, string? comment, HttpContext http, CancellationToken cancellationToken)
    {
        var request = await ImportBody.ReadAsync(http.Request, cancellationToken) with
        {
            Path = PathId.ParseOptional(path, "path"),
            Delete = delete ?? false,
            DryRun = dryRun ?? true,
        };
        var report = await import.RunAsync(request, Editor.Explained(http, comment), cancellationToken);
        return ImportProblems.Of(report, request.DryRun) is { } problem ? problem : TypedResults.Ok(report);
    }

    private static string Escaped(ConfigId? id) => Uri.EscapeDataString(id?.Value ?? "");
}
