using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FlowConfigs.LocalHosting;
using FlowConfigs.LocalHosting.Dashboard;
using FlowConfigs.LocalHosting.Telemetry;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class DashboardGuardTests
{
    private const string Restart = "/api/resources/api/commands/restart";

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:18888", 200)]
    [InlineData("127.0.0.1:1", 200)]
    [InlineData("[::1]:18888", 200)]
    [InlineData("attacker.example", 400)]
    [InlineData("localhost.attacker.example:18888", 400)]
    [InlineData("192.168.0.10:18888", 400)]
    public async Task Only_names_of_this_machine_are_answered(string host, int status)
    {
        await using var dashboard = await RunningDashboard.StartAsync(DashboardSample.WholeSystem());
        foreach (var path in (string[])["/", "/api/resources"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
            using var response = await dashboard.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task A_refused_name_is_said_in_a_sentence()
    {
        await using var dashboard = await RunningDashboard.StartAsync(DashboardSample.WholeSystem());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "attacker.example" } };
        using var response = await dashboard.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        Assert.Equal(
            "The dashboard answers to localhost, 127.0.0.1 and [::1], not to the host name 'attacker.example'.",
            (string?)problem!["detail"]);
    }

    [Theory]
    [InlineData(null, null, 200)]
    [InlineData("own", "same-origin", 200)]
    [InlineData("own", null, 200)]
    [InlineData("https://attacker.example", null, 403)]
    [InlineData("https://attacker.example", "cross-site", 403)]
    [InlineData("http://localhost:1", "same-site", 403)]
    [InlineData("null", null, 403)]
    [InlineData(null, "cross-site", 403)]
    public async Task Commands_are_taken_from_the_own_page_and_from_scripts_only(string? origin, string? site, int status)
    {
        var runs = 0;
        var board = DashboardSample.WholeSystem();
        board.Commands["api/restart"] = () =>
        {
            runs++;
            return new ExecuteCommandResult { Success = true };
        };
        await using var dashboard = await RunningDashboard.StartAsync(board);
        using var request = new HttpRequestMessage(HttpMethod.Post, Restart);
        if (origin is not null)
            request.Headers.Add("Origin", origin == "own" ? $"http://127.0.0.1:{dashboard.Port}" : origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);

        using var response = await dashboard.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, runs);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/dashboard.js")]
    [InlineData("/api/resources")]
    [InlineData("/api/nothing")]
    public async Task Every_answer_forbids_foreign_scripts_framing_and_guessing_of_types(string path)
    {
        await using var dashboard = await RunningDashboard.StartAsync(DashboardSample.WholeSystem());
        using var response = await dashboard.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("script-src 'self';", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public async Task A_title_is_text_not_markup()
    {
        await using var dashboard = await RunningDashboard.StartAsync(DashboardSample.WholeSystem(), "<script>alert(1)</script>");
        var page = await dashboard.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Contains("&lt;script&gt;", page);
        Assert.DoesNotContain("<script>alert", page);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.0.10")]
    [InlineData("example.org")]
    public async Task It_listens_on_this_machine_only(string host)
    {
        await using var server = new DashboardServer(DashboardSample.WholeSystem(), new TelemetryStore(), null, "Flow Configs");
        var refusal = await Assert.ThrowsAsync<ArgumentException>(
            () => server.StartAsync(host, 0, TestContext.Current.CancellationToken));
        Assert.StartsWith($"The dashboard serves this machine only: use localhost, 127.0.0.1 or ::1 instead of '{host}'.", refusal.Message);
    }

    [Fact]
    public async Task A_port_in_use_is_an_IOException_that_names_it()
    {
        await using var first = await RunningDashboard.StartAsync(DashboardSample.WholeSystem());
        var refusal = await Assert.ThrowsAsync<IOException>(
            () => RunningDashboard.StartAsync(DashboardSample.WholeSystem(), port: first.Port));
        Assert.Contains($":{first.Port}", refusal.Message);
    }
}
