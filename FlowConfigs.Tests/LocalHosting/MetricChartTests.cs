using FlowConfigs.LocalHosting.Telemetry;
using static FlowConfigs.Tests.LocalHosting.TelemetryBoundsTests;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class MetricChartTests
{
    private static readonly InstrumentId Orders = new("shop", "Orders", "orders");
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    private readonly MetricStore store = new();

    [Fact]
    public void A_counter_is_drawn_as_a_rate_that_a_restart_does_not_turn_negative()
    {
        foreach (var (second, value) in new[] { (0, 10d), (2, 14), (4, 14), (6, 3), (8, 7) })
            store.Add([Measured(Start.AddSeconds(second), value)]);

        var chart = store.Chart(Orders, new(null, []))!.Chart;
        Assert.Equal("rate", chart.Shows);
        Assert.Equal([5, 2, 0, 1.5, 2], Assert.Single(chart.Lines).Points.Select(point => point.Value));
    }

    [Fact]
    public void What_comes_within_one_points_seconds_is_added_up()
    {
        foreach (var (second, value) in new[] { (0, 1d), (1, 3), (2, 8) })
            store.Add([Measured(Start.AddSeconds(second), value)]);

        Assert.Equal([1.5, 2.5], store.Chart(Orders, new(null, []))!.Chart.Lines[0].Points.Select(point => point.Value));
    }

    [Fact]
    public void A_chart_is_split_and_narrowed_by_attributes()
    {
        store.Add(
        [
            Measured(Start, 2, ("kind", "book"), ("shop", "north")),
            Measured(Start, 4, ("kind", "film"), ("shop", "north")),
            Measured(Start, 8, ("kind", "film"), ("shop", "south")),
        ]);

        Assert.Equal([("", 7d)], Lines(new(null, [])));
        Assert.Equal([("film", 6d), ("book", 1d)], Lines(new("kind", [])));
        Assert.Equal([("film", 2d), ("book", 1d)], Lines(new("kind", [new("shop", "north")])));
        Assert.Empty(Lines(new(null, [new("shop", "west")])));
    }

    [Fact]
    public void Clearing_forgets_points_and_does_not_count_again_what_came_before()
    {
        store.Add([Measured(Start, 100)]);
        store.Clear();
        Assert.Empty(store.List().Instruments);

        store.Add([Measured(Start.AddSeconds(10), 104)]);
        Assert.Equal([("", 2d)], Lines(new(null, [])));
    }

    [Fact]
    public void Measurements_that_say_only_what_is_new_are_not_taken_for_sums()
    {
        store.Add([Measured(Start, 4) with { IsDelta = true }]);
        store.Add([Measured(Start.AddSeconds(2), 6) with { IsDelta = true }]);
        Assert.Equal([2, 3], store.Chart(Orders, new(null, []))!.Chart.Lines[0].Points.Select(point => point.Value));
    }

    [Fact]
    public void A_histogram_is_drawn_as_the_percentiles_of_what_came_in_each_point()
    {
        var histogram = Measured(Start, 100) with { Kind = InstrumentKind.Histogram, Bounds = [10, 20], Buckets = [100, 0, 0] };
        store.Add([histogram]);
        store.Add([histogram with { At = Start.AddSeconds(2), Value = 200, Buckets = [100, 100, 0] }]);
        store.Add([histogram with { At = Start.AddSeconds(4), Value = 200, Buckets = [100, 100, 0] }]);

        var lines = store.Chart(Orders, new(null, []))!.Chart.Lines;
        Assert.Equal(["p50", "p99"], lines.Select(line => line.Percentile));
        Assert.Equal([5, 15, null], lines[0].Points.Select(point => point.Value));
        Assert.Equal([9.9, 19.9, null], lines[1].Points.Select(point => point.Value is { } value ? Math.Round(value, 6) : (double?)null));
    }

    [Theory]
    [InlineData(new double[] { 0, 0, 0 }, null)]
    [InlineData(new double[] { 0, 0, 5 }, 20d)] // nothing is known beyond the last bound
    [InlineData(new double[] { 5, 0, 5 }, 10d)]
    public void A_percentile_is_as_exact_as_the_buckets(double[] buckets, double? median) =>
        Assert.Equal(median, ChartLines.PercentileOf(buckets, [10, 20], 0.5));

    private IEnumerable<(string, double)> Lines(ChartQuery query) =>
        store.Chart(Orders, query)!.Chart.Lines.Select(line => (line.Label, line.Points[^1].Value!.Value));
}
