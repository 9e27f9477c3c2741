namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>How traces are listed.</summary>
internal enum TraceOrder
{
    /// <summary>By start, the latest first.</summary>
    Newest,

    /// <summary>Those with errors first, then by start.</summary>
    Errors,

    /// <summary>By duration, the longest first.</summary>
    Slowest,
}

/// <summary>Which traces are asked for; null for all.</summary>
internal sealed record TraceQuery(string? Resource, string? Text, bool ErrorsOnly, TraceOrder Order, int Limit);

/// <summary>Traces that match.</summary>
/// <param name="Kept">Traces that are kept.</param>
/// <param name="KeptSpans">Their spans.</param>
/// <param name="Matching">Traces of those that match; there may be fewer in <paramref name="Traces"/>.</param>
/// <param name="DroppedSpans">Spans of older traces that have made room, and those that were too many for one trace.</param>
/// <param name="Resources">All who have taken part.</param>
/// <param name="Traces">The traces.</param>
internal sealed record TracePage(
    int Kept, int KeptSpans, int Matching, long DroppedSpans, IReadOnlyList<string> Resources, IReadOnlyList<TraceSummary> Traces);

/// <summary>The newest traces. When there are too many spans, whole traces go, those first that began first to come in.</summary>
internal sealed class TraceStore(int spans = TelemetryLimits.Spans, long bytes = TelemetryLimits.KeptBytes)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, KeptTrace> kept = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private readonly SortedSet<string> resources = new(StringComparer.Ordinal);
    private int keptSpans;
    private long keptBytes;
    private long dropped;

    public void Add(IReadOnlyList<Span> added)
    {
        lock (gate)
        {
            foreach (var span in added)
                Add(span);
        }
    }

    public TracePage Find(TraceQuery query)
    {
        lock (gate)
        {
            var matching = kept.Values.Where(trace => Matches(trace, query)).Select(trace => trace.Summary).ToList();
            IEnumerable<TraceSummary> sorted = query.Order switch
            {
                TraceOrder.Slowest => matching.OrderByDescending(trace => trace.DurationMs),
                TraceOrder.Errors => matching.OrderBy(trace => trace.Errors == 0).ThenByDescending(trace => trace.StartedAt),
                _ => matching.OrderByDescending(trace => trace.StartedAt),
            };
            return new TracePage(kept.Count, keptSpans, matching.Count, dropped, [.. resources], [.. sorted.Take(query.Limit)]);
        }
    }

    /// <summary>Null if there is no such trace, or no longer.</summary>
    public TraceDetails? Find(string id)
    {
        lock (gate)
            return kept.GetValueOrDefault(id)?.Details();
    }

    public void Clear()
    {
        lock (gate)
        {
            kept.Clear();
            order.Clear();
            resources.Clear();
            (keptSpans, keptBytes, dropped) = (0, 0, 0);
        }
    }

    private void Add(Span span)
    {
        if (!kept.TryGetValue(span.TraceId, out var trace))
        {
            kept[span.TraceId] = trace = new KeptTrace(span.TraceId);
            order.Enqueue(span.TraceId);
        }

        resources.Add(span.Resource);
        if (trace.Add(span) == 0)
        {
            dropped++;
            return;
        }

        keptSpans++;
        keptBytes += span.Bytes;
        while ((keptSpans > spans || keptBytes > bytes) && order.TryDequeue(out var oldest))
            Drop(oldest);
    }

    private void Drop(string id)
    {
        kept.Remove(id, out var trace);
        keptSpans -= trace!.Count;
        keptBytes -= trace.Bytes;
        dropped += trace.Count;
    }

    private static bool Matches(KeptTrace trace, TraceQuery query) =>
        (!query.ErrorsOnly || trace.Summary.Errors > 0)
        && (query.Resource is null || trace.HasResource(query.Resource))
        && (query.Text is null || trace.Contains(query.Text));
}
