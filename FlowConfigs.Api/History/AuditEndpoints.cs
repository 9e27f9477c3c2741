using System.Globalization;
using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Phones;
using FlowConfigs.Core.Table;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.History;

/// <summary>/api/audit: every change to anything, by time.</summary>
public static class AuditEndpoints
{
    private const int MaxLimit = 1000;

    public static void MapAudit(this IEndpointRouteBuilder routes) => routes.MapGet("/audit", List)
        .WithTags("History").WithName("ListAudit").NeedsSignIn().WithSummary("Lists all changes, newest first.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <param name="audit">The audit.</param>
    /// <param name="access">What the caller may see.</param>
    /// <param name="kind">config, list, scenario, alias or settings.</param>
    /// <param name="path">An id, with everything below it.</param>
    /// <param name="by">Who.</param>
    /// <param name="since">Not before this instant, with an offset.</param>
    /// <param name="before">The page before's next.</param>
    /// <param name="limit">1–1,000; 100 when left out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private static async Task<Ok<AuditPage>> List(
        AuditLog audit, CallerAccess access, string? kind, string? path, string? by, string? since, string? before, int? limit,
        CancellationToken cancellationToken)
    {
        var scope = await access.ScopeAsync(Right.View, ResourceKind.Config, cancellationToken);
        var filter = new AuditFilter(kind, PathId.ParseOptional(path, "path"), by, Since(since)) { MaySee = entry => MaySee(scope, entry) };
        var page = await audit.ListAsync(filter, Limits.Before(before), Limits.Of(limit, 100, MaxLimit), cancellationToken);
        var seesNumbers = await access.MayAsync(Right.SeeNumbers, AccessResource.Root, cancellationToken);
        return TypedResults.Ok(seesNumbers ? page : page with { Items = [.. page.Items.Select(Masked)] });
    }

    // The changes of a list's entries name their keys.
    private static AuditEntry Masked(AuditEntry entry) => entry.Kind != "list" ? entry : entry with
    {
        Changes = [.. entry.Changes.Select(change => new FieldChange(
            MaskedNumber.In(change.Path), Masked(change.Before), Masked(change.After)))],
    };

    private static string? Masked(string? text) => text is null ? null : MaskedNumber.In(text);

    // A path holds for what has an id of that path: configs, lists and scenarios, and a scenario is seen only with all configs that it
    // reaches. Aliases and settings belong to all users, not to a path.
    private static bool MaySee(AccessScope scope, AuditEntry entry) =>
        scope.IsEverything
        || (entry.Kind is "config" or "list" or "scenario" && ConfigId.TryParse(entry.Id, out var id, out _) && scope.Includes(id)
            && (entry.Kind != "scenario" || entry.Reaches?.All(scope.Includes) == true));

    private static DateTimeOffset? Since(string? since) => since is null ? null
        : DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant
        : throw new InvalidConfigException([new("since", "Must be a time such as 2026-03-08T17:00Z.")]);
}
