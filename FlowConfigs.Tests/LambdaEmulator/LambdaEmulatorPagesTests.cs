using System.Net;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.LambdaEmulator;

/// <summary>The emulator answers programs on this machine, and no web page.</summary>
public sealed class LambdaEmulatorPagesTests : EmulatorTest
{
    [Theory]
    [InlineData("localhost", HttpStatusCode.NoContent)]
    [InlineData("LOCALHOST:5050", HttpStatusCode.NoContent)]
    [InlineData("127.0.0.1:1", HttpStatusCode.NoContent)]
    [InlineData("[::1]:5050", HttpStatusCode.NoContent)]
    [InlineData("attacker.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost.attacker.example:5050", HttpStatusCode.Forbidden)]
    [InlineData("192.168.0.10:5050", HttpStatusCode.Forbidden)]
    public async Task Only_names_of_this_machine_are_answered(string host, HttpStatusCode status)
    {
        using var answer = await SendAsync(HttpMethod.Post, Invocations, ("Host", host), ("X-Amz-Invocation-Type", "DryRun"));
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Foreign_name_is_refused_with_a_sentence()
    {
        using var answer = await SendAsync(HttpMethod.Post, Invocations, ("Host", "attacker.example"));
        Assert.Equal(
            "The Lambda emulator answers to localhost, 127.0.0.1 and [::1], not to the host name 'attacker.example'.",
            (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["errorMessage"]);
    }

    [Theory]
    [InlineData("Origin", "https://attacker.example")]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Page_cannot_invoke_a_function_or_take_its_call(string header, string value)
    {
        using var invoked = await SendAsync(HttpMethod.Post, Invocations, (header, value), ("X-Amz-Invocation-Type", "Event"));
        Assert.Equal(HttpStatusCode.Forbidden, invoked.StatusCode);

        var invocation = InvokeAsync("{}");
        using var taken = await SendAsync(HttpMethod.Get, $"{Runtime}/invocation/next", (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, taken.StatusCode);
        using var byFunction = await NextAsync();
        using var forged = await SendAsync(HttpMethod.Post, $"{Runtime}/invocation/{Id(byFunction)}/response", (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        using var responded = await RespondAsync(Id(byFunction), """{"from":"function"}""");
        using var answer = await invocation;
        Assert.Equal("""{"from":"function"}""", await answer.Content.ReadAsStringAsync(Token));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await Http.SendAsync(request, Token);
    }
}
