using System.Diagnostics;
using OpenTelemetry;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>
/// Keeps addresses out of HTTP spans: a path or a query can contain a caller's number. .NET and the instrumentation packages record them,
/// and Aspire turns their redaction off. Only the attributes below stay, so that a new one of a later version is no leak.
/// </summary>
/// <remarks>https://opentelemetry.io/docs/specs/semconv/http/http-spans/</remarks>
internal sealed class HttpSpanScrubber : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Sources = ["Microsoft.AspNetCore", "System.Net.Http"];

    private static readonly HashSet<string> Harmless =
    [
        "error.type",
        "http.request.method",
        "http.request.resend_count",
        "http.response.status_code",
        "http.route",
        "network.protocol.version",
        "server.address",
        "server.port",
        "url.scheme",
    ];

    public override void OnEnd(Activity data)
    {
        if (!Sources.Contains(data.Source.Name))
            return;
        foreach (var name in data.TagObjects.Select(tag => tag.Key).Where(name => !IsHarmless(name)).ToList())
            data.SetTag(name, null);
    }

    private static bool IsHarmless(string name) =>
        Harmless.Contains(name) || name.StartsWith("flowconfigs.", StringComparison.Ordinal);
}
