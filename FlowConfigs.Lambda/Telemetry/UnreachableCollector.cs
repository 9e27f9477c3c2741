using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>
/// Says once that telemetry does not reach the collector. The exporter itself tells only its event source, and goes on trying.
/// https://github.com/open-telemetry/opentelemetry-dotnet/tree/main/src/OpenTelemetry.Exporter.OpenTelemetryProtocol#troubleshooting
/// </summary>
internal sealed class UnreachableCollector : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";

    private readonly ILogger logger;
    private readonly Uri collector;
    private int said;

    public UnreachableCollector(ILoggerFactory loggers, Uri collector)
    {
        this.collector = collector;
        logger = loggers.CreateLogger(typeof(UnreachableCollector).FullName!);
        // The base class's constructor has met the sources that were there before the logger was.
        foreach (var source in EventSource.GetSources())
            OnEventSourceCreated(source);
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (logger is not null && eventSource.Name == Exporter)
            EnableEvents(eventSource, EventLevel.Error);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (Interlocked.Exchange(ref said, 1) == 0)
            logger.CollectorUnreachable(collector.GetLeftPart(UriPartial.Authority));
    }
}
