using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.History;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Configs;

/// <summary>/api/configs: list, read, create and change configs.</summary>
public static class ConfigsEndpoints
{
    /// <summary>How far back a read of a config looks for versions that another Region overruled.</summary>
    private const int LatestVersions = 10;

    public static void MapConfigs(this IEndpointRouteBuilder routes)
    {
        var configs = routes.MapGroup("/configs").WithTags("Configs").ProducesProblem(StatusCodes.Status400BadRequest);
        configs.MapGet("/", List).WithName("ListConfigs").WithSummary("Lists configs by id, one page at a time.").NeedsSignIn();
        routes.MapGet("/texts", FindText).WithTags("Configs").WithName("FindText").NeedsSignIn()
            .WithSummary("Finds configs by words in their prompts and text values, one page at a time, with the places.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

        var one = configs.MapGroup("/{id}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", Get).WithName("GetConfig").WithSummary("Reads a config and what it inherits.").Needs(Right.View);
        one.MapPost("/", Create).WithName("CreateConfig").WithSummary("Creates a config.").Needs(Right.Define)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        one.MapPut("/", Save).WithName("SaveConfig").WithSummary("Saves the next version of a config.").Needs(Right.EditValues)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Ok<ConfigPage>> List(
        ConfigStore store, CallerAccess access, string? text, string? path, string? after, int? limit, CancellationToken cancellationToken)
    {
        var scope = await access.ScopeAsync(Right.View, ResourceKind.Config, cancellationToken);
        var search = new ConfigSearch(text, PathRange.Parse(path, after, scope), limit, scope);
        return TypedResults.Ok(await search.RunAsync(store, cancellationToken));
    }

    private static async Task<Ok<TextPage>> FindText(
        ConfigStore store, CallerAccess access, string? text, string? path, string? after, CancellationToken cancellationToken)
    {
        var search = new TextSearch(text);
        var scope = await access.ScopeAsync(Right.View, ResourceKind.Config, cancellationToken);
        return TypedResults.Ok(await search.RunAsync(store, PathRange.Parse(path, after, scope), scope, cancellationToken));
    }

    private static async Task<Results<Ok<ConfigResponse>, ProblemHttpResult>> Get(
        string id, ConfigStore store, ConfigHistory history, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var configId = PathId.Parse(id);
        var chain = await store.GetChainAsync(configId, cancellationToken);
        if (chain is not [var config, ..] || config.Id != configId)
            return ApiProblems.NotFound(configId);
        var latest = await history.ListAsync(configId, null, LatestVersions, cancellationToken);
        return TypedResults.Ok(ConfigResponse.Of(chain, time.GetUtcNow()).Tagged(response) with
        {
            Overruled = [.. latest.Items.Where(version => version.Link == VersionLink.Overruled)],
        });
    }

    private static async Task<Results<Created<ConfigResponse>, ProblemHttpResult>> Create(
        string id, ConfigBody body, [AsParameters] Saving saving, CancellationToken cancellationToken)
    {
        var draft = body.ToConfig(PathId.Parse(id), 0, null, saving.Time);
        var chain = await saving.Writer.WriteAsync(draft, saving.Author(body.Comment), cancellationToken);
        return TypedResults.Created($"/api/configs/{PathId.Format(draft.Id)}", saving.Answer(chain));
    }

    private static async Task<Results<Ok<ConfigResponse>, ProblemHttpResult>> Save(
        string id, ConfigBody body, [AsParameters] Saving saving, CancellationToken cancellationToken)
    {
        var (configId, version) = (PathId.Parse(id), saving.BasedOn);
        var author = saving.Author(body.Comment) with { Merges = body.Merges };
        var chain = await saving.History.CompareOnConflictAsync(
            version, Draft, () => saving.Writer.ChangeAsync(configId, version, Draft, author, cancellationToken), cancellationToken);
        return TypedResults.Ok(saving.Answer(chain));

        Config Draft(Config? saved) => body.ToConfig(configId, version, saved, saving.Time);
    }
}
