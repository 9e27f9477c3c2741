using System.Net;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Http;

/// <summary>What the API tells browsers; on Kestrel and as a Lambda.</summary>
public abstract class BrowserRulesTests(TheSystem the, HttpClient http, bool isHttps)
{
    private string WebOrigin => the.Running.Web.GetLeftPart(UriPartial.Authority);

    [Theory]
    [InlineData("/api/public-settings", HttpStatusCode.OK)]
    [InlineData("/api/configs", HttpStatusCode.Unauthorized)]
    [InlineData("/api/nothing", HttpStatusCode.Unauthorized)]
    [InlineData("/health", HttpStatusCode.OK)]
    public async Task Every_answer_says_that_it_is_not_to_be_shown_kept_or_framed(string path, HttpStatusCode status)
    {
        using var response = await SendAsync(HttpMethod.Get, path, "https://evil.example.com");
        Assert.Equal(status, response.StatusCode);
        AssertProtected(response);
    }

    [Fact]
    public async Task A_refusal_by_exception_says_so_too()
    {
        var token = await the.Running.SignIn.AccessTokenAsync("admin");
        using var response = await new ConfigsClient(http, token).Get("a%20b");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        AssertProtected(response);
    }

    [Fact]
    public async Task The_web_apps_origin_may_read_answers()
    {
        using var response = await SendAsync(HttpMethod.Get, "/api/public-settings", WebOrigin);
        Assert.Equal(WebOrigin, Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task The_web_apps_origin_may_ask_whether_it_may_save()
    {
        using var response = await SendAsync(HttpMethod.Options, "/api/configs/a", WebOrigin, ("Access-Control-Request-Method", "PUT"));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains("PUT", string.Join(',', response.Headers.GetValues("Access-Control-Allow-Methods")));
        var headers = string.Join(',', response.Headers.GetValues("Access-Control-Allow-Headers"));
        Assert.Contains("If-Match", headers);
        Assert.Contains("traceparent", headers);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("OPTIONS")]
    public async Task No_other_origin_may(string method)
    {
        using var response = await SendAsync(
            new(method), "/api/public-settings", "https://evil.example.com", ("Access-Control-Request-Method", "GET"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string origin, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", origin);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private void AssertProtected(HttpResponseMessage response)
    {
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal(isHttps, response.Headers.Contains("Strict-Transport-Security"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }
}

public sealed class BrowserRulesOnKestrelTests(TheSystem the)
    : BrowserRulesTests(the, the.Running.ApiUnsigned, isHttps: false), IClassFixture<TheSystem>;

public sealed class BrowserRulesOnLambdaTests(TheSystem the)
    : BrowserRulesTests(the, the.Running.ApiOnLambdaUnsigned, isHttps: true), IClassFixture<TheSystem>;
