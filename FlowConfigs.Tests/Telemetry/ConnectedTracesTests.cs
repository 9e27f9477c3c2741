using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using FlowConfigs.Tests.Browser;

namespace FlowConfigs.Tests.Telemetry;

/// <summary>One trace through all that a request passes, as the dashboard shows it, without numbers, tokens and texts.</summary>
public sealed class ConnectedTracesTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Desktop)
{
    private const string PromptText = "Good morning, the zebra crossing is closed";
    private const string CustomerNumber = "+15125550177";

    private readonly string office = $"+1{Random.Shared.NextInt64(2_000_000_000, 9_999_999_999)}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ConfigPage Config => new(Page);

    private DashboardTelemetry Traces => System.Telemetry;

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
        var save = await Traces.TraceAsync(header[1], "DynamoDB.TransactWriteItems", header[2]);
        var server = Assert.Single(save, span => span.ParentId == header[2]);
        Assert.Equal(("api", DashboardSpan.Server), (server.Resource, server.Kind));
        Assert.Equal("PUT", server.Attributes["http.request.method"]);
        Assert.Equal(id, server.Attributes["flowconfigs.config.id"]);
        Assert.Equal("2", server.Attributes["flowconfigs.config.version"]);
        DashboardTelemetry.AssertConnected(save, header[2]);

        var call = $$$"""
            {"Details":{"ContactData":{"Channel":"VOICE","CustomerEndpoint":{"Address":"{{{CustomerNumber}}}"} },
            "Parameters":{"id":"{{{id}}}","lang":"en-US","note":"{{{CustomerNumber}}}"} } }
            """;
        var (callId, callerId) = NewTrace();
        Assert.Contains(PromptText, await InvokeAsync(call, callId, callerId));
        var invocation = await Traces.TraceAsync(callId, "DynamoDB.BatchGetItem", callerId);
        var handler = Assert.Single(invocation, span => span.ParentId == callerId);
        Assert.Equal(("get-config", "get-config"), (handler.Resource, handler.Name));
        var attributes = handler.Attributes;
        Assert.Equal(
            ("true", id, "2", "en-US", "Voice", "false"),
            (Text(attributes, "found"), Text(attributes, "config.id"), Text(attributes, "config.version"), Text(attributes, "language"),
                Text(attributes, "channel"), Text(attributes, "stale")));
        Assert.InRange(int.Parse(attributes["flowconfigs.response.size"]), PromptText.Length, 32 * 1024);
        Assert.Equal("4", Text(attributes, "reasons.own"));
        DashboardTelemetry.AssertConnected(invocation, callerId);

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

        var spans = await Traces.TraceAsync(traceId, "DynamoDB.BatchGetItem", callerId);
        var decision = Assert.Single(spans, span => span.Name == "policy decision");
        Assert.Equal(
            ("1", "1"), (decision.Attributes["flowconfigs.policy.questions"], decision.Attributes["flowconfigs.policy.allowed"]));
        var engine = $"{System.VerifiedPermissions.Port}";
        Assert.Contains(spans, span => span.Attributes.GetValueOrDefault("server.port") == engine && span.ParentId == decision.SpanId);
        DashboardTelemetry.AssertConnected(spans, callerId);
        Assert.Equal($"…{office[^4..]}", Assert.Single(spans, span => span.ParentId == callerId).Attributes["flowconfigs.config.id"]);
        await AssertNothingForbiddenAsync(office[1..], token);
    }

    private static (string TraceId, string CallerId) NewTrace() =>
        (ActivityTraceId.CreateRandom().ToHexString(), ActivitySpanId.CreateRandom().ToHexString());

    private static string? Text(IReadOnlyDictionary<string, string> attributes, string name) =>
        attributes.GetValueOrDefault($"flowconfigs.{name}");

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

    /// <summary>In none of the spans and log lines that the whole system has sent, other tests' included.</summary>
    private async Task AssertNothingForbiddenAsync(params string[] texts)
    {
        foreach (var text in texts.Select(text => text[..Math.Min(text.Length, 60)]))
        {
            Assert.Equal(0, await Traces.CountAsync("spans", text));
            Assert.Equal(0, await Traces.CountAsync("logs", text));
        }
    }
}
