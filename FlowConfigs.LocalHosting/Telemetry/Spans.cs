namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>A piece of work of one resource.</summary>
internal sealed record Span
{
    public required string TraceId { get; init; }

    public required string SpanId { get; init; }

    /// <summary>Empty at the root.</summary>
    public required string ParentId { get; init; }

    public required string Name { get; init; }

    /// <summary>internal, server, client, producer or consumer.</summary>
    public required string Kind { get; init; }

    public required string Resource { get; init; }

    /// <summary>The part of the program: the name of its ActivitySource.</summary>
    public required string Scope { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double DurationMs { get; init; }

    public required bool IsError { get; init; }

    public string? Error { get; init; }

    public required Attributes Attributes { get; init; }

    public required IReadOnlyList<SpanEvent> Events { get; init; }

    /// <summary>Ids of other traces that have to do with it.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    /// <summary>What it took in the request.</summary>
    internal int Bytes { get; init; }

    internal DateTimeOffset EndedAt => StartedAt.AddMilliseconds(DurationMs);
}

/// <summary>Something that happened at one moment of a span, such as an exception.</summary>
internal sealed record SpanEvent(DateTimeOffset At, string Name, Attributes Attributes);

/// <summary>A row of the list of traces.</summary>
internal sealed record TraceSummary
{
    public required string Id { get; init; }

    /// <summary>The name of its first span.</summary>
    public required string Name { get; init; }

    /// <summary>The resource of its first span.</summary>
    public required string Resource { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double DurationMs { get; init; }

    public required int Spans { get; init; }

    public required int Errors { get; init; }

    /// <summary>How many spans each resource has, in the order in which they took part.</summary>
    public required IReadOnlyList<ResourceSpans> Resources { get; init; }

    /// <summary>How many spans have not been kept because there were too many.</summary>
    public required int NotKept { get; init; }
}

/// <summary>How many spans of a trace a resource has.</summary>
internal sealed record ResourceSpans(string Resource, int Spans, int Errors);

/// <summary>A trace with all its spans, the earliest first.</summary>
internal sealed record TraceDetails(TraceSummary Trace, IReadOnlyList<Span> Spans);
