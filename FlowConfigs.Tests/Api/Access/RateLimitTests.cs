using System.Net;
using System.Net.Http.Json;
using FlowConfigs.Api;
using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Api.WebErrors;
using FlowConfigs.Tests.Api.Configs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Tests.Api.Access;

public sealed class RateLimitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/html")]
    public async Task A_user_who_sends_too_much_is_asked_to_wait(string accept)
    {
        await using var app = Program("60");
        await app.StartAsync(Stop);
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()), DefaultRequestHeaders = { { "Accept", accept } } };
        for (var i = 0; i < 60; i++)
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/signed-in", Stop)).StatusCode);

        var refused = http.GetAsync("/signed-in", Stop);

        await refused.Refused(429, "Wait a minute");
        Assert.Equal(TimeSpan.FromSeconds(10), (await refused).Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/open", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_page_that_fails_again_and_again_is_asked_to_wait()
    {
        await using var app = Program("60");
        await app.StartAsync(Stop);
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        for (var i = 0; i < 20; i++)
            Assert.Equal(HttpStatusCode.NoContent, (await ReportAsync()).StatusCode);
        await ReportAsync().Refused(429, "Wait a minute");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/signed-in", Stop)).StatusCode);

        Task<HttpResponseMessage> ReportAsync() => http.PostAsJsonAsync("/web-errors", new { message = "again" }, Stop);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public async Task A_limit_that_makes_no_sense_is_told_at_the_start(string limit)
    {
        await using var app = Program(limit);
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Stop));
        Assert.Contains("FLOWCONFIGS_REQUESTS_PER_MINUTE", problem.Message);
    }

    [Theory]
    [InlineData("https://flows.example.com/app")]
    [InlineData("*")]
    [InlineData("flows.example.com")]
    public async Task A_web_origin_that_is_none_is_told_at_the_start(string origin)
    {
        await using var app = Program("60", origin);
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(Stop));
        Assert.Contains("FLOWCONFIGS_WEB_ORIGIN", problem.Message);
    }

    private static WebApplication Program(string limit, string? origin = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["FLOWCONFIGS_REQUESTS_PER_MINUTE"] = limit;
        builder.Configuration["FLOWCONFIGS_WEB_ORIGIN"] = origin;
        builder.AddApiJson();
        builder.AddApiProblems();
        builder.AddSignIn();
        builder.AddBrowserRules();
        builder.AddRateLimit();
        builder.Services.AddSingleton(TimeProvider.System);
        var app = builder.Build();
        app.UseSignIn();
        app.UseRateLimiter();
        app.MapGet("/signed-in", () => "known").NeedsSignIn();
        app.MapWebErrors();
        app.MapGet("/open", () => "known").Open();
        return app;
    }
}
