using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>What the resources are doing: now, once they are healthy, and live.</summary>
internal static class ResourceEndpoints
{
    private const int DefaultTimeout = 60;
    private const int LongestTimeout = 600;

    /// <summary>Changes that come closer together than this are sent as one: a starting system has many.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(100);

    public static void MapResources(this IEndpointRouteBuilder app, IResourceBoard board)
    {
        app.MapGet("/api/resources", (HttpContext context, IHostApplicationLifetime lifetime, string? wait, string? timeout) =>
            ListAsync(board, context, lifetime, wait, timeout));

        app.MapGet("/api/resources/{name}", (string name) =>
            board.Find(name) is { } resource
                ? Results.Json(new SecretMask(board.Resources).Apply(resource), DashboardJson.Readable.ResourceView)
                : Problems.NoResource(name, board));

        app.MapGet("/api/resources/stream", (HttpContext context, IHostApplicationLifetime lifetime) =>
            ChangeStream.RunAsync(context, lifetime, Calm, board.WatchAsync, (stream, stop) =>
                stream.SendAsync("resources", Masked(board), DashboardJson.Readable.ResourceViewArray, stop)));
    }

    public static ResourceView? Find(this IResourceBoard board, string name) =>
        board.Resources.FirstOrDefault(resource => resource.Name == name);

    /// <summary>Fires when the client goes away or the dashboard stops: Kestrel would wait for an open stream.</summary>
    public static CancellationTokenSource UntilGone(this HttpContext context, IHostApplicationLifetime lifetime) =>
        CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);

    private static async Task<IResult> ListAsync(
        IResourceBoard board, HttpContext context, IHostApplicationLifetime lifetime, string? wait, string? timeout)
    {
        if (wait is not (null or "healthy"))
            return Problems.BadRequest($"wait={wait} is unknown; the only one is wait=healthy.");
        var seconds = DefaultTimeout;
        if (timeout is not null && (!int.TryParse(timeout, out seconds) || seconds is < 1 or > LongestTimeout))
            return Problems.BadRequest($"timeout={timeout} is not a number of seconds from 1 to {LongestTimeout}.");

        if (wait is not null)
        {
            using var gone = context.UntilGone(lifetime);
            if (await WaitUntilHealthyAsync(board, seconds, gone.Token) is { } problem)
                return problem;
        }

        // Scripts may wait for the system without the token; what only its owner may see is not for them.
        var views = Masked(board);
        return Results.Json(
            context.IsSignedIn() ? views : [.. views.Select(view => view with { Environment = [] })],
            DashboardJson.Readable.ResourceViewArray);
    }

    /// <summary>Null once every resource is ready; 503 as soon as one has failed for good; 504 when the time is over.</summary>
    private static async Task<IResult?> WaitUntilHealthyAsync(IResourceBoard board, int seconds, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            await foreach (var _ in board.WatchAsync(limit.Token))
            {
                if (Levels(ReadinessLevel.Failed) is { Length: > 0 } failed)
                    return Problems.Unhealthy(StatusCodes.Status503ServiceUnavailable, "A resource has failed", failed);
                if (Levels(ReadinessLevel.NotYet) is [])
                    return null;
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
        }

        var late = Levels(ReadinessLevel.NotYet);
        if (cancellationToken.IsCancellationRequested)
            return Problems.Unhealthy(StatusCodes.Status503ServiceUnavailable, "The AppHost is stopping", late);
        return late.Length > 0
            ? Problems.Unhealthy(StatusCodes.Status504GatewayTimeout, $"Not everything is healthy after {seconds} s", late)
            : null;

        ResourceView[] Levels(ReadinessLevel level) => [.. Masked(board).Where(resource => Readiness.Of(resource) == level)];
    }

    private static ResourceView[] Masked(IResourceBoard board)
    {
        var resources = board.Resources;
        var mask = new SecretMask(resources);
        return [.. resources.Select(mask.Apply)];
    }
}
