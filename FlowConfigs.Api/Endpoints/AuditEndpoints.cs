using System.Globalization;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Endpoints;

/// <summary>/api/audit: every change to anything, by time.</summary>
public static class AuditEndpoints
{
    private const int MaxLimit = 1000;

    public static void MapAudit(this IEndpointRouteBuilder routes) => routes.MapGet("/audit", List)
        .WithTags("History").WithName("ListAudit").WithSummary("Lists every change to anything, the newest first.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <param name="audit">The audit.</param>
    /// <param name="kind">config, list, scenario, alias or settings.</param>
    /// <param name="path">An id, with everything below it.</param>
    /// <param name="by">Who.</param>
    /// <param name="since">Not before this instant, with an offset.</param>
    /// <param name="before">The page before's next.</param>
    /// <param name="limit">1–1,000; 100 when left out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private static async Task<Ok<AuditPage>> List(
        AuditLog audit, string? kind, string? path, string? by, string? since, string? before, int? limit,
        CancellationToken cancellationToken)
    {
        var filter = new AuditFilter(kind, PathId.ParseOptional(path, "path"), by, Since(since));
        return TypedResults.Ok(await audit.ListAsync(filter, before, Limits.Of(limit, 100, MaxLimit), cancellationToken));
    }

    private static DateTimeOffset? Since(string? since) => since is null ? null
        : DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
        : throw new InvalidConfigException([new("since", "Must be a time such as 2026-03-08T17:00Z.")]);
}
