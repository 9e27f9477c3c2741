using System.Globalization;
using FlowConfigs.Api.Access;
using FlowConfigs.Api.Configs;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
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
            .WithSummary("Lists versions, the newest first: who, when, why and what.");
        one.MapGet("/versions/{version}", Get).WithName("GetVersion")
            .WithSummary("Reads a version, such as 5, or 5-<mark> where two Regions made a 5.");
        one.MapGet("/diff", Diff).WithName("DiffVersions").WithSummary("Compares two versions field by field.");
        one.MapPost("/restore", Restore).WithName("RestoreVersion").Needs(Right.EditValues)
            .WithSummary("Saves an earlier version as the next one; brings a deleted config back.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Ok<VersionPage>> List(
        string id, int? before, int? limit, ConfigHistory history, CancellationToken cancellationToken)
    {
        var page = await history.ListAsync(PathId.Parse(id), before, Limits.Of(limit, 50, MaxLimit), cancellationToken);
        return page.Items is [] && before is null ? throw NothingThereException.Config(PathId.Parse(id)) : TypedResults.Ok(page);
    }

    private static async Task<Ok<Config>> Get(string id, string version, ConfigHistory history, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ReadAsync(PathId.Parse(id), version, "version", history, cancellationToken));

    private static async Task<Ok<VersionDiff>> Diff(
        string id, string from, string to, ConfigHistory history, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(PathId.Parse(id), from, "from", history, cancellationToken);
        var after = await ReadAsync(PathId.Parse(id), to, "to", history, cancellationToken);
        return TypedResults.Ok(new VersionDiff(before.Version, after.Version, ConfigDiff.Of(before, after)));
    }

    private static async Task<Ok<ConfigResponse>> Restore(
        string id, RestoreRequest body, ConfigStore store, CallerAccess access, [AsParameters] Saving saving,
        CancellationToken cancellationToken)
    {
        var configId = PathId.Parse(id);
        var current = await store.GetAsync(configId, cancellationToken);
        // A deleted config has no version to match; the save fails should somebody have made it again meanwhile.
        var based = current is null ? 0 : saving.BasedOn;
        var wanted = await ReadAsync(configId, body.Version, "version", saving.History, cancellationToken);
        var draft = wanted with { Id = configId, Version = based };
        if (current is null)
            await access.RequireAsync(Right.Define, AccessResource.Config(configId), cancellationToken);
        else
            await access.RequireSaveAsync(current, draft, cancellationToken);
        var chain = await saving.Writer.WriteAsync(draft, saving.Author(body.Comment, SaveAction.Restored), cancellationToken);
        return TypedResults.Ok(saving.Answer(chain));
    }

    private static async Task<Config> ReadAsync(
        ConfigId id, string version, string parameter, ConfigHistory history, CancellationToken cancellationToken)
    {
        var parts = version.Split('-', 2);
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or int.MaxValue)
            throw new InvalidConfigException([new(parameter, "Must be a version such as 5.")]);
        return await history.GetAsync(id, number, parts.ElementAtOrDefault(1), cancellationToken)
            ?? throw new NothingThereException($"{id} has no version {version}.");
    }
}

/// <summary>What differs between two versions.</summary>
public sealed record VersionDiff(int From, int To, IReadOnlyList<FieldChange> Changes);

/// <summary>Which version to bring back, and why.</summary>
public sealed record RestoreRequest
{
    /// <summary>Such as 5, or 5-&lt;mark&gt; where two Regions made a 5.</summary>
    public required string Version { get; init; }

    public string? Comment { get; init; }
}
