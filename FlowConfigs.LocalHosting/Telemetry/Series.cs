namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>What came within one point's seconds.</summary>
/// <param name="Slot">The number of those seconds, counted from 1970.</param>
/// <param name="Value">The value at the end of them; of a counter or histogram how many came in them.</param>
/// <param name="Buckets">Of a histogram, how many values came in each bucket; else empty.</param>
internal readonly record struct Point(long Slot, double Value, IReadOnlyList<double> Buckets)
{
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeSeconds(Slot * TelemetryLimits.SecondsOfPoint);
}

/// <summary>An instrument with one set of attributes. Not safe for several threads at once.</summary>
internal sealed class Series(Attributes attributes)
{
    private readonly List<Point> points = [];
    private Measurement? last;

    public Attributes Attributes => attributes;

    public IReadOnlyList<Point> Points => points;

    public void Add(Measurement measured)
    {
        var slot = measured.At.ToUnixTimeSeconds() / TelemetryLimits.SecondsOfPoint;
        var (value, buckets) = Grown(measured);
        last = measured;
        if (points.Count > 0 && points[^1].Slot >= slot)
            points[^1] = measured.Kind == InstrumentKind.Gauge ? points[^1] with { Value = value } : Sum(points[^1], value, buckets);
        else
            points.Add(new Point(slot, value, buckets));
        if (points.Count > TelemetryLimits.PointsInSeries)
            points.RemoveRange(0, points.Count - TelemetryLimits.PointsInSeries);
    }

    /// <summary>Forgets the points. The last measurement stays: what came before it does not count as new.</summary>
    public void Clear() => points.Clear();

    /// <summary>What has come since the measurement before. A program that starts again begins at zero.</summary>
    private (double Value, IReadOnlyList<double> Buckets) Grown(Measurement measured)
    {
        if (measured.Kind == InstrumentKind.Gauge)
            return (measured.Value, []);
        double[] now = [.. measured.Buckets.Select(count => (double)count)];
        if (measured.IsDelta || last is null || last.Value > measured.Value || last.Buckets.Count != now.Length)
            return (measured.Value, now);
        return (measured.Value - last.Value, [.. now.Select((count, at) => Math.Max(0, count - last.Buckets[at]))]);
    }

    private static Point Sum(Point point, double value, IReadOnlyList<double> buckets) => point with
    {
        Value = point.Value + value,
        Buckets = point.Buckets.Count == buckets.Count ? [.. point.Buckets.Zip(buckets, (one, other) => one + other)] : buckets,
    };
}
