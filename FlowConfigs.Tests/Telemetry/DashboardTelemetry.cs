using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowConfigs.Tests.Telemetry;

/// <summary>A span as the dashboard received it.</summary>
internal sealed record DashboardSpan(string Resource, string Name, int Kind, string SpanId, string? ParentId, IReadOnlyDictionary<string, string> Attributes)
{
    // https://opentelemetry.io/docs/specs/otel/trace/api/#spankind, as protobuf numbers the kinds
    public const int Server = 2;
}

/// <summary>Traces and logs that have arrived in Aspire's dashboard, by the API that <c>aspire otel</c> uses.</summary>
internal sealed class DashboardTelemetry : IDisposable
{
    private readonly HttpClient http;

    public DashboardTelemetry(DistributedApplication app)
    {
        var settings = app.Services.GetRequiredService<IConfiguration>();
        http = new() { BaseAddress = new(app.GetEndpoint("aspire-dashboard"), "api/telemetry/") };
        http.DefaultRequestHeaders.Add("x-api-key", settings["AppHost:DashboardApiKey"]);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The spans of a trace, once the first and one of that name have arrived: programs send them a second later.</summary>
    public async Task<IReadOnlyList<DashboardSpan>> TraceAsync(string traceId, string name, string callerId)
    {
        while (true)
        {
            var spans = await SpansAsync($"spans?traceId={traceId}&limit=1000");
            if (spans.Any(span => span.Name == name) && spans.Any(span => span.ParentId == callerId))
                return spans;
            await Task.Delay(100, Stop);
        }
    }

    /// <summary>The log lines that contain the text, as the dashboard's API writes them, once there is one.</summary>
    public async Task<string> LogsAsync(string text)
    {
        while (true)
        {
            var found = await http.GetStringAsync($"logs?search={Uri.EscapeDataString(text)}", Stop);
            if ((int)JsonNode.Parse(found)!["totalCount"]! > 0)
                return found;
            await Task.Delay(100, Stop);
        }
    }

    /// <summary>How many spans or log lines of all that has arrived contain the text.</summary>
    public async Task<int> CountAsync(string signal, string text)
    {
        var found = await http.GetFromJsonAsync<JsonNode>($"{signal}?limit=1000&search={Uri.EscapeDataString(text)}", Stop);
        return (int)found!["totalCount"]!;
    }

    /// <summary>One span is the caller's child, and every other one is below another of the same trace.</summary>
    public static void AssertConnected(IReadOnlyList<DashboardSpan> spans, string callerId)
    {
        var first = Assert.Single(spans, span => span.ParentId == callerId);
        var ids = spans.Select(span => span.SpanId).ToHashSet();
        Assert.All(spans, span => Assert.Contains(span.ParentId!, span == first ? [callerId] : ids));
    }

    public void Dispose() => http.Dispose();

    // https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
    private async Task<IReadOnlyList<DashboardSpan>> SpansAsync(string path)
    {
        var answer = await http.GetFromJsonAsync<JsonNode>(path, Stop);
        return
        [
            .. from resource in answer!["data"]!["resourceSpans"]!.AsArray()
            let name = Attributes(resource!["resource"]!)["service.name"]
            from scope in resource["scopeSpans"]!.AsArray()
            from span in scope!["spans"]!.AsArray()
            select new DashboardSpan(
                name, (string)span!["name"]!, (int)span["kind"]!, (string)span["spanId"]!, (string?)span["parentSpanId"], Attributes(span)),
        ];
    }

    private static Dictionary<string, string> Attributes(JsonNode owner) =>
        (owner["attributes"]?.AsArray() ?? []).ToDictionary(
            attribute => (string)attribute!["key"]!,
            attribute => attribute!["value"]!.AsObject().Single().Value!.ToString());
}
