using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Settings;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Resolving;

/// <summary>Which texts are missing, older than their source text, or differ in their placeholders.</summary>
public static class CompletenessEndpoints
{
    public static void MapCompleteness(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/completeness", List).WithTags("Completeness").WithName("ListIncomplete").NeedsSignIn()
            .WithSummary("Lists the configs with missing texts, one page at a time.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/configs/{id}/completeness", Get).WithTags("Completeness").WithName("GetCompleteness").Needs(Right.View)
            .WithSummary("Returns the state of each text of a config, by language, channel and prompt.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Completeness>, ProblemHttpResult>> Get(
        string id, ConfigStore store, SettingsStore settings, TimeProvider time, CancellationToken cancellationToken)
    {
        var configId = PathId.Parse(id);
        var chain = await store.GetChainAsync(configId, cancellationToken);
        return chain is [var config, ..] && config.Id == configId
            ? TypedResults.Ok(Completeness.Of(Chain.Of(chain, time.GetUtcNow()), await OfferedAsync(settings, cancellationToken)))
            : ApiProblems.NotFound(configId);
    }

    private static async Task<Ok<IncompletePage>> List(
        ConfigStore store, SettingsStore settings, CallerAccess access, TimeProvider time, string? path, string? after, int? limit,
        CancellationToken cancellationToken)
    {
        var scope = await access.ScopeAsync(Right.View, ResourceKind.Config, cancellationToken);
        var range = PathRange.Parse(path, after, scope);
        var search = new IncompleteSearch(store, await OfferedAsync(settings, cancellationToken), time.GetUtcNow(), scope);
        return TypedResults.Ok(await search.RunAsync(range, Limits.Of(limit, 100, IncompleteSearch.MaxLimit), cancellationToken));
    }

    private static async Task<IReadOnlyList<string>> OfferedAsync(SettingsStore settings, CancellationToken cancellationToken) =>
        [.. (await settings.GetAsync(cancellationToken)).Languages.Select(language => language.Tag)];
}
