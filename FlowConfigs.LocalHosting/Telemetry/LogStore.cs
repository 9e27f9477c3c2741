namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>Which log lines are asked for; null for all.</summary>
internal sealed record LogQuery(string? Resource, LogSeverity Least, string? Text, string? TraceId, int Limit);

/// <summary>The newest lines that match, oldest first.</summary>
/// <param name="Kept">Lines that are kept.</param>
/// <param name="Matching">Lines of those that match; there may be fewer in <paramref name="Lines"/>.</param>
/// <param name="Dropped">Older lines that have made room.</param>
/// <param name="Resources">All who have written.</param>
/// <param name="Lines">The lines.</param>
internal sealed record LogPage(int Kept, int Matching, long Dropped, IReadOnlyList<string> Resources, IReadOnlyList<LogLine> Lines);

/// <summary>The newest log lines of all resources.</summary>
internal sealed class LogStore(int lines = TelemetryLimits.Lines, long bytes = TelemetryLimits.KeptBytes)
{
    private readonly Lock gate = new();
    private readonly Queue<LogLine> kept = new();
    private readonly SortedSet<string> resources = new(StringComparer.Ordinal);
    private long lastNumber;
    private long keptBytes;
    private long dropped;

    public void Add(IReadOnlyList<LogLine> added)
    {
        lock (gate)
        {
            foreach (var line in added)
            {
                kept.Enqueue(line with { Number = ++lastNumber });
                resources.Add(line.Resource);
                keptBytes += line.Bytes;
                while (kept.Count > lines || keptBytes > bytes)
                {
                    keptBytes -= kept.Dequeue().Bytes;
                    dropped++;
                }
            }
        }
    }

    public LogPage Find(LogQuery query)
    {
        LogLine[] all;
        long droppedSoFar;
        string[] names;
        lock (gate)
            (all, droppedSoFar, names) = ([.. kept], dropped, [.. resources]);

        var (matching, newest) = (0, new List<LogLine>());
        for (var at = all.Length - 1; at >= 0; at--)
        {
            if (!Matches(all[at], query))
                continue;
            matching++;
            if (newest.Count < query.Limit)
                newest.Add(all[at]);
        }

        newest.Reverse();
        return new LogPage(all.Length, matching, droppedSoFar, names, newest);
    }

    public void Clear()
    {
        lock (gate)
        {
            kept.Clear();
            resources.Clear();
            (keptBytes, dropped) = (0, 0);
        }
    }

    private static bool Matches(LogLine line, LogQuery query) =>
        line.Level >= query.Least
        && (query.Resource is null || line.Resource == query.Resource)
        && (query.TraceId is null || line.TraceId == query.TraceId)
        && (query.Text is null
            || line.Text.Contains(query.Text, StringComparison.OrdinalIgnoreCase)
            || line.Scope.Contains(query.Text, StringComparison.OrdinalIgnoreCase)
            || line.TraceId == query.Text
            || line.Attributes.Contain(query.Text));
}
