using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FlowConfigs.LambdaEmulator;

/// <summary>
/// The emulator serves programs on this machine. A web page could make a browser here take a function's call, or invoke a function.
/// </summary>
internal static class ForeignRequests
{
    public static void RefuseForeignRequests(this IApplicationBuilder app) => app.Use((http, next) =>
        ProblemOf(http.Request) is { } problem ? RefuseAsync(http, problem) : next(http));

    private static string? ProblemOf(HttpRequest request)
    {
        // A name of the attacker's that resolves to 127.0.0.1. https://owasp.org/www-community/attacks/DNS_Rebinding
        if (request.Host.Host.ToLowerInvariant() is not ("localhost" or "127.0.0.1" or "[::1]"))
            return $"The Lambda emulator answers to localhost, 127.0.0.1 and [::1], not to the host name '{request.Host.Host}'.";
        // Programs send neither header, and a browser sends at least one of them with everything that a page asks for. An address that a
        // person types has "none". https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
        return request.Headers.Origin.Count > 0 || (string?)request.Headers["Sec-Fetch-Site"] is not (null or "none")
            ? "The Lambda emulator answers programs, not web pages."
            : null;
    }

    private static Task RefuseAsync(HttpContext http, string problem)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsJsonAsync(new FunctionError("ForeignRequest", problem), EmulatorJson.Default.FunctionError);
    }
}
