using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Table;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Configs;

/// <summary>/api/configs/{id}: clone, move and delete a config, with those below it where that is said.</summary>
public static class ConfigMovesEndpoints
{
    public static void MapConfigMoves(this IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/configs/{id}").WithTags("Configs")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        one.MapPost("/clone", Clone).WithName("CloneConfig").WithSummary("Copies a config to a new id.")
            .Needs(Right.View)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        one.MapPost("/move", Move).WithName("MoveConfig").Needs(Right.Delete).WithSummary("Moves a config with its history to another id.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        one.MapDelete("/", Delete).WithName("DeleteConfig").Needs(Right.Delete)
            .WithSummary("Deletes a config. With children=true and aliases=true it also deletes the configs below it and the aliases that point to it.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Results<Created<ConfigResponse>, ProblemHttpResult>> Clone(
        string id, CloneBody body, ConfigStore store, [AsParameters] Saving saving, CancellationToken cancellationToken)
    {
        var configId = PathId.Parse(id);
        if (await store.GetAsync(configId, cancellationToken) is not { } source)
            return ApiProblems.NotFound(configId);
        var clone = body.CloneOf(source);
        var chain = await saving.Writer.WriteAsync(clone, saving.Author(body.Comment, SaveAction.Cloned), cancellationToken);
        return TypedResults.Created($"/api/configs/{PathId.Format(clone.Id)}", saving.Answer(chain));
    }

    private static async Task<Ok<MovedResponse>> Move(
        string id, MoveBody body, ConfigMoves moves, ScenarioStore scenarios, CallerAccess access, HttpContext http,
        CancellationToken cancellationToken)
    {
        var move = body.ToMove(PathId.Parse(id), ETags.Required(http.Request));
        var moved = await moves.MoveAsync(move, Editor.Explained(http, body.Comment), cancellationToken);
        ETags.Tag(http.Response, moved.Config.Version);
        // Only the scenarios that the caller can see: a scenario's name is part of the scenario.
        var own = await access.ScopeAsync(Right.View, ResourceKind.Scenario, cancellationToken);
        var configs = await access.ScopeAsync(Right.View, ResourceKind.Config, cancellationToken);
        var naming = (await scenarios.ListAsync(cancellationToken))
            .Where(scenario => scenario.Value.Values.Keys.Any(config => config == move.From || config.IsBelow(move.From)))
            .Where(scenario => own.Includes(ConfigId.Parse(scenario.Id)) && scenario.Value.Reached().All(configs.Includes));
        return TypedResults.Ok(new MovedResponse(
            moved.Config.Id, moved.Config.Version, moved.Configs, moved.UnusedKeys, [.. naming.Select(scenario => scenario.Id)]));
    }

    private static async Task<Results<NoContent, Ok<ConfigsDeleted>, ProblemHttpResult>> Delete(
        string id,
        ConfigDeletes deletes,
        HttpContext http,
        string? comment,
        bool? children,
        bool? aliases,
        CancellationToken cancellationToken)
    {
        var (configId, version) = (PathId.Parse(id), ETags.Required(http.Request));
        var with = new DeleteWith(children ?? false, aliases ?? false);
        var author = Editor.Explained(http, comment);
        if (await deletes.DeleteAsync(configId, version, with, author, cancellationToken) is not { } deleted)
            return ApiProblems.NotFound(configId);
        return with is { Children: false, Aliases: false } ? TypedResults.NoContent() : TypedResults.Ok(deleted);
    }
}
