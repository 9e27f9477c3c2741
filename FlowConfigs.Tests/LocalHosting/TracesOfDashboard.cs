using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>Traces of the running system, by the dashboard's API.</summary>
internal sealed class TracesOfDashboard(HttpClient dashboard)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The spans of a trace, once the first and one of that name are there: programs send them a second later.</summary>
    public async Task<IReadOnlyList<JsonNode>> OfAsync(string traceId, string name, string callerId)
    {
        while (true)
        {
            using var answer = await dashboard.GetAsync($"/api/telemetry/traces/{traceId}", Stop);
            if (answer.IsSuccessStatusCode)
            {
                var trace = await answer.Content.ReadFromJsonAsync<JsonNode>(Stop);
                JsonNode[] spans = [.. trace!["spans"]!.AsArray().OfType<JsonNode>()];
                if (spans.Any(span => (string?)span["name"] == name) && spans.Any(span => (string?)span["parentId"] == callerId))
                    return spans;
            }

            await Task.Delay(100, Stop);
        }
    }

    /// <summary>One span is the caller's child, and every other one is below another of the same trace.</summary>
    public static void AssertConnected(IReadOnlyList<JsonNode> spans, string callerId)
    {
        var first = Assert.Single(spans, span => (string?)span["parentId"] == callerId);
        var ids = spans.Select(span => (string)span["spanId"]!).ToHashSet();
        Assert.All(spans, span => Assert.Contains((string)span["parentId"]!, span == first ? [callerId] : ids));
    }
}
