using FlowConfigs.Api.Access;
using FlowConfigs.Api.History;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.History;
using FlowConfigs.Core.Saving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Resolving;

/// <summary>/api/preview: what callers get, and what a change would do; and who overrides a key.</summary>
public static class PreviewEndpoints
{
    private const int MaxLimit = 100;

    public static void MapPreview(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/preview", Preview).WithTags("Preview").WithName("Preview").NeedsSignIn()
            .WithSummary("Returns the answer to a contact flow for a saved or unsaved config, by language, channel and time, with the reason for each value.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/configs/{id}/overrides/{key}", Overrides).WithTags("Configs").WithName("ListOverrides").Needs(Right.View)
            .WithSummary("Lists the configs below that override a key, with their values.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Ok<PreviewResponse>> Preview(
        PreviewRequest body, ConfigStore store, ConfigCheck check, ConfigHistory history, CallerAccess access, TimeProvider time,
        CancellationToken cancellationToken)
    {
        await access.RequireAsync(Right.View, AccessResource.Config(body.Id), cancellationToken);
        var chain = await store.GetChainAsync(body.Id, cancellationToken);
        var saved = chain.FirstOrDefault(config => config.Id == body.Id);
        var at = body.Instant() ?? time.GetUtcNow();
        if (body is { Config: null, Version: null })
        {
            return saved is null
                ? throw NotFoundException.Config(body.Id)
                : TypedResults.Ok(PreviewResponse.Of(chain, body, at, time.GetUtcNow()));
        }

        var draft = body.Config?.ToConfig(body.Id, saved?.Version ?? 0, saved, time)
            ?? Restoring.Draft(
                await Restoring.ReadAsync(body.Id, body.Version!, "version", history, cancellationToken),
                saved, body.Id, body.Changes ?? false, time.GetUtcNow());
        IReadOnlyList<Config> parents = [.. chain.Where(config => config != saved)];
        var (config, problems, warnings) = await check.TryCheckAsync(draft, saved, parents, cancellationToken);
        IReadOnlyList<Config> changed = [config, .. parents];
        return TypedResults.Ok(PreviewResponse.Of(changed, body, at, time.GetUtcNow()) with
        {
            Problems = problems,
            Warnings = warnings,
            Now = saved is null ? null : PreviewResponse.ValuesOf(chain, body, at),
            Effects = await EffectsAsync(chain, changed, at, store, cancellationToken),
        });
    }

    private static async Task<IReadOnlyList<Effect>> EffectsAsync(
        IReadOnlyList<Config> before, IReadOnlyList<Config> after, DateTimeOffset at, ConfigStore store,
        CancellationToken cancellationToken)
    {
        var keys = Effect.ChangedKeys(before, after, at);
        if (keys is [])
            return [];
        var below = await store.ListBelowAsync(after[0].Id, cancellationToken).ToListAsync(cancellationToken);
        return Effect.Of(keys, at, after, below);
    }

    private static async Task<Ok<OverridePage>> Overrides(
        string id, string key, string? after, int? limit, ConfigsBelow below, CancellationToken cancellationToken)
    {
        var configId = PathId.Parse(id);
        var start = PathId.ParseOptional(after, "after");
        if (start?.IsBelow(configId) == false)
            throw new InvalidConfigException([new("after", $"Must be the last id of the previous page, below {configId}.")]);
        var most = Limits.Of(limit, MaxLimit, MaxLimit);
        return TypedResults.Ok(await below.ListOverridesAsync(configId, key, start, most, cancellationToken));
    }
}
