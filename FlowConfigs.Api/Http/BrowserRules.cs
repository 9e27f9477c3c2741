using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace FlowConfigs.Api.Http;

/// <summary>What browsers are told: to show, keep and frame nothing of the API's answers, and which origin may read them.</summary>
internal static class BrowserRules
{
    /// <summary>The header that names the voice of a text that is read aloud.</summary>
    public const string SpeechVoice = "Speech-Voice";

    private static readonly TimeSpan PreflightLifetime = TimeSpan.FromMinutes(10);

    public static void AddBrowserRules(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<HardeningOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Set(name => configuration[name]))
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HardeningOptions>, HardeningOptionsValidator>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddCors();
    }

    public static void UseBrowserRules(this WebApplication app)
    {
        app.Use(async (http, next) =>
        {
            // When the answer begins, because the exception handler starts it anew.
            http.Response.OnStarting(() =>
            {
                Protect(http);
                return Task.CompletedTask;
            });
            await next();
        });
        if (app.Services.GetRequiredService<IOptions<HardeningOptions>>().Value.WebOrigin is { } origin)
        {
            app.UseCors(cors => cors.WithOrigins(origin)
                .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
                .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.IfMatch, HeaderNames.TraceParent)
                .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Location, HeaderNames.RetryAfter, SpeechVoice)
                .SetPreflightMaxAge(PreflightLifetime));
        }
    }

    // https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers
    private static void Protect(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}
