using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Lists;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Lists;

/// <summary>/api/lists: list, read, create, change and delete lists. Their entries are in <see cref="EntriesEndpoints"/>.</summary>
public static class ListsEndpoints
{
    public static void MapLists(this IEndpointRouteBuilder routes)
    {
        var lists = routes.MapGroup("/lists").WithTags("Lists").ProducesProblem(StatusCodes.Status400BadRequest);
        lists.MapGet("/", List).WithName("ListLists").WithSummary("Lists all lists by id.").NeedsSignIn();

        var one = lists.MapGroup("/{id}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", Get).WithName("GetList").WithSummary("Reads a list, without its entries.")
            .Needs(Right.View, ResourceKind.List);
        one.MapPost("/", Create).WithName("CreateList").WithSummary("Creates a list.").Needs(Right.Define, ResourceKind.List)
            .ProducesProblem(StatusCodes.Status409Conflict);
        one.MapPut("/", Save).WithName("SaveList").WithSummary("Saves the next version of a list.")
            .Needs(Right.Define, ResourceKind.List)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        one.MapDelete("/", Delete).WithName("DeleteList").Needs(Right.Delete, ResourceKind.List)
            .WithSummary("Deletes a list. With entries=true it also deletes the entries, which can take several requests.")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        one.MapGroup("/entries").MapEntries();
    }

    private static async Task<Ok<ListsResponse>> List(ListStore store, CallerAccess access, CancellationToken cancellationToken)
    {
        var scope = await access.ScopeAsync(Right.View, ResourceKind.List, cancellationToken);
        var lists = (await store.ListAsync(cancellationToken)).Where(list => scope.Includes(ConfigId.Parse(list.Id)));
        return TypedResults.Ok(new ListsResponse([.. lists.Select(list => ListResponse.Of(list))]));
    }

    private static async Task<Results<Ok<ListResponse>, ProblemHttpResult>> Get(
        string id, ListStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        var listId = PathId.Parse(id);
        if (await store.GetAsync(listId, cancellationToken) is not { } list)
            return ApiProblems.NotFound($"There is no list {listId}.");
        var entries = await store.CountAsync(listId, cancellationToken);
        return TypedResults.Ok(ListResponse.Of(list, entries).Tagged(list.Version, response));
    }

    private static async Task<Created<ListResponse>> Create(
        string id, ListBody body, ListStore store, HttpContext http, CancellationToken cancellationToken)
    {
        var listId = PathId.Parse(id);
        var list = await store.SaveAsync(listId, 0, body.ToHead(), Editor.Explained(http, body.Comment), cancellationToken);
        return TypedResults.Created($"/api/lists/{PathId.Format(listId)}", ListResponse.Of(list).Tagged(list.Version, http.Response));
    }

    private static async Task<Ok<ListResponse>> Save(
        string id, ListBody body, ListStore store, HttpContext http, CancellationToken cancellationToken)
    {
        var version = ETags.Required(http.Request);
        var list = await store.SaveAsync(PathId.Parse(id), version, body.ToHead(), Editor.Explained(http, body.Comment), cancellationToken);
        return TypedResults.Ok(ListResponse.Of(list).Tagged(list.Version, http.Response));
    }

    private static async Task<Results<NoContent, Accepted<ListRemainder>>> Delete(
        string id, ListDeletion deletion, HttpContext http, bool? entries, string? comment, CancellationToken cancellationToken)
    {
        var listId = PathId.Parse(id);
        var version = ETags.Required(http.Request);
        var left = await deletion.RunAsync(listId, version, entries ?? false, Editor.Explained(http, comment), cancellationToken);
        return left is null
            ? TypedResults.NoContent()
            : TypedResults.Accepted((string?)null, new ListRemainder(listId, left.Version).Tagged(left.Version, http.Response));
    }
}
