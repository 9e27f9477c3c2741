using FlowConfigs.ServiceDefaults.ApiGateway;
using Microsoft.AspNetCore.Mvc;

namespace FlowConfigs.Api.Http;

/// <summary>
/// On a developer's machine the API serves that machine only. With sign-in off, a web page elsewhere could otherwise make the
/// browser here switch a scenario. In AWS it runs behind API Gateway, with the host name of the installation, and nothing is refused here.
/// </summary>
internal static class ForeignRequests
{
    public static void RefuseForeignRequests(this WebApplication app)
    {
        if (app.RunsInLambda())
            return;
        app.Use((http, next) => ProblemOf(http.Request) is { } problem ? RefuseAsync(http, problem) : next(http));
    }

    private static string? ProblemOf(HttpRequest request)
    {
        // A name of the attacker's that resolves to 127.0.0.1. https://owasp.org/www-community/attacks/DNS_Rebinding
        if (!IsThisMachine(request.Host.Host))
            return $"The API on this machine answers to localhost, 127.0.0.1 and [::1], not to the host name '{request.Host.Host}'.";
        return !IsReading(request.Method) && IsFromElsewhere(request.Headers)
            ? "A web page from elsewhere can't change anything in the API on this machine."
            : null;
    }

    private static bool IsThisMachine(string host) => host.ToLowerInvariant() is "localhost" or "127.0.0.1" or "[::1]";

    private static bool IsReading(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // A browser sends the first with every such request; a program sends neither.
    // https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
    private static bool IsFromElsewhere(IHeaderDictionary headers) =>
        headers.Origin.Any(origin => !Uri.TryCreate(origin, UriKind.Absolute, out var from) || !IsThisMachine(from.Host))
        || headers["Sec-Fetch-Site"] == "cross-site";

    private static async Task RefuseAsync(HttpContext http, string problem)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        var problems = http.RequestServices.GetRequiredService<IProblemDetailsService>();
        await problems.WriteAsync(new()
        {
            HttpContext = http,
            ProblemDetails = new ProblemDetails { Status = StatusCodes.Status403Forbidden, Detail = problem },
        });
    }
}
