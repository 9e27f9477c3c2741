using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Phones;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Lists;

/// <summary>/api/lists/{id}/entries: page through entries, look one up, change one or several.</summary>
internal static class EntriesEndpoints
{
    public static void MapEntries(this RouteGroupBuilder entries)
    {
        entries.MapGet("/", List).WithName("ListEntries").Needs(Right.View, ResourceKind.List)
            .WithSummary("Lists entries by key, one page at a time. With format=csv or Accept: text/csv the answer is a file.")
            .Produces<EntryPage>(StatusCodes.Status200OK, "application/json", EntriesFile.ContentType);
        entries.MapPost("/", Paste).WithName("PasteEntries").Needs(Right.EditValues, ResourceKind.List)
            .WithSummary("Checks several entries. With dryRun=false it also writes the entries that are not refused.")
            .Accepts<PasteBody>("application/json", EntriesFile.ContentType)
            .WithMetadata(new DryRunByDefault())
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

        entries.MapGet("/{key}", Get).WithName("GetEntry").WithSummary("Reads one entry by its key.")
            .Needs(Right.View, ResourceKind.List);
        entries.MapPut("/{key}", Put).WithName("PutEntry").WithSummary("Creates an entry, or with If-Match changes it.")
            .Needs(Right.EditValues, ResourceKind.List)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        entries.MapDelete("/{key}", Delete).WithName("DeleteEntry").WithSummary("Removes an entry.").Needs(Right.EditValues, ResourceKind.List)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
    }

    private static async Task<IResult> List(
        string id, ListStore store, CallerAccess access, TimeProvider time, HttpContext http,
        string? format, string? prefix, string? after, int? limit, CancellationToken cancellationToken)
    {
        var listId = PathId.Parse(id);
        if (await store.GetAsync(listId, cancellationToken) is not { } list)
            return ApiProblems.NotFound($"There is no list {listId}.");
        var isMasked = list.Value.Keys == KeyKind.Phone && !await SeesNumbersAsync(listId, access, cancellationToken);
        var search = new EntrySearch(list, prefix, after, limit, isMasked);
        if (EntriesFile.IsWanted(http.Request, format))
            return await EntriesFile.WriteAsync(listId, search, store, http, cancellationToken);
        var (page, _) = await search.PageAsync(store, cancellationToken);
        return TypedResults.Ok(new EntryPage([.. page.Items.Select(e => EntryResponse.Of(e, time.GetUtcNow()))], isMasked, page.Next));
    }

    // A user who can change an entry must see which one it is; all other users need the right to see callers' numbers.
    private static async Task<bool> SeesNumbersAsync(ConfigId list, CallerAccess access, CancellationToken cancellationToken) =>
        await access.MayAsync(Right.SeeNumbers, AccessResource.Root, cancellationToken)
        || await access.MayAsync(Right.EditValues, AccessResource.Of(ResourceKind.List, list), cancellationToken);

    /// <param name="id">The list.</param>
    /// <param name="store">The lists.</param>
    /// <param name="writer">Writes entries.</param>
    /// <param name="http">The request.</param>
    /// <param name="dryRun">False writes; otherwise it only says what would be done.</param>
    /// <param name="columns">Of CSV: what the columns are, such as key,note,-,expires; - for one that is not read.</param>
    /// <param name="header">Of CSV: whether the first line names the columns. Left out, it does where columns are given or known names.</param>
    /// <param name="comment">Why, for the history.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private static async Task<Results<Ok<PasteResponse>, ProblemHttpResult>> Paste(
        string id, ListStore store, ListWriter writer, HttpContext http,
        bool? dryRun, string? columns, bool? header, string? comment, CancellationToken cancellationToken)
    {
        var listId = PathId.Parse(id);
        PasteRequest.RequireKnownType(http.Request);
        if (await store.GetAsync(listId, cancellationToken) is not { } list)
            return ApiProblems.NotFound($"There is no list {listId}.");
        var drafts = await PasteRequest.ReadAsync(http.Request, list.Value.Keys, EntryColumns.Parse(columns), header, cancellationToken);
        var author = Editor.Explained(http, comment);
        var lines = dryRun ?? true
            ? await writer.PlanAsync(listId, drafts, author, cancellationToken)
            : await writer.PasteAsync(listId, drafts, author, cancellationToken);
        return TypedResults.Ok(PasteResponse.Of(lines, dryRun ?? true));
    }

    private static async Task<Results<Ok<EntryResponse>, ProblemHttpResult>> Get(
        string id, string key, ListStore store, IPhoneReader phones, TimeProvider time, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var (listId, keyText) = (PathId.Parse(id), PathKey.Parse(key));
        if (await store.LookUpAsync(listId, keyText, cancellationToken) is not { } found)
            return ApiProblems.NotFound($"There is no list {listId}.");
        return found.Entries is [var entry, ..]
            ? TypedResults.Ok(EntryResponse.Of(entry, time.GetUtcNow()).Tagged(entry.Version, response))
            : ApiProblems.NotFound($"{EntryKey.Parse(found.List.Value, phones, keyText)} is not in {listId}.");
    }

    private static async Task<Results<Ok<EntryResponse>, Created<EntryResponse>>> Put(
        string id, string key, EntryBody body, ListWriter writer, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (listId, version) = (PathId.Parse(id), ETags.IfAny(http.Request));
        var draft = body.ToDraft(PathKey.Parse(key));
        var entry = await writer.PutAsync(listId, draft, version ?? 0, Editor.Explained(http, body.Comment), cancellationToken);
        var response = EntryResponse.Of(entry, time.GetUtcNow()).Tagged(entry.Version, http.Response);
        return version is null
            ? TypedResults.Created($"/api/lists/{PathId.Format(listId)}/entries/{PathKey.Format(entry.Id)}", response)
            : TypedResults.Ok(response);
    }

    private static async Task<NoContent> Delete(
        string id, string key, ListWriter writer, HttpContext http, string? comment, CancellationToken cancellationToken)
    {
        var (listId, keyText) = (PathId.Parse(id), PathKey.Parse(key));
        await writer.RemoveAsync(listId, keyText, ETags.Required(http.Request), Editor.Explained(http, comment), cancellationToken);
        return TypedResults.NoContent();
    }
}
