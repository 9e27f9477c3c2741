using System.Text;
using System.Text.Json.Nodes;
using FlowConfigs.Lambda.Telemetry;

namespace FlowConfigs.Tests.Lambda.Telemetry;

/// <summary>
/// What CloudWatch is told without a collector. Other tests measure too, in this very process: each looks only for what is its own.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
/// </summary>
public sealed class EmbeddedMetricsTests : IDisposable
{
    private readonly MemoryStream output = new();

    public void Dispose() => output.Dispose();

    [Fact]
    public void A_line_says_what_was_measured_as_CloudWatch_reads_it()
    {
        using var metrics = new EmbeddedMetrics("FlowConfigs/test", output, TimeProvider.System);
        var kind = $"kind-{Guid.NewGuid():N}";
        ProductMetrics.Saved(kind);
        ProductMetrics.Saved(kind);
        metrics.Write();

        var line = Line(kind);
        Assert.Equal(2, (int)line["flowconfigs.saves"]!);
        var directive = line["_aws"]!["CloudWatchMetrics"]![0]!;
        Assert.Equal("FlowConfigs/test", (string?)directive["Namespace"]);
        Assert.Equal("""[[],["kind"]]""", directive["Dimensions"]!.ToJsonString());
        Assert.Equal("""[{"Name":"flowconfigs.saves","Unit":"Count"}]""", directive["Metrics"]!.ToJsonString());
        Assert.InRange((long)line["_aws"]!["Timestamp"]!, 1_700_000_000_000, long.MaxValue);
        Assert.Equal("INFO", (string?)line["level"]);
    }

    [Fact]
    public void What_was_written_is_not_written_again()
    {
        using var metrics = new EmbeddedMetrics("FlowConfigs/test", output, TimeProvider.System);
        var kind = $"kind-{Guid.NewGuid():N}";
        ProductMetrics.Saved(kind);
        metrics.Write();
        metrics.Write();
        Line(kind);
    }

    [Fact]
    public void Durations_are_kept_one_by_one_for_percentiles_and_no_more_than_CloudWatch_takes()
    {
        var line = new EmbeddedLine([]);
        foreach (var value in Enumerable.Range(1, 120))
            line.Add(Histogram("flowconfigs.test.duration", "s"), value);
        line.Add(Histogram("flowconfigs.test.size", "By"), 512);

        var json = JsonNode.Parse(Encoding.UTF8.GetString(line.ToJson("FlowConfigs/test", DateTimeOffset.UnixEpoch)))!;
        Assert.Equal(100, json["flowconfigs.test.duration"]!.AsArray().Count);
        Assert.Equal(512, (int)json["flowconfigs.test.size"]!);
        Assert.Equal("[[]]", json["_aws"]!["CloudWatchMetrics"]![0]!["Dimensions"]!.ToJsonString());
        Assert.Equal(
            ["Seconds", "Bytes"], json["_aws"]!["CloudWatchMetrics"]![0]!["Metrics"]!.AsArray().Select(metric => (string?)metric!["Unit"]));
    }

    [Fact]
    public void Nothing_is_written_outside_Lambda_or_without_a_namespace()
    {
        Assert.Null(EmbeddedMetrics.Start(_ => null, inLambda: true, TimeProvider.System));
        Assert.Null(EmbeddedMetrics.Start(_ => "FlowConfigs/test", inLambda: false, TimeProvider.System));
    }

    [Theory]
    [InlineData("BasicQueue", "BasicQueue")]
    [InlineData("+18005550100", "…0100")]
    [InlineData("lines/+1-800-555-0100/sales", "lines/…0100/sales")]
    [InlineData("(800) 555-0100", "…0100")]
    [InlineData("test-0123456789abcdef", "test-0123456789abcdef")]
    [InlineData("office/911", "office/911")]
    [InlineData(null, null)]
    public void An_id_that_is_a_number_is_cut_to_its_last_digits(string? id, string? shown) => Assert.Equal(shown, TelemetryId.Of(id));

    private static System.Diagnostics.Metrics.Histogram<double> Histogram(string name, string unit) =>
        new System.Diagnostics.Metrics.Meter("Test").CreateHistogram<double>(name, unit);

    private JsonNode Line(string kind) => Assert.Single(
        Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!),
        line => (string?)line["kind"] == kind);
}
