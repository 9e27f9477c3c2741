using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace FlowConfigs.ServiceDefaults.Telemetry;

/// <summary>
/// Names each server span after its route and gives it the status. It is the first middleware, so that it sees what the exception
/// handler made of a fault. The path itself is left out, because a path may hold a caller's number.
/// </summary>
/// <remarks>https://opentelemetry.io/docs/specs/semconv/http/http-spans/</remarks>
internal sealed class ServerSpans : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(DescribeAsync);
        next(app);
    };

    private static async Task DescribeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (Tag(context, StatusCodes.Status500InternalServerError, error))
        {
            throw;
        }

        Tag(context, context.Response.StatusCode, context.Features.Get<IExceptionHandlerFeature>()?.Error);
    }

    // false, so that the exception passes untouched
    private static bool Tag(HttpContext context, int status, Exception? error)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { } activity)
            return false;
        // the exception handler takes the endpoint away and keeps it in its feature
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        activity.SetTag("http.request.method", context.Request.Method);
        activity.SetTag("http.response.status_code", status);
        activity.SetTag("url.scheme", context.Request.Scheme);
        if (endpoint is RouteEndpoint { RoutePattern.RawText: { } route })
        {
            activity.SetTag("http.route", route);
            activity.DisplayName = $"{context.Request.Method} {route}";
        }
        else
        {
            activity.DisplayName = context.Request.Method;
        }

        if (status < StatusCodes.Status500InternalServerError)
            return false;
        activity.SetStatus(ActivityStatusCode.Error);
        activity.SetTag("error.type", error?.GetType().FullName ?? status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return false;
    }
}
