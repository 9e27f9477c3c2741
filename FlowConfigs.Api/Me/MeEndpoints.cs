using FlowConfigs.Api.Access;
using FlowConfigs.Api.Speech;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Me;

/// <summary>
/// /api/me: who the caller is and what they may do where, so that the screens offer no more; the API decides all the same.
/// /api/public-settings: how to sign in.
/// </summary>
public static class MeEndpoints
{
    private static readonly Right[] OnAny = [Right.View, Right.EditValues, Right.Define, Right.Delete];
    private static readonly Right[] OnScenarios = [.. OnAny, Right.Activate];
    private static readonly Right[] OnRoot = [.. OnScenarios, Right.Manage, Right.ViewCalls, Right.SeeNumbers];

    public static void MapMe(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/me", Me).WithTags("Sign-in").WithName("GetMe").NeedsSignIn()
            .WithSummary("Says who the caller is and what they may do where.");
        routes.MapGet("/public-settings", PublicSettings).WithTags("Sign-in").WithName("GetPublicSettings").Open()
            .WithSummary("Says what the web app must know before anybody signs in.");
    }

    private static async Task<Ok<Me>> Me(CallerAccess access, IOptions<SpeechOptions> speech, CancellationToken cancellationToken)
    {
        var paths = access.Caller.Paths.Select(path => ConfigId.TryParse(path, out var id, out _) ? id : null).OfType<ConfigId>().ToList();
        AccessQuestion[] questions =
        [
            .. OnRoot.Select(right => new AccessQuestion(right, AccessResource.Root)),
            .. paths.SelectMany(Questions),
        ];
        var allowed = await access.AllowedAsync(questions, cancellationToken);
        var everywhere = Rights(AccessResource.Root, OnRoot);
        MyRights[] places =
        [
            new(AccessResource.RootPath, everywhere, everywhere, everywhere),
            .. paths.Select(id => new MyRights(
                id.Value,
                Rights(AccessResource.Of(ResourceKind.Config, id), OnAny),
                Rights(AccessResource.Of(ResourceKind.List, id), OnAny),
                Rights(AccessResource.Of(ResourceKind.Scenario, id), OnScenarios))),
        ];
        return TypedResults.Ok(new Me(access.Caller.Email, [.. places.Where(place => place.IsAny)], speech.Value.IsOn));

        IReadOnlyList<Right> Rights(AccessResource resource, Right[] rights) =>
            [.. rights.Where(right => allowed.Contains(new(right, resource)))];
    }

    private static Ok<PublicSettings> PublicSettings(IOptions<SignInOptions> options) => TypedResults.Ok(new PublicSettings(
        options.Value is { IsOn: true } on ? new(on.Issuer!, on.UserPool, on.Client, on.SignInUrl, on.Provider) : null));

    private static IEnumerable<AccessQuestion> Questions(ConfigId id) =>
    [
        .. OnAny.Select(right => new AccessQuestion(right, AccessResource.Of(ResourceKind.Config, id))),
        .. OnAny.Select(right => new AccessQuestion(right, AccessResource.Of(ResourceKind.List, id))),
        .. OnScenarios.Select(right => new AccessQuestion(right, AccessResource.Of(ResourceKind.Scenario, id))),
    ];
}

/// <summary>Who the caller is.</summary>
/// <param name="Email">The e-mail address, under which their changes are recorded.</param>
/// <param name="Rights">What they may do where; a right on a path holds below it too.</param>
/// <param name="Speech">Whether /api/speech reads texts aloud with Amazon Polly.</param>
public sealed record Me(string Email, IReadOnlyList<MyRights> Rights, bool Speech);

/// <summary>What somebody may do on a path and below.</summary>
/// <param name="Path">The path; / is everything.</param>
/// <param name="Configs">With configs.</param>
/// <param name="Lists">With lists.</param>
/// <param name="Scenarios">With scenarios.</param>
public sealed record MyRights(
    string Path, IReadOnlyList<Right> Configs, IReadOnlyList<Right> Lists, IReadOnlyList<Right> Scenarios)
{
    internal bool IsAny => Configs.Count + Lists.Count + Scenarios.Count > 0;
}

/// <summary>What the web app must know before anybody signs in.</summary>
/// <param name="SignIn">How to sign in; null where nobody has to.</param>
public sealed record PublicSettings(SignInSettings? SignIn);

/// <summary>The user pool that the web app signs in with.</summary>
/// <param name="Issuer">Its address.</param>
/// <param name="UserPool">Its id.</param>
/// <param name="Client">The app client.</param>
/// <param name="Url">Where its pages are.</param>
/// <param name="Provider">Its name for the provider that Amazon Connect signs in with.</param>
public sealed record SignInSettings(string Issuer, string UserPool, string Client, string? Url, string Provider);
