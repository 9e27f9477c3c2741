using System.Globalization;
using System.Threading.RateLimiting;
using FlowConfigs.Api.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Access;

/// <summary>Keeps one user's script from taking the API, the table and the policy engine away from all others.</summary>
internal static class RateLimit
{
    /// <summary>The policy of the route that takes the web app's errors.</summary>
    public const string OfWebErrors = "web-errors";

    // A page that fails again and again must not fill the log.
    private const int WebErrorsPerMinute = 20;

    private const int SegmentsPerMinute = 6;

    public static void AddRateLimit(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        limiter.AddPolicy(OfWebErrors, http => ByCaller(http, WebErrorsPerMinute));
        limiter.OnRejected = RefuseAsync;
    });

    private static RateLimitPartition<string> Partition(HttpContext http) =>
        ByCaller(http, http.RequestServices.GetRequiredService<IOptions<HardeningOptions>>().Value.RequestsPerMinute);

    // A caller who has not signed in reaches nothing that costs anything.
    private static RateLimitPartition<string> ByCaller(HttpContext http, int mostPerMinute) =>
        http.RequestServices.GetRequiredService<CallerAccess>() is { IsSignedIn: true } access
            ? RateLimitPartition.GetSlidingWindowLimiter(access.Caller.Email, _ => new()
            {
                PermitLimit = mostPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = SegmentsPerMinute,
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("");

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var http = rejected.HttpContext;
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = (60 / SegmentsPerMinute).ToString(CultureInfo.InvariantCulture);
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status429TooManyRequests,
            Detail = "You sent too many requests within a minute. Wait a minute, then try again.",
        };
        var problems = http.RequestServices.GetRequiredService<IProblemDetailsService>();
        await problems.WriteAsync(new() { HttpContext = http, ProblemDetails = problem });
    }
}
