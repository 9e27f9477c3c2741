using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>
/// A page on the way to the provider that cuts what it opened from its opener, as a provider's own page may: with a header that
/// Chromium obeys from real servers only.
/// https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cross-Origin-Opener-Policy
/// </summary>
internal sealed class OpenerCut : IAsyncDisposable
{
    private const string Passed = "&passed";
    private readonly WebApplication app;

    private OpenerCut(WebApplication app) => this.app = app;

    public static async Task<OpenerCut> StartAsync(IBrowserContext context)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", (string to, HttpResponse response) =>
        {
            response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Results.Content($"<script>location.replace('{HttpUtility.JavaScriptStringEncode(to + Passed)}')</script>", "text/html");
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        await context.RouteAsync("**/oauth2/authorize?*", route => route.Request.Url.EndsWith(Passed, StringComparison.Ordinal)
            ? route.ContinueAsync()
            : RedirectAsync(route, $"{app.Urls.First()}/?to={Uri.EscapeDataString(route.Request.Url)}"));
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static Task RedirectAsync(IRoute route, string location) =>
        route.FulfillAsync(new() { Status = 302, Headers = new Dictionary<string, string> { ["location"] = location } });
}
