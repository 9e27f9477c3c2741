using FlowConfigs.Api.Access;
using FlowConfigs.Core;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowConfigs.Api.WebErrors;

/// <summary>/api/web-errors: errors in a user's browser, for the log.</summary>
public static class WebErrorsEndpoints
{
    private const int MaxBytes = 16 * 1024;

    public static void MapWebErrors(this IEndpointRouteBuilder routes) => routes.MapPost("/web-errors", Report)
        .WithTags("Telemetry").WithName("ReportWebError").NeedsSignIn()
        .WithSummary("Logs an error of the web app.")
        .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
        .RequireRateLimiting(RateLimit.OfWebErrors)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static NoContent Report(WebError error, ILoggerFactory loggers)
    {
        if (error.Problems() is { Count: > 0 } problems)
            throw new InvalidConfigException(problems);
        loggers.CreateLogger("FlowConfigs.Web").WebFailed(
            WebErrorText.Clean(error.Page), WebErrorText.Clean(error.Name), WebErrorText.Clean(error.Message), WebErrorText.Clean(error.Stack));
        ProductMetrics.WebFailed();
        return TypedResults.NoContent();
    }
}
