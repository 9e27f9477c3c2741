using FlowConfigs.Core.Access;

namespace FlowConfigs.Api.Access;

/// <summary>What a route asks of its caller. Every route says it; one that does not is refused.</summary>
/// <param name="Right">The right; null where it is enough to be signed in, or not even that is needed.</param>
/// <param name="Kind">On what: the one whose id is in the route, or everything where that is <see cref="ResourceKind.Root"/>.</param>
/// <param name="IsOpen">Whether a client can call the route without signing in.</param>
internal sealed record Need(Right? Right, ResourceKind Kind, bool IsOpen = false);

internal static class NeedsOfRoutes
{
    /// <summary>The caller needs a right on what the route's id names.</summary>
    public static T Needs<T>(this T route, Right right, ResourceKind kind = ResourceKind.Config) where T : IEndpointConventionBuilder =>
        route.WithMetadata(new Need(right, kind));

    /// <summary>The caller needs a right on everything.</summary>
    public static T NeedsEverywhere<T>(this T route, Right right) where T : IEndpointConventionBuilder =>
        route.WithMetadata(new Need(right, ResourceKind.Root));

    /// <summary>The caller must be signed in; the endpoint asks <see cref="CallerAccess"/> for more, or filters by it.</summary>
    public static T NeedsSignIn<T>(this T route) where T : IEndpointConventionBuilder =>
        route.WithMetadata(new Need(null, ResourceKind.Root));

    /// <summary>Any client can call the route, without signing in.</summary>
    public static T Open<T>(this T route) where T : IEndpointConventionBuilder =>
        route.WithMetadata(new Need(null, ResourceKind.Root, IsOpen: true));
}
