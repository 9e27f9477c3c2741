using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Aliases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Aliases;

/// <summary>/api/aliases: other ids under which flows find a config.</summary>
public static class AliasesEndpoints
{
    private const int MaxLimit = 1000;

    public static void MapAliases(this IEndpointRouteBuilder routes)
    {
        var aliases = routes.MapGroup("/aliases").WithTags("Aliases").ProducesProblem(StatusCodes.Status400BadRequest);
        aliases.MapGet("/", List).WithName("ListAliases").WithSummary("Lists aliases by id, one page at a time, or all aliases of one config.")
            .NeedsSignIn();

        var one = aliases.MapGroup("/{id}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", Get).WithName("GetAlias").WithSummary("Reads an alias.").NeedsSignIn();
        one.MapPut("/", Save).WithName("SaveAlias").WithSummary("Creates an alias, or with If-Match points it at another config.")
            .Needs(Right.Define)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        one.MapDelete("/", Delete).WithName("DeleteAlias").WithSummary("Deletes an alias. The config stays.").Needs(Right.Define)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<Ok<AliasPage>> List(
        AliasStore store, CallerAccess access, string? target, string? after, int? limit, CancellationToken cancellationToken)
    {
        var scope = await access.ScopeAsync(Right.View, ResourceKind.Config, cancellationToken);
        var (config, last) = (PathId.ParseOptional(target, "target"), PathId.ParseOptional(after, "after"));
        var most = Limits.Of(limit, 100, MaxLimit);
        if (config is null)
            return TypedResults.Ok(await store.ListAsync(last, most, scope, cancellationToken));

        await access.RequireAsync(Right.View, AccessResource.Config(config), cancellationToken);
        var found = await store.OfAsync(config, cancellationToken);
        return TypedResults.Ok(new AliasPage([.. found.Select(alias => new AliasSummary(alias, config))], null));
    }

    private static async Task<Results<Ok<AliasResponse>, ProblemHttpResult>> Get(
        string id, AliasStore store, CallerAccess access, HttpResponse response, CancellationToken cancellationToken)
    {
        var alias = PathId.Parse(id);
        var stored = await store.GetAsync(alias, cancellationToken);
        await access.RequireAsync(Right.View, AccessResource.Config(stored?.Value.Target ?? alias), cancellationToken);
        return stored is null ? ApiProblems.NotFound("alias", alias) : TypedResults.Ok(AliasResponse.Of(stored, response));
    }

    private static async Task<Results<Ok<AliasResponse>, Created<AliasResponse>>> Save(
        string id, AliasBody body, AliasStore store, HttpContext http, CancellationToken cancellationToken)
    {
        var version = ETags.IfAny(http.Request) ?? 0;
        var alias = version == 0 && !body.AsWritten ? AliasId.ParseNew(id) : PathId.Parse(id);
        var target = PathId.ParseText(body.Target, "target");
        var stored = await store.SaveAsync(alias, version, target, Editor.Explained(http, body.Comment), cancellationToken);
        var answer = AliasResponse.Of(stored, http.Response);
        return version == 0 ? TypedResults.Created($"/api/aliases/{PathId.Format(alias)}", answer) : TypedResults.Ok(answer);
    }

    private static async Task<NoContent> Delete(
        string id, AliasStore store, HttpContext http, string? comment, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(PathId.Parse(id), ETags.Required(http.Request), Editor.Explained(http, comment), cancellationToken);
        return TypedResults.NoContent();
    }
}
