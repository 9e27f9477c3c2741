using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FlowConfigs.LambdaEmulator;

/// <summary>What the AppHost asks and tells: whether the emulator is up, whether a function is, and that a function's process has ended.</summary>
internal static class HostApi
{
    public static void MapHostApi(this IEndpointRouteBuilder app, Emulator emulator)
    {
        app.MapGet(Emulator.HealthPath, http => http.Response.WriteAsync("OK", http.RequestAborted));
        app.MapGet("/functions/{name}/health", http =>
        {
            http.Response.StatusCode = emulator.IsWaiting(Name(http)) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        app.MapPost("/functions/{name}/exited", http =>
        {
            _ = int.TryParse(http.Request.Query["code"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code);
            emulator.FunctionExited(Name(http), code);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    private static string Name(HttpContext http) => (string)http.GetRouteValue("name")!;
}
