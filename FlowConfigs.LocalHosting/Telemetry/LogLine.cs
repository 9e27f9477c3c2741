namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>A structured log line.</summary>
internal sealed record LogLine
{
    /// <summary>Counts all lines of this AppHost.</summary>
    public long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required LogSeverity Level { get; init; }

    public required string Resource { get; init; }

    /// <summary>The logger's category.</summary>
    public required string Scope { get; init; }

    public required string Text { get; init; }

    /// <summary>The trace and the span in which it was written; empty outside of one.</summary>
    public required string TraceId { get; init; }

    public required string SpanId { get; init; }

    /// <summary>The name of the event, where the program gives one.</summary>
    public string? Event { get; init; }

    public required Attributes Attributes { get; init; }

    /// <summary>What it took in the request.</summary>
    internal int Bytes { get; init; }
}

/// <summary>OpenTelemetry's severities. https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber</summary>
internal enum LogSeverity
{
    Trace,
    Debug,
    Information,
    Warning,
    Error,
    Critical,
}
