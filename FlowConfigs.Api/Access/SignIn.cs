using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FlowConfigs.Api.Access;

/// <summary>Lets a request through when the caller is signed in, and when the policies permit what the route needs.</summary>
internal static class SignIn
{
    private const string Scheme = "Bearer ";

    // Where sign-in is off, which is only on a developer's machine.
    private static readonly Caller Everybody = new("local", "", [AccessResource.RootPath], DateTimeOffset.MaxValue);

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SignInOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Set(name => configuration[name]))
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SignInOptions>, SignInOptions.Validation>();
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<SigningKeys>(services, Clients.Keys()));
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<VerifiedPermissions>();
        builder.Services.AddSingleton<IPermissions>(services => services.GetRequiredService<IOptions<SignInOptions>>().Value.IsOn
            ? ActivatorUtilities.CreateInstance<RememberedPermissions>(services, services.GetRequiredService<VerifiedPermissions>())
            : new Everything());
        builder.Services.AddScoped<CallerAccess>();
    }

    public static void UseSignIn(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (NeedOf(http) is not { IsOpen: true })
        {
            if (await CallerAsync(http) is not { } caller)
            {
                await ChallengeAsync(http);
                return;
            }

            http.RequestServices.GetRequiredService<CallerAccess>().Caller = caller;
        }

        await next();
    });

    /// <summary>Call it after <see cref="UseSignIn"/>, and after whatever is to be done before the policy engine is asked.</summary>
    public static void UseNeeds(this WebApplication app) => app.Use(async (http, next) =>
    {
        var need = NeedOf(http);
        if (need is not { IsOpen: true })
            await RequireAsync(http, need);
        await next();
    });

    private static Need? NeedOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Need>();

    private static async Task<Caller?> CallerAsync(HttpContext http)
    {
        if (!http.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value.IsOn)
            return Everybody;
        if (http.Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var tokens = http.RequestServices.GetRequiredService<AccessTokens>();
        var (caller, refusal) = await tokens.VerifyAsync(header[Scheme.Length..].Trim(), http.RequestAborted);
        if (refusal is not null)
            Logger(http).TokenRefused(refusal);
        return caller;
    }

    private static async Task RequireAsync(HttpContext http, Need? need)
    {
        var access = http.RequestServices.GetRequiredService<CallerAccess>();
        if (need is { Right: { } right })
        {
            var resource = need.Kind == ResourceKind.Root
                ? AccessResource.Root
                : AccessResource.Of(need.Kind, PathId.Parse((string?)http.GetRouteValue("id") ?? ""));
            await access.RequireAsync(right, resource, http.RequestAborted);
        }
        else if (need is null && http.GetEndpoint() is RouteEndpoint route)
        {
            Logger(http).RouteWithoutNeed(route.DisplayName);
            throw new AccessDeniedException(Right.Manage, AccessResource.Root);
        }
    }

    // https://www.rfc-editor.org/rfc/rfc6750#section-3
    private static async Task ChallengeAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers[HeaderNames.WWWAuthenticate] =
            http.Request.Headers.Authorization.Count > 0 ? "Bearer error=\"invalid_token\"" : "Bearer";
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status401Unauthorized,
            Detail = "Sign in, and send the access token as Authorization: Bearer.",
        };
        var problems = http.RequestServices.GetRequiredService<IProblemDetailsService>();
        await problems.WriteAsync(new() { HttpContext = http, ProblemDetails = problem });
    }

    private static ILogger Logger(HttpContext http) =>
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("FlowConfigs.Api.SignIn");

    private sealed class Everything : IPermissions
    {
        public Task<IReadOnlySet<AccessQuestion>> AllowedAsync(
            Caller caller, IReadOnlyCollection<AccessQuestion> questions, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlySet<AccessQuestion>>(questions.ToHashSet());
    }
}
