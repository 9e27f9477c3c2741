using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>
/// Keeps other web pages away from the dashboard: it can start programs and shows their logs.
/// </summary>
internal static class DashboardGuard
{
    // Own scripts and styles only; nothing inline, so that text from a process can never become code.
    // https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] OwnHosts = ["localhost", "127.0.0.1", "[::1]"];

    public static void UseDashboardGuard(this IApplicationBuilder app) =>
        app.Use(async (context, next) =>
        {
            AddHeaders(context.Response.Headers);
            if (Refuse(context.Request) is { } refusal)
                await refusal.ExecuteAsync(context);
            else
                await next(context);
        });

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    private static ProblemHttpResult? Refuse(HttpRequest request)
    {
        // DNS rebinding: a name of the attacker's that resolves to 127.0.0.1 is same-origin to the browser, but not to us.
        // https://owasp.org/www-community/attacks/DNS_Rebinding
        if (!OwnHosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            return Problems.BadRequest(
                $"The dashboard answers to localhost, 127.0.0.1 and [::1], not to the host name '{request.Host.Host}'.");
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsOwnOrScript(request))
            return null;
        return Problems.Forbidden("Another web page may not give commands to the dashboard.");
    }

    /// <summary>A browser always says where a POST comes from; a script such as curl sends neither header.</summary>
    private static bool IsOwnOrScript(HttpRequest request)
    {
        // https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
        var site = request.Headers["Sec-Fetch-Site"];
        var origin = request.Headers.Origin;
        return (site.Count == 0 || site == "same-origin")
            && (origin.Count == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
