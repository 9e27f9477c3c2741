using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Configs;

/// <summary>/api/configs/{id}/changes: values for some time. Each is a new version of the config.</summary>
public static class ChangesEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        var changes = routes.MapGroup("/configs/{id}/changes").WithTags("Timed changes").Needs(Right.EditValues)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        changes.MapPost("/", Add).WithName("AddChange").WithSummary("Adds a timed change to a config.");
        changes.MapPut("/{change}", Replace).WithName("ReplaceChange").WithSummary("Replaces a timed change.");
        changes.MapDelete("/{change}", Remove).WithName("RemoveChange").WithSummary("Ends a timed change now, or cancels it before it starts.");
    }

    private static Task<Ok<ConfigResponse>> Add(
        string id, ChangeRequest body, [AsParameters] Saving saving, CancellationToken cancellationToken) =>
        ChangeAsync(id, saved => [.. saved.Changes, body.Change.ToChange(saved, saving.Time)], body.Comment, saving, cancellationToken);

    private static Task<Ok<ConfigResponse>> Replace(
        string id, string change, ChangeRequest body, [AsParameters] Saving saving, CancellationToken cancellationToken)
    {
        var named = body.Change with { Id = change };
        return ChangeAsync(id, Replaced, body.Comment, saving, cancellationToken);

        IEnumerable<TimedChange> Replaced(Config saved)
        {
            var existing = Existing(saved, change);
            var next = named.ToChange(saved, saving.Time);
            return saved.Changes.Select(other => other == existing ? next : other);
        }
    }

    private static Task<Ok<ConfigResponse>> Remove(
        string id, string change, string? comment, [AsParameters] Saving saving, CancellationToken cancellationToken) =>
        ChangeAsync(id, saved => saved.Changes.Except([Existing(saved, change)]), comment, saving, cancellationToken);

    private static TimedChange Existing(Config saved, string change) =>
        saved.Changes.FirstOrDefault(c => c.Id == change) ?? throw new NotFoundException($"{saved.Id} has no timed change {change}.");

    private static async Task<Ok<ConfigResponse>> ChangeAsync(
        string id, Func<Config, IEnumerable<TimedChange>> change, string? comment, Saving saving, CancellationToken cancellationToken)
    {
        var chain = await saving.Writer.ChangeAsync(
            PathId.Parse(id),
            saving.BasedOn,
            saved => saved with { Changes = [.. change(saved)] },
            saving.Author(comment),
            cancellationToken);
        return TypedResults.Ok(saving.Answer(chain));
    }
}
