using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FlowConfigs.Api.WebErrors;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.WebErrors;

/// <summary>What went wrong in browsers, in the API's log.</summary>
public sealed class WebErrorsTests(TheSystem the) : IClassFixture<TheSystem>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_error_is_logged_under_the_trace_of_its_report()
    {
        // Letters alone: what looks like a phone number is taken out.
        var name = string.Concat("Error", Guid.NewGuid().ToString("N").Select(digit => (char)(digit % 26 + (int)'a')));
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        using var reported = await SendAsync("admin", new { name, message = "x is not a function", page = "/configs" }, trace);
        Assert.Equal(204, (int)reported.StatusCode);

        var logged = await the.Running.Telemetry.LogsAsync(name);
        Assert.Contains("FlowConfigs.Web", logged);
        Assert.Contains(trace, logged);
    }

    [Fact]
    public async Task What_is_too_long_is_refused()
    {
        await SendAsync("manager", new { message = new string('x', 501) }).Refused(400, "message: Must have at most 500 characters.");
        await SendAsync("manager", new { message = new string('x', 20_000) }).Refused(413, "The body is above 16 KB.");
    }

    // Else the client sends its next request on a connection that the server closes, and loses it.
    [Theory]
    [InlineData("manager")]
    [InlineData(null)]
    public async Task An_answer_to_a_body_that_nobody_reads_says_that_the_connection_ends(string? account)
    {
        using var refused = await SendAsync(account, new { message = new string('x', 20_000) });
        Assert.Equal(413, (int)refused.StatusCode);
        Assert.True(refused.Headers.ConnectionClose);
        using var next = await SendAsync("manager", new { message = "x is not a function", page = "/configs" });
        Assert.Equal(204, (int)next.StatusCode);
    }

    [Theory]
    [InlineData("Cannot read properties of undefined (reading 'map')", "Cannot read properties of undefined (reading 'map')")]
    [InlineData("Unexpected token 'W', \"We are closed\" is not valid JSON\n    at x", "Unexpected token 'W', \"…\"\n    at x")]
    [InlineData("can't call +1 (512) 555-0199 for ada@example.com", "can't call … for …")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.e30.x at app.js:1234:56", "Bearer … at app.js:1234:56")]
    public void What_no_log_may_hold_is_taken_out(string text, string clean) => Assert.Equal(clean, WebErrorText.Clean(text));

    private async Task<HttpResponseMessage> SendAsync(string? account, object error, string? trace = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/web-errors")
        {
            Content = new StringContent(JsonSerializer.Serialize(error), Encoding.UTF8, "application/json"),
        };
        if (account is not null)
            request.Headers.Authorization = new("Bearer", await the.Running.SignIn.AccessTokenAsync(account));
        if (trace is not null)
            request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        return await the.Running.ApiUnsigned.SendAsync(request, Stop);
    }
}
