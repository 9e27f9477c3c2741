using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using FlowConfigs.Tests.Browser;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>One trace through all that a request passes, as the dashboard's API tells it, and nothing in it that is nobody's business.</summary>
public sealed class ConnectedTracesTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Desktop)
{
    private const string PromptText = "Good morning, the zebra crossing is closed";
    private const string CustomerNumber = "+15125550177";

    private readonly string office = $"+1{Random.Shared.NextInt64(2_000_000_000, 9_999_999_999)}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ConfigPage Config => new(Page);

    private TracesOfDashboard Traces => new(System.Dashboard);

    [Fact]
    public async Task A_save_in_the_browser_and_the_next_call_are_one_trace_each()
    {
        var id = await Configs.QueueAsync();
        var sent = new List<string>();
        Page.Request += (_, request) => sent.Add($"{request.Method} {request.Headers.GetValueOrDefault("traceparent")}");
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Config.Voice("Welcome").FillAsync(PromptText);
        await Config.SaveAsync(version: 2);

        var header = Assert.Single(sent, line => line.StartsWith("PUT ", StringComparison.Ordinal))[4..].Split('-');
        var save = await Traces.OfAsync(header[1], "DynamoDB.TransactWriteItems", header[2]);
        var server = Assert.Single(save, span => (string?)span["parentId"] == header[2]);
        Assert.Equal(("api", "server"), ((string?)server["resource"], (string?)server["kind"]));
        Assert.Equal("PUT", (string?)server["attributes"]!["http.request.method"]);
        Assert.Equal(id, (string?)server["attributes"]!["flowconfigs.config.id"]);
        Assert.Equal(2, (int?)server["attributes"]!["flowconfigs.config.version"]);
        TracesOfDashboard.AssertConnected(save, header[2]);

        var call = $$$"""
            {"Details":{"ContactData":{"Channel":"VOICE","CustomerEndpoint":{"Address":"{{{CustomerNumber}}}"} },
            "Parameters":{"id":"{{{id}}}","lang":"en-US","note":"{{{CustomerNumber}}}"} } }
            """;
        var (callId, callerId) = NewTrace();
        Assert.Contains(PromptText, await InvokeAsync(call, callId, callerId));
        var invocation = await Traces.OfAsync(callId, "DynamoDB.BatchGetItem", callerId);
        var handler = Assert.Single(invocation, span => (string?)span["parentId"] == callerId);
        Assert.Equal(("get-config", "get-config"), ((string?)handler["resource"], (string?)handler["name"]));
        var attributes = handler["attributes"]!;
        Assert.Equal(
            ("true", id, "2", "en-US", "Voice", "false"),
            (Text(attributes, "found"), Text(attributes, "config.id"), Text(attributes, "config.version"), Text(attributes, "language"),
                Text(attributes, "channel"), Text(attributes, "stale")));
        Assert.InRange((int)attributes["flowconfigs.response.size"]!, PromptText.Length, 32 * 1024);
        Assert.Equal("4", Text(attributes, "reasons.own"));
        TracesOfDashboard.AssertConnected(invocation, callerId);

        await AssertNothingForbiddenAsync(PromptText, CustomerNumber[1..], await System.SignIn.AccessTokenAsync("admin"));
    }

    [Fact]
    public async Task A_policy_decision_is_in_the_trace_and_a_number_is_not()
    {
        // A token of its own: decisions are remembered for a minute.
        using var signedIn = await System.SignIn.InitiateAuthAsync("manager", SignIn.Password);
        var token = (string)JsonNode.Parse(await signedIn.Content.ReadAsStringAsync(Stop))!["AuthenticationResult"]!["AccessToken"]!;
        var (traceId, callerId) = NewTrace();
        using var read = new HttpRequestMessage(HttpMethod.Get, $"/api/configs/{office}")
        {
            Headers = { { "traceparent", $"00-{traceId}-{callerId}-01" }, { "Authorization", $"Bearer {token}" } },
        };
        using var answer = await System.ApiUnsigned.SendAsync(read, Stop);
        Assert.Equal(404, (int)answer.StatusCode);

        var spans = await Traces.OfAsync(traceId, "DynamoDB.BatchGetItem", callerId);
        var decision = Assert.Single(spans, span => (string?)span["name"] == "policy decision");
        Assert.Equal(
            (1, 1), ((int)decision["attributes"]!["flowconfigs.policy.questions"]!, (int)decision["attributes"]!["flowconfigs.policy.allowed"]!));
        var engine = System.VerifiedPermissions.Port;
        Assert.Contains(spans, span =>
            (int?)span["attributes"]!["server.port"] == engine && (string?)span["parentId"] == (string?)decision["spanId"]);
        TracesOfDashboard.AssertConnected(spans, callerId);
        Assert.Equal($"…{office[^4..]}", (string?)spans[0]["attributes"]!["flowconfigs.config.id"]);
        await AssertNothingForbiddenAsync(office[1..], token);
    }

    private static (string TraceId, string CallerId) NewTrace() =>
        (ActivityTraceId.CreateRandom().ToHexString(), ActivitySpanId.CreateRandom().ToHexString());

    private static string? Text(JsonNode attributes, string name) => attributes[$"flowconfigs.{name}"]?.ToString();

    private async Task<string> InvokeAsync(string call, string traceId, string callerId)
    {
        using var invoke = new HttpRequestMessage(HttpMethod.Post, "/2015-03-31/functions/get-config/invocations")
        {
            Content = new StringContent(call, Encoding.UTF8, "application/json"),
            Headers = { { "traceparent", $"00-{traceId}-{callerId}-01" } },
        };
        using var answer = await System.Lambda.SendAsync(invoke, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    /// <summary>In none of the traces, log lines and metrics that the whole system has sent, other tests' included.</summary>
    private async Task AssertNothingForbiddenAsync(params string[] texts)
    {
        var metrics = await System.Dashboard.GetStringAsync("/api/telemetry/metrics", Stop);
        foreach (var text in texts)
        {
            var part = Uri.EscapeDataString(text[..Math.Min(text.Length, 60)]);
            foreach (var signal in new[] { "traces", "logs" })
            {
                var found = JsonNode.Parse(await System.Dashboard.GetStringAsync($"/api/telemetry/{signal}?text={part}", Stop))!;
                Assert.Equal(0, (int)found["matching"]!);
            }

            Assert.DoesNotContain(text, metrics);
        }
    }
}
