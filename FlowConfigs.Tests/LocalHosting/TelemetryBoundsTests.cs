using FlowConfigs.LocalHosting.Telemetry;
using static FlowConfigs.Tests.LocalHosting.OtlpSample;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class TelemetryBoundsTests
{
    private static readonly TraceQuery AnyTrace = new(null, null, false, TraceOrder.Newest, 1_000);
    private static readonly LogQuery AnyLine = new(null, LogSeverity.Trace, null, null, 1_000);

    [Fact]
    public void Of_more_than_20000_lines_the_newest_are_kept_and_the_others_counted()
    {
        var store = new LogStore();
        store.Add(OtlpLogs.Read(Request("shop", "s", Enumerable.Range(1, 20_010).Select(number => Line($"line {number:00000}")))));

        var page = store.Find(AnyLine);
        Assert.Equal((20_000, 20_000, 10L), (page.Kept, page.Matching, page.Dropped));
        Assert.Equal("line 20010", page.Lines[^1].Text);
        Assert.Empty(store.Find(AnyLine with { Text = "line 00010" }).Lines);
        Assert.Single(store.Find(AnyLine with { Text = "line 00011" }).Lines);
    }

    [Fact]
    public void Of_more_than_20000_spans_whole_traces_make_room()
    {
        var store = new TraceStore();
        store.Add(OtlpTraces.Read(Request("shop", "s", Enumerable.Range(0, 20_001).Select(number =>
            Span(TraceId(number / 3), SpanId(number), $"span {number}")))));

        var page = store.Find(AnyTrace);
        Assert.Equal((6_666, 19_998, 3L), (page.Kept, page.KeptSpans, page.DroppedSpans));
        Assert.Null(store.Find(TraceId(0)));
        Assert.Equal(3, store.Find(TraceId(1))!.Spans.Count);
    }

    [Fact]
    public void A_trace_without_end_does_not_push_out_the_others()
    {
        var store = new TraceStore();
        store.Add(OtlpTraces.Read(Request("shop", "s", [Span(TraceId(9), SpanId(9), "other")])));
        var loop = Enumerable.Range(0, 30_000).Select(number => Span(TraceId(1), SpanId(number), "loop"));
        store.Add(OtlpTraces.Read(Request("shop", "s", loop)));

        Assert.NotNull(store.Find(TraceId(9)));
        Assert.Equal((2_000, 28_000), (store.Find(TraceId(1))!.Trace.Spans, store.Find(TraceId(1))!.Trace.NotKept));
        Assert.Equal(28_000, store.Find(AnyTrace).DroppedSpans);
    }

    [Fact]
    public void Long_texts_are_cut_and_make_room_earlier()
    {
        var traces = new TraceStore(bytes: 100_000);
        traces.Add(OtlpTraces.Read(Request("shop", "s", Enumerable.Range(0, 30).Select(number =>
            Span(TraceId(number), SpanId(number), "x", more: AttributeAs(9, "text", new string('x', 10_000)))))));
        Assert.Equal((9, 21L), (traces.Find(AnyTrace).Kept, traces.Find(AnyTrace).DroppedSpans));
        Assert.Equal(TelemetryLimits.Text + 1, traces.Find(TraceId(29))!.Spans[0].Attributes["text"]!.Length);

        var lines = new LogStore(bytes: 100_000);
        lines.Add(OtlpLogs.Read(Request("shop", "s", Enumerable.Range(0, 30).Select(_ => Line(new string('x', 10_000))))));
        Assert.Equal((9, 21L), (lines.Find(AnyLine).Kept, lines.Find(AnyLine).Dropped));
    }

    [Fact]
    public void More_attributes_than_anybody_reads_are_left_out()
    {
        var many = Enumerable.Range(0, 1_000).Select(number => AttributeAs(9, $"a{number}", "x")).ToArray();
        var span = Assert.Single(OtlpTraces.Read(Request("shop", "s", [Span(TraceId(1), SpanId(1), "x", more: many)])));
        Assert.Equal(TelemetryLimits.Attributes, span.Attributes.All.Count);
    }

    [Fact]
    public void A_value_nested_without_end_is_cut()
    {
        var value = Field(1, "deep"u8.ToArray());
        for (var depth = 0; depth < 5_000; depth++)
            value = Field(5, Field(1, value));
        var body = Field(9, [.. Field(1, "a"u8.ToArray()), .. Field(2, value)]);

        var span = Assert.Single(OtlpTraces.Read(Request("shop", "s", [Span(TraceId(1), SpanId(1), "x", more: body)])));
        Assert.StartsWith("[[[[", span.Attributes["a"]);
    }

    [Fact]
    public void Series_that_are_too_many_are_counted_and_points_make_room()
    {
        var store = new MetricStore(series: 2);
        var start = DateTimeOffset.UnixEpoch;
        foreach (var number in Enumerable.Range(0, TelemetryLimits.PointsInSeries + 50))
        {
            var at = start.AddSeconds(number * TelemetryLimits.SecondsOfPoint);
            store.Add([.. new[] { "a", "b", "c" }.Select(value => Measured(at, number, ("key", value)))]);
        }

        var page = store.List();
        Assert.Equal(TelemetryLimits.PointsInSeries + 50, page.Dropped);
        Assert.Equal(2, Assert.Single(page.Instruments).Series);
        var chart = store.Chart(new("shop", "Orders", "orders"), new(null, []))!.Chart;
        Assert.Equal(TelemetryLimits.PointsInSeries, Assert.Single(chart.Lines).Points.Count);
    }

    internal static Measurement Measured(DateTimeOffset at, double value, params (string Name, string Value)[] attributes) => new()
    {
        Instrument = new("shop", "Orders", "orders"),
        Kind = InstrumentKind.Counter,
        Unit = "{order}",
        Description = "Orders taken",
        At = at,
        Attributes = new Attributes([.. attributes.Select(each => KeyValuePair.Create(each.Name, (object)each.Value))]),
        Value = value,
    };
}
