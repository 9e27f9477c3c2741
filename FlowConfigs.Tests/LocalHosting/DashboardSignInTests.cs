using System.Net;
using FlowConfigs.LocalHosting.Dashboard;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class DashboardSignInTests : IAsyncLifetime
{
    private RunningDashboard dashboard = null!;
    private HttpClient stranger = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        dashboard = await RunningDashboard.StartAsync(DashboardSample.WholeSystem());
        stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = dashboard.Client.BaseAddress,
        };
    }

    public async ValueTask DisposeAsync()
    {
        stranger.Dispose();
        await dashboard.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/api/resources/api")]
    [InlineData("GET", "/api/resources/stream")]
    [InlineData("GET", "/api/resources/api/console")]
    [InlineData("POST", "/api/resources/api/commands/restart")]
    [InlineData("POST", "/api/resources")]
    [InlineData("GET", "/api/telemetry/logs")]
    [InlineData("GET", "/api/telemetry/traces")]
    [InlineData("GET", "/api/telemetry/metrics")]
    [InlineData("DELETE", "/api/telemetry/logs")]
    [InlineData("GET", "/API/telemetry/stream")]
    public async Task Who_does_not_know_the_token_learns_where_it_is(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        using var answer = await stranger.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Open the address that the AppHost printed", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Scripts_may_wait_for_the_system_without_the_token_and_see_no_environment()
    {
        var open = await stranger.GetStringAsync("/api/resources", Stop);
        Assert.Contains("\"dynamodb\"", open);
        Assert.DoesNotContain("AWS_REGION", open);
        Assert.Contains("AWS_REGION", await dashboard.Client.GetStringAsync("/api/resources", Stop));
    }

    [Fact]
    public async Task The_printed_address_signs_a_browser_in()
    {
        using var page = await stranger.GetAsync("/", Stop);
        Assert.Equal((HttpStatusCode.Redirect, "/login"), (page.StatusCode, page.Headers.Location?.OriginalString));

        using var answer = await stranger.GetAsync(DashboardSignIn.Path(RunningDashboard.Token), Stop);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"dashboard-{dashboard.Port}=", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);

        stranger.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        Assert.Contains("<main", await stranger.GetStringAsync("/", Stop));
        Assert.Contains("AWS_REGION", await stranger.GetStringAsync("/api/resources/api", Stop));
    }

    [Theory]
    [InlineData("/login?t=guessed", null)]
    [InlineData("/login?t=", null)]
    [InlineData("/login", null)]
    [InlineData("/login", "Bearer guessed")]
    public async Task A_wrong_token_leaves_one_before_the_door(string path, string? authorization)
    {
        if (authorization is not null)
            stranger.DefaultRequestHeaders.Add("Authorization", authorization);
        using var answer = await stranger.GetAsync(path, Stop);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("<form", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/telemetry/logs", Stop)).StatusCode);
    }
}
