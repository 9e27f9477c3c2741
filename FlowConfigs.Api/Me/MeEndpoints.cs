using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Api.Speech;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Me;

/// <summary>
/// /api/me: who the caller is and what they may do where, so that the screens offer no more; the API decides all the same.
/// /api/public-settings: how to sign in. /api/functions: what contact flows invoke.
/// </summary>
public static class MeEndpoints
{
    private static readonly Right[] OnAny = [Right.View, Right.EditValues, Right.Define, Right.Delete];
    private static readonly Right[] OnScenarios = [.. OnAny, Right.Activate];
    private static readonly Right[] OnRoot =
        [.. OnScenarios, Right.Manage, Right.ViewCalls, Right.SeeNumbers, Right.ViewCalendar, Right.ViewMail, Right.SendMail];

    public static void MapMe(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/me", Me).WithTags("Sign-in").WithName("GetMe").NeedsSignIn()
            .WithSummary("Returns the caller's email address and rights, by path.");
        routes.MapGet("/public-settings", PublicSettings).WithTags("Sign-in").WithName("GetPublicSettings").Open()
            .WithSummary("Returns the settings that the web app needs before sign-in.");
        routes.MapGet("/functions", Functions).WithTags("Sign-in").WithName("GetFunctions").NeedsSignIn()
            .WithSummary("Returns the ARN of getConfig in each Region, for contact flows.");
    }

    private static Ok<Functions> Functions(IOptions<FunctionOptions> options) =>
        TypedResults.Ok(new Functions([.. options.Value.GetConfigArns.Select(FunctionArn.Of)]));

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
