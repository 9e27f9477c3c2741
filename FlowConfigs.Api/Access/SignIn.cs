using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FlowConfigs.Api.Access;

/// <summary>Lets a request through when the caller is signed in, and when the policies permit what the route needs.</summary>
internal static class SignIn
{
    // Where sign-in is off, which is only on a developer's machine.
    private static readonly Caller Everybody = new("local", "", [AccessResource.RootPath], DateTimeOffset.MaxValue);

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SignInOptions>()
            .Configure<IConfiguration>((options, configuration) =>
                options.Set(name => configuration[name], builder.Environment.IsDevelopment()))
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SignInOptions>, SignInOptionsValidator>();
        builder.Services.AddAccessTokens();
        builder.Services.AddAwsClient<VerifiedPermissions, SignInOptions>(
            VerifiedPermissions.Service, options => options.Region, options => options.PolicyAddress, VerifiedPermissions.Resilience);
        builder.Services.AddSingleton<IPermissions>(services => services.GetRequiredService<IOptions<SignInOptions>>().Value.IsOn
            ? ActivatorUtilities.CreateInstance<RememberedPermissions>(services, services.GetRequiredService<VerifiedPermissions>())
            : new Everything());
        builder.Services.AddScoped<CallerAccess>();
    }

    public static void UseSignIn(this WebApplication app)
    {
        var isOn = app.Services.GetRequiredService<IOptions<SignInOptions>>().Value.IsOn;
        if (isOn)
        {
            app.Use(async (http, next) =>
            {
                if (!http.IsOpen())
                    await http.RequestServices.GetRequiredService<PoolKeys>().RequireAsync(http.RequestAborted);
                await next();
            });
        }

        app.UseAuthentication();
        app.Use(async (http, next) =>
        {
            var access = http.RequestServices.GetRequiredService<CallerAccess>();
            if (!isOn && !http.IsOpen())
                access.Caller = Everybody;
            if (access.IsSignedIn || http.IsOpen())
                await next();
            else
                await ChallengeAsync(http);
        });
    }

    /// <summary>Whether a client can call this route without signing in.</summary>
    public static bool IsOpen(this HttpContext http) => NeedOf(http) is { IsOpen: true };

    /// <summary>Call it after <see cref="UseSignIn"/>, and after whatever is to be done before the policy engine is asked.</summary>
    public static void UseNeeds(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!http.IsOpen())
            await RequireAsync(http, NeedOf(http));
        await next();
    });

    private static Need? NeedOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<Need>();

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
