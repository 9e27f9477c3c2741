using FlowConfigs.Api.Access;
using FlowConfigs.Api.Configs;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Table;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.History;

/// <summary>/api/configs/{id}/versions, /diff and /restore: the history of a config, also of one that was deleted.</summary>
public static class VersionsEndpoints
{
    private const int MaxLimit = 100;

    public static void MapVersions(this IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/configs/{id}").WithTags("History").Needs(Right.View)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/versions", List).WithName("ListVersions")
            .WithSummary("Lists versions, newest first, with author, time, comment and changes.");
        one.MapGet("/versions/{version}", Get).WithName("GetVersion")
            .WithSummary("Reads a version, such as 5, or 5-<mark> if two Regions saved a version 5.");
        one.MapGet("/diff", Diff).WithName("DiffVersions").WithSummary("Compares two versions field by field.");
        one.MapPost("/restore", Restore).WithName("RestoreVersion").Needs(Right.EditValues)
            .WithSummary("Saves an earlier version as the next one, also of a deleted config.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Ok<VersionPage>> List(
        string id, int? before, int? limit, ConfigHistory history, CancellationToken cancellationToken)
    {
        var page = await history.ListAsync(PathId.Parse(id), before, Limits.Of(limit, 50, MaxLimit), cancellationToken);
        return page.Items is [] && before is null ? throw NotFoundException.Config(PathId.Parse(id)) : TypedResults.Ok(page);
    }

    private static async Task<Ok<Config>> Get(string id, string version, ConfigHistory history, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Restoring.ReadAsync(PathId.Parse(id), version, "version", history, cancellationToken));

    private static async Task<Ok<VersionDiff>> Diff(
        string id, string from, string to, ConfigHistory history, CancellationToken cancellationToken)
    {
        var before = await Restoring.ReadAsync(PathId.Parse(id), from, "from", history, cancellationToken);
        var after = await Restoring.ReadAsync(PathId.Parse(id), to, "to", history, cancellationToken);
        return TypedResults.Ok(new VersionDiff(before.Version, after.Version, ConfigDiff.Of(before, after)));
    }

    private static async Task<Ok<ConfigResponse>> Restore(
        string id, RestoreRequest body, [AsParameters] Saving saving, CancellationToken cancellationToken)
    {
        var configId = PathId.Parse(id);
        var wanted = await Restoring.ReadAsync(configId, body.Version, "version", saving.History, cancellationToken);
        var chain = await saving.Writer.SaveAsync(
            configId,
            // A deleted config has no version to match.
            saved => saved is null ? 0 : saving.BasedOn,
            saved => Restoring.Draft(wanted, saved, configId, body.Changes ?? false, saving.Time.GetUtcNow()),
            saving.Author(body.Comment, SaveAction.Restored),
            cancellationToken);
        return TypedResults.Ok(saving.Answer(chain));
    }
}

/// <summary>What differs between two versions.</summary>
public sealed record VersionDiff(int From, int To, IReadOnlyList<FieldChange> Changes);

/// <summary>Which version to bring back, and why.</summary>
public sealed record RestoreRequest
{
    /// <summary>Such as 5, or 5-&lt;mark&gt; where two Regions made a 5.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// Whether the version's timed changes that are not over come back too; left out, those that the config has now stay.
    /// </summary>
    public bool? Changes { get; init; }

    public string? Comment { get; init; }
}
