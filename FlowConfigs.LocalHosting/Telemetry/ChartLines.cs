namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>What to draw: a line for each value of an attribute (By), of the series that have certain values (Where).</summary>
internal sealed record ChartQuery(string? By, IReadOnlyList<KeyValuePair<string, string>> Where);

/// <summary>An instrument with its lines.</summary>
internal sealed record MetricChart(InstrumentView Instrument, ChartLineSet Chart);

/// <summary>Lines of one chart.</summary>
/// <param name="Shows">What their points are: value, rate (per second) or percentile.</param>
/// <param name="NotDrawn">How many lines there are besides.</param>
/// <param name="Lines">The largest lines.</param>
internal sealed record ChartLineSet(string Shows, int NotDrawn, IReadOnlyList<ChartLine> Lines);

/// <summary>One line. Its label is empty when it stands for everything.</summary>
internal sealed record ChartLine(string Label, string? Percentile, IReadOnlyList<ChartPoint> Points);

/// <summary>A point; null where nothing was measured.</summary>
internal sealed record ChartPoint(DateTimeOffset At, double? Value);

/// <summary>Turns series into lines: values of gauges, rates of counters, percentiles of histograms.</summary>
internal static class ChartLines
{
    private const int MostGroups = 8;

    private static readonly (string Name, double Share)[] Percentiles = [("p50", 0.5), ("p99", 0.99)];

    public static ChartLineSet Of(Measurement about, IReadOnlyList<Series> all, ChartQuery query)
    {
        var series = all.Where(each => query.Where.All(where => each.Attributes[where.Key] == where.Value)).ToList();
        // Values of the moment cannot be added up without asking, such as temperatures.
        var groups = series.GroupBy(each => query.By is { } by ? each.Attributes[by] ?? ""
            : about.Kind == InstrumentKind.Gauge ? LabelOf(each) : "").ToList();
        var largest = groups.OrderByDescending(group => group.Sum(each => each.Points.Sum(point => Math.Abs(point.Value))))
            .Take(MostGroups).ToList();
        var lines = largest.SelectMany(group => about.Kind == InstrumentKind.Histogram
            ? Percentiles.Select(percentile => new ChartLine(group.Key, percentile.Name, Percentile(about, group, percentile.Share)))
            : [new ChartLine(group.Key, null, Values(about, group))]);
        var shows = about.Kind switch
        {
            InstrumentKind.Counter => "rate",
            InstrumentKind.Histogram => "percentile",
            _ => "value",
        };
        return new ChartLineSet(shows, groups.Count - largest.Count, [.. lines]);
    }

    private static string LabelOf(Series series) =>
        string.Join(", ", series.Attributes.All.Select(each => Attributes.TextOf(each.Value)));

    private static IReadOnlyList<ChartPoint> Values(Measurement about, IEnumerable<Series> group)
    {
        var seconds = about.Kind == InstrumentKind.Counter ? TelemetryLimits.SecondsOfPoint : 1;
        return [.. BySlot(group).Select(slot => new ChartPoint(slot.First().At, slot.Sum(point => point.Value) / seconds))];
    }

    private static IReadOnlyList<ChartPoint> Percentile(Measurement about, IEnumerable<Series> group, double share) =>
    [
        .. BySlot(group).Select(slot =>
        {
            var buckets = new double[about.Bounds.Count + 1];
            foreach (var point in slot.Where(point => point.Buckets.Count == buckets.Length))
            {
                for (var at = 0; at < buckets.Length; at++)
                    buckets[at] += point.Buckets[at];
            }

            return new ChartPoint(slot.First().At, PercentileOf(buckets, about.Bounds, share));
        }),
    ];

    private static IEnumerable<IGrouping<long, Point>> BySlot(IEnumerable<Series> group) =>
        group.SelectMany(each => each.Points).GroupBy(point => point.Slot).OrderBy(slot => slot.Key);

    /// <summary>
    /// Within the bucket values are taken as evenly spread, as Prometheus does; beyond the last bound nothing is known but that bound.
    /// https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
    /// </summary>
    internal static double? PercentileOf(IReadOnlyList<double> buckets, IReadOnlyList<double> bounds, double share)
    {
        var total = buckets.Sum();
        if (total <= 0 || bounds.Count == 0)
            return null;
        var (rank, below) = (share * total, 0d);
        for (var at = 0; at < bounds.Count; at++)
        {
            if (buckets[at] > 0 && below + buckets[at] >= rank)
            {
                var least = at > 0 ? bounds[at - 1] : Math.Min(0, bounds[0]);
                return least + (bounds[at] - least) * (rank - below) / buckets[at];
            }

            below += buckets[at];
        }

        return bounds[^1];
    }
}
