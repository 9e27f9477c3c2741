using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Scenarios;

namespace FlowConfigs.Tests.Api;

/// <summary>The API on a developer's machine serves that machine only; in AWS it has the installation's host name.</summary>
public sealed class ForeignRequestsTests(TheSystem the) : IClassFixture<TheSystem>
{
    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:5180", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:1", HttpStatusCode.OK)]
    [InlineData("[::1]:5180", HttpStatusCode.OK)]
    [InlineData("attacker.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost.attacker.example:5180", HttpStatusCode.Forbidden)]
    [InlineData("192.168.0.10:5180", HttpStatusCode.Forbidden)]
    public async Task Only_names_of_this_machine_are_answered(string host, HttpStatusCode status)
    {
        using var response = await SendAsync(the.Running.Api, HttpMethod.Get, "/api/me", ("Host", host));
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Foreign_name_is_refused_with_a_sentence()
    {
        using var response = await SendAsync(the.Running.Api, HttpMethod.Get, "/api/me", ("Host", "attacker.example"));
        Assert.Equal(
            "The API on this machine answers to localhost, 127.0.0.1 and [::1], not to the host name 'attacker.example'.",
            (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["detail"]);
    }

    [Theory]
    [InlineData("Origin", "https://attacker.example")]
    [InlineData("Origin", "http://localhost.attacker.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Page_from_elsewhere_cannot_switch_a_scenario_on(string header, string value)
    {
        var scenarios = new ScenariosClient(the.Running.Api);
        var id = ScenariosClient.NewId;
        using var saved = await scenarios.Put(id, ScenariosClient.Body(await scenarios.NewConfigs(1)));
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);

        var path = $"/api/scenarios/{id}/on";
        using var refused = await SendAsync(the.Running.Api, HttpMethod.Post, path, (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var own = await SendAsync(the.Running.Api, HttpMethod.Post, path, ("Origin", WebOrigin));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task Page_from_elsewhere_may_ask_and_cannot_read()
    {
        using var response = await SendAsync(
            the.Running.Api, HttpMethod.Get, "/api/public-settings", ("Origin", "https://attacker.example"), ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task In_Lambda_any_host_name_and_origin_are_left_to_API_Gateway()
    {
        var id = ScenariosClient.NewId;
        var scenarios = new ScenariosClient(the.Running.ApiOnLambda);
        using var saved = await scenarios.Put(id, ScenariosClient.Body(await scenarios.NewConfigs(1)));
        using var response = await SendAsync(
            the.Running.ApiOnLambda, HttpMethod.Post, $"/api/scenarios/{id}/on",
            ("Host", "flows.example.com"), ("Origin", "https://flows.example.com"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private string WebOrigin => the.Running.Web.GetLeftPart(UriPartial.Authority);

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient http, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (method == HttpMethod.Post)
            request.Content = new StringContent(ScenariosClient.AnHour(), Encoding.UTF8, "application/json");
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
