using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Calls;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Calls;

/// <summary>/api/calls: who called for vanity numbers.</summary>
public static class CallsEndpoints
{
    private const int DefaultLimit = 5;

    public static void MapCalls(this IEndpointRouteBuilder routes) => routes.MapGet("/calls", List)
        .WithTags("Calls").WithName("ListCalls").NeedsEverywhere(Right.ViewCalls)
        .WithSummary("Lists calls for vanity numbers, newest first. Numbers are masked without the SeeNumbers right.")
        .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <param name="store">The calls.</param>
    /// <param name="access">What the caller may see.</param>
    /// <param name="before">The page before's next.</param>
    /// <param name="limit">1–100; 5 when left out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    private static async Task<Ok<CallsResponse>> List(
        CallStore store, CallerAccess access, string? before, int? limit, CancellationToken cancellationToken)
    {
        var most = Limits.Of(limit, DefaultLimit, CallStore.MaxPage);
        var cursor = Limits.Before(before);
        var isMasked = !await access.MayAsync(Right.SeeNumbers, AccessResource.Root, cancellationToken);
        var page = await store.ListAsync(cursor, most, cancellationToken);
        return TypedResults.Ok(new CallsResponse(
            [.. page.Items.Select(call => isMasked ? CallResponse.Masked(call) : CallResponse.Of(call))], isMasked, page.Next));
    }
}
