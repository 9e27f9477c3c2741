using System.Security.Claims;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using FlowConfigs.Lambda;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FlowConfigs.Api.Access;

/// <summary>
/// Which tokens ASP.NET Core's JWT authentication accepts: the user pool's access tokens for the app client.
/// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
/// </summary>
internal sealed class AccessTokens(IOptions<SignInOptions> signIn, PoolKeys keys, ILoggerFactory loggers)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    private const int MaxLength = 16 * 1024;

    // One for each role; the policies decide what the role permits there.
    private static readonly string[] PathClaims = ["flow_configs_admin", "flow_configs_manager", "flow_configs_viewer"];

    public void Configure(string? name, JwtBearerOptions options) => Configure(options);

    public void Configure(JwtBearerOptions options)
    {
        if (!signIn.Value.IsOn)
            return;
        options.MapInboundClaims = false;
        options.ConfigurationManager = keys.Configuration;
        options.TokenHandlers.OfType<JsonWebTokenHandler>().Single().MaximumTokenSizeInBytes = MaxLength;
        options.TokenValidationParameters = new()
        {
            ValidIssuer = signIn.Value.Issuer,
            // Cognito's access tokens name the client in a claim of its own, which is checked below.
            ValidateAudience = false,
            // The one algorithm that Cognito signs with: what a token says of itself chooses nothing.
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            TryAllIssuerSigningKeys = false,
            // A token that has ended has ended: the policy engine does not take it any longer either.
            ClockSkew = TimeSpan.Zero,
        };
        options.Events = new()
        {
            OnMessageReceived = context =>
            {
                if (context.HttpContext.IsOpen())
                    context.NoResult();
                return Task.CompletedTask;
            },
            OnTokenValidated = Accept,
            OnAuthenticationFailed = context =>
            {
                Refused(context.Exception.GetType().Name);
                return Task.CompletedTask;
            },
        };
    }

    private Task Accept(TokenValidatedContext context)
    {
        var claims = context.Principal!;
        var token = (JsonWebToken)context.SecurityToken;
        var refusal = token.TryGetHeaderValue<object>("crit", out _) ? "critical header"
            : Text(claims, "token_use") != "access" ? "use"
            : Text(claims, "client_id") != signIn.Value.Client ? "client"
            : Text(claims, "email") is null or "" ? "no e-mail address"
            : null;
        if (refusal is not null)
        {
            Refused(refusal);
            context.Fail(refusal);
            return Task.CompletedTask;
        }

        var paths = PathClaims.SelectMany(claims.FindAll).Select(claim => claim.Value).Distinct();
        context.HttpContext.RequestServices.GetRequiredService<CallerAccess>().Caller =
            new Caller(Text(claims, "email")!, token.EncodedToken, [.. paths], token.ValidTo);
        return Task.CompletedTask;
    }

    // A reason for the log, not for the sender.
    private void Refused(string reason) => loggers.CreateLogger("FlowConfigs.Api.SignIn").TokenRefused(reason);

    // Neither a number nor one of several.
    private static string? Text(ClaimsPrincipal claims, string name) =>
        claims.FindAll(name).ToList() is [{ ValueType: ClaimValueTypes.String } only] ? only.Value : null;
}

internal static class AccessTokensSetUp
{
    private static readonly TimeSpan KeysLimit = TimeLimits.Of(TimeSpan.FromMilliseconds(2200));
    private const int MostKeys = 256 * 1024;

    public static void AddAccessTokens(this IServiceCollection services)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        // It comes with data protection for cookies, which would make keys and write them to the disk at every start. There are none.
        foreach (var service in services.Where(IsOfDataProtection).ToList())
            services.Remove(service);
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, AccessTokens>();
        services.AddHttpClient(nameof(PoolKeys), http => (http.Timeout, http.MaxResponseContentBufferSize) = (KeysLimit, MostKeys))
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(AwsClients.Connections);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PoolKeys>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(PoolKeys))));
    }

    private static bool IsOfDataProtection(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        && service.ImplementationType?.Namespace?.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) == true;
}
