using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Resolving;

/// <summary>/api/live-check: reads back what the next contact gets, through getConfig itself.</summary>
public static class LiveCheckEndpoints
{
    public static void AddLiveCheck(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<FunctionOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Set(name => configuration[name]))
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<FunctionOptions>, FunctionOptionsValidator>();
        builder.Services.AddAwsClient<GetConfigFunction, FunctionOptions>(
            FunctionOptions.Service, options => options.Region, options => options.Address, GetConfigFunction.Resilience);
    }

    public static void MapLiveCheck(this IEndpointRouteBuilder routes) => routes.MapPost("/live-check", CheckAsync)
        .WithTags("Preview").WithName("CheckLive").NeedsSignIn()
        .WithSummary("Invokes getConfig for a config, as the next contact does.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Ok<LiveCheckResponse>> CheckAsync(
        LiveCheckRequest body, IServiceProvider services, CallerAccess access, TimeProvider time, CancellationToken cancellationToken)
    {
        await access.RequireAsync(Right.View, AccessResource.Config(body.Id), cancellationToken);
        var store = services.GetRequiredService<ConfigLookup>();
        await RequireAnsweringAsync(body, store, access, cancellationToken);
        var function = services.GetRequiredService<GetConfigFunction>();
        var start = time.GetTimestamp();
        var answer = function.IsKnown
            ? await function.AnswerAsync(body, cancellationToken)
            : await FromStoreAsync(body, store, time, cancellationToken);
        // The alias may point elsewhere since.
        await RequireAnsweringAsync(body, store, access, cancellationToken);
        var source = function.IsKnown ? LiveSource.GetConfig : LiveSource.Store;
        return TypedResults.Ok(new LiveCheckResponse(body.Id, source, time.GetElapsedTime(start).TotalMilliseconds, answer));
    }

    // An alias answers with another config's values, so the caller needs the right on that config too.
    private static async Task RequireAnsweringAsync(
        LiveCheckRequest asked, ConfigLookup store, CallerAccess access, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(asked.Id, [], cancellationToken) is [var answering, ..])
            await access.RequireAsync(Right.View, AccessResource.Config(answering.Config.Id), cancellationToken);
    }

    private static async Task<IReadOnlyDictionary<string, string>> FromStoreAsync(
        LiveCheckRequest asked, ConfigLookup store, TimeProvider time, CancellationToken cancellationToken) =>
        await store.FindAsync(asked.Id, [], cancellationToken) is { Count: > 0 } found
            ? FlowAnswer.Of(Resolver.Resolve(
                Chain.Of([.. found.Select(stored => stored.Config)], time.GetUtcNow()), asked.Language, Channels.Parse(asked.Channel)))
            : FlowAnswer.Unknown;
}
