using System.Diagnostics;
using FlowConfigs.Core;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace FlowConfigs.Api.Http;

/// <summary>Says in the product's words, on the span of a request, what it was about, and counts what is saved.</summary>
internal static class ProductTelemetry
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["configs"] = "config",
        ["scenarios"] = "scenario",
        ["aliases"] = "alias",
        ["lists"] = "list",
        ["settings"] = "settings",
        ["import"] = "import",
    };

    /// <summary>Call it before <see cref="ApiProblemsSetUp.UseApiProblems"/>: it looks at what a fault has become.</summary>
    public static void UseProductTelemetry(this WebApplication app) => app.Use(async (http, next) =>
    {
        // The exception handler takes the endpoint away.
        var kind = KindOf(http.GetEndpoint() as RouteEndpoint);
        await next();
        if (kind is null)
            return;
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span)
            Describe(span, kind, http);
        if (IsSave(http))
            ProductMetrics.Saved(kind);
    });

    private static string? KindOf(RouteEndpoint? route) =>
        route?.RoutePattern.RawText?.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["api", var kind, ..]
            ? Kinds.GetValueOrDefault(kind)
            : null;

    private static void Describe(Activity span, string kind, HttpContext http)
    {
        if (http.Request.RouteValues["id"] is string text && ConfigId.TryParse(text.Replace('~', '/'), out var id, out _))
            span.SetTag($"flowconfigs.{kind}.id", TelemetryId.Of(id.Value));
        if (http.Response.Headers.ETag is [{ } tag] && int.TryParse(tag.Trim('"'), out var version))
            span.SetTag($"flowconfigs.{kind}.version", version);
        if (http.Request.ContentLength is { } size)
            span.SetTag("flowconfigs.request.size", size);
    }

    private static bool IsSave(HttpContext http)
    {
        if (http.Response.StatusCode is < StatusCodes.Status200OK or >= StatusCodes.Status300MultipleChoices)
            return false;
        if (HttpMethods.IsPut(http.Request.Method) || HttpMethods.IsDelete(http.Request.Method))
            return true;
        // What can be tried writes only where it is told to.
        var canBeTried = http.GetEndpoint()?.Metadata.GetMetadata<DryRunByDefault>() is not null;
        return HttpMethods.IsPost(http.Request.Method) && (!canBeTried || http.Request.Query["dryRun"] == "false");
    }
}

/// <summary>Metadata of a route that writes only with dryRun=false.</summary>
internal sealed record DryRunByDefault;
