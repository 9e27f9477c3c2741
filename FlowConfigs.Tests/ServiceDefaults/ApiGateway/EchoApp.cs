using System.Text.Json.Nodes;
using FlowConfigs.ServiceDefaults;
using FlowConfigs.ServiceDefaults.ApiGateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowConfigs.Tests.ServiceDefaults.ApiGateway;

/// <summary>A small program that says what it saw, and answers in every way that a program may.</summary>
internal static class EchoApp
{
    public static readonly byte[] Binary = [0, 255, 137, 80, 78, 71, 13, 10, 200];

    private static readonly string[] Ignored = ["connection", "transfer-encoding", "content-length", "traceparent"];

    /// <summary>Starts it for the Runtime API at the given address, or, without one, on Kestrel and a free port.</summary>
    public static async Task<WebApplication> StartAsync(string? runtimeApi, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("AWS_LAMBDA_RUNTIME_API", runtimeApi), new("AWS_LAMBDA_FUNCTION_NAME", "echo")]);
        builder.AddServiceDefaults();
        builder.AddLambdaHosting();
        builder.Services.AddProblemDetails();
        var app = builder.Build();
        app.UseExceptionHandler();
        app.MapDefaultEndpoints();
        MapAnswers(app);
        app.MapFallback((Delegate)SeenAsync);
        app.Map("/", (Delegate)SeenAsync);
        app.Map("/catch/{**rest}", (string? rest) => new JsonObject { ["rest"] = rest });
        app.Map("/segment/{id}", (string id) => new JsonObject { ["id"] = id });
        await app.StartAsync(cancellationToken);
        return app;
    }

    private static void MapAnswers(WebApplication app)
    {
        app.MapGet("/answer/cookies", (HttpContext context) =>
        {
            context.Response.Cookies.Append("one", "1", new CookieOptions { HttpOnly = true });
            context.Response.Cookies.Append("two", "2 and; more");
        });
        app.MapGet("/answer/binary", () => Results.Bytes(Binary, "image/png"));
        app.MapGet("/answer/text", () => Results.Text("Sí, “cerrado” 🔥"));
        app.MapMethods("/answer/json", ["GET", "HEAD", "OPTIONS"], () => new JsonObject { ["closed"] = true });
        app.MapGet("/answer/none", () => Results.NoContent());
        app.MapGet("/answer/unchanged", (HttpContext context) =>
        {
            context.Response.Headers.ETag = "\"7\"";
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        });
        app.MapPost("/answer/created", () => Results.Created("/api/configs/%2B1800~5%2Fx", new JsonObject { ["id"] = 1 }));
        app.MapGet("/answer/moved", () => Results.Redirect("/else?a=%2B"));
        app.MapGet("/answer/stream", StreamAsync);
        app.MapGet("/answer/headers", (HttpContext context) =>
        {
            context.Response.Headers.Append("X-Many", "a");
            context.Response.Headers.Append("X-Many", "b, c");
            context.Response.OnStarting(() =>
            {
                context.Response.Headers["X-Late"] = "on starting";
                return Task.CompletedTask;
            });
            return "ok";
        });
        app.MapGet("/answer/fault", string () => throw new InvalidOperationException("broken"));
        app.MapGet("/answer/from", (HttpContext context) => $"{context.Connection.RemoteIpAddress} {context.Request.Scheme}");
        app.MapGet("/answer/bytes/{count}", (int count) => Results.Bytes(new byte[count]));
        app.MapGet("/answer/late", async (HttpContext context) =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return "called off";
        });
        app.MapGet("/answer/forgotten", (HttpContext context) => context.Response.StatusCode = StatusCodes.Status418ImATeapot);
    }

    private static async Task StreamAsync(HttpContext context)
    {
        context.Response.ContentType = "text/csv";
        for (var line = 0; line < 3; line++)
        {
            await context.Response.WriteAsync($"{line};{context.Response.HasStarted}\n");
            await context.Response.Body.FlushAsync();
        }

        Assert.Throws<InvalidOperationException>(() => context.Response.Headers["X-Too-Late"] = "x");
    }

    private static async Task<JsonObject> SeenAsync(HttpContext context)
    {
        var request = context.Request;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return new JsonObject
        {
            ["method"] = request.Method,
            ["path"] = request.Path.Value,
            ["pathBase"] = request.PathBase.Value,
            ["rawPath"] = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0],
            ["host"] = request.Host.Value,
            ["protocol"] = request.Protocol,
            ["contentType"] = request.ContentType,
            ["contentLength"] = body.Length == 0 ? null : request.ContentLength,
            ["query"] = Pairs(request.Query.Select(each => (each.Key, each.Value.ToArray()))),
            ["cookies"] = Pairs(request.Cookies.Select(each => (each.Key, new[] { (string?)each.Value }))),
            ["headers"] = Pairs(request.Headers
                .Select(each => (Key: each.Key.ToLowerInvariant(), Values: each.Value.ToArray()))
                .Where(each => !Ignored.Contains(each.Key) && !each.Key.StartsWith("x-forwarded-", StringComparison.Ordinal)
                    && each.Key != "x-amzn-trace-id")),
            ["form"] = request.HasFormContentType ? Convert.ToHexString(body.ToArray()) : null,
            ["canHaveBody"] = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody,
            ["body"] = Convert.ToBase64String(body.ToArray()),
        };
    }

    private static JsonObject Pairs(IEnumerable<(string Key, string?[] Values)> pairs) => new(pairs
        .OrderBy(each => each.Key, StringComparer.Ordinal)
        .Select(each => KeyValuePair.Create<string, JsonNode?>(
            each.Key, new JsonArray([.. each.Values.Select(value => JsonValue.Create(value))]))));
}
