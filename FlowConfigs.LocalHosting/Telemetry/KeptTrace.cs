namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>A trace as far as its spans have come in. Not safe for several threads at once.</summary>
internal sealed class KeptTrace(string id)
{
    private readonly List<Span> spans = [];
    private TraceSummary? summary;
    private int notKept;

    public int Count => spans.Count;

    public long Bytes { get; private set; }

    /// <summary>Says how many spans more are kept: 0 when the trace has too many already.</summary>
    public int Add(Span span)
    {
        summary = null;
        if (spans.Count >= TelemetryLimits.SpansInTrace)
        {
            notKept++;
            return 0;
        }

        spans.Add(span);
        Bytes += span.Bytes;
        return 1;
    }

    public TraceSummary Summary => summary ??= Summarize();

    public TraceDetails Details() => new(Summary, [.. spans.OrderBy(span => span.StartedAt)]);

    public bool HasResource(string resource) => spans.Exists(span => span.Resource == resource);

    public bool Contains(string text) => id.StartsWith(text, StringComparison.OrdinalIgnoreCase)
        || spans.Exists(span => span.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || span.Attributes.Contain(text));

    private TraceSummary Summarize()
    {
        // A span whose parent was never sent, as that of a caller outside, is a root too.
        var ids = spans.Select(span => span.SpanId).ToHashSet(StringComparer.Ordinal);
        var first = spans.OrderBy(span => ids.Contains(span.ParentId)).ThenBy(span => span.StartedAt).First();
        var start = spans.Min(span => span.StartedAt);
        return new TraceSummary
        {
            Id = id,
            Name = first.Name,
            Resource = first.Resource,
            StartedAt = start,
            DurationMs = (spans.Max(span => span.EndedAt) - start).TotalMilliseconds,
            Spans = spans.Count,
            Errors = spans.Count(span => span.IsError),
            Resources =
            [
                .. spans.OrderBy(span => span.StartedAt).GroupBy(span => span.Resource)
                    .Select(own => new ResourceSpans(own.Key, own.Count(), own.Count(span => span.IsError))),
            ],
            NotKept = notKept,
        };
    }
}
