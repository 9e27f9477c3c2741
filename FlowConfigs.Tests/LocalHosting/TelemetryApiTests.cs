using System.Net;
using System.Text.Json.Nodes;
using FlowConfigs.LocalHosting.Dashboard;
using FlowConfigs.LocalHosting.Telemetry;
using static FlowConfigs.Tests.LocalHosting.OtlpSample;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class TelemetryApiTests : IAsyncLifetime
{
    private RunningDashboard dashboard = null!;

    private TelemetryStore Store => dashboard.Telemetry;

    public async ValueTask InitializeAsync()
    {
        dashboard = await RunningDashboard.StartAsync(DashboardSample.WholeSystem());
        Store.Add(OtlpTraces.Read(Request("api", "web",
        [
            Span(TraceId(1), SpanId(1), "GET /configs", more: AttributeAs(9, "http.route", "/api/configs")),
            Span(TraceId(1), SpanId(2), "DynamoDB.Query", SpanId(1)),
            Span(TraceId(2), SpanId(3), "PUT /configs", isError: true),
        ])));
        Store.Add(OtlpTraces.Read(Request("get-config", "FlowConfigs", [Span(TraceId(3), SpanId(4), "get-config", SpanId(99))])));
        Store.Add(OtlpLogs.Read(Request("api", "Api.Saves",
        [
            Line("saved", 9, TraceId(1)), Line("refused", 17, TraceId(2)), Line("small talk", 5),
            Line($"with {DashboardSample.Secret}", 13),
        ])));
    }

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Theory]
    [InlineData("", "get-config", "PUT /configs", "GET /configs")]
    [InlineData("?resource=api", "PUT /configs", "GET /configs")]
    [InlineData("?errors=true", "PUT /configs")]
    [InlineData("?text=dynamodb", "GET /configs")]
    [InlineData("?text=/api/CONFIGS", "GET /configs")]
    [InlineData("?resource=nobody")]
    public async Task Traces_are_found_by_resource_text_and_errors(string query, params string[] names)
    {
        var page = await dashboard.GetAsync($"/api/telemetry/traces{query}");
        Assert.Equal(names.Order(), page["traces"]!.AsArray().Select(trace => (string)trace!["name"]!).Order());
        Assert.Equal(names.Length, (int)page["matching"]!);
    }

    [Fact]
    public async Task Traces_with_errors_come_first_where_that_is_asked_for()
    {
        var page = await dashboard.GetAsync("/api/telemetry/traces?order=errors&limit=1");
        Assert.Equal("PUT /configs", (string?)Assert.Single(page["traces"]!.AsArray())!["name"]);
        Assert.Equal((3, 3), ((int)page["kept"]!, (int)page["matching"]!));
        Assert.Equal(["api", "get-config"], page["resources"]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public async Task A_trace_has_its_spans_and_they_say_which_belongs_under_which()
    {
        var details = await dashboard.GetAsync($"/api/telemetry/traces/{TraceId(1)}");
        Assert.Equal((20d, 2), ((double)details["trace"]!["durationMs"]!, (int)details["trace"]!["spans"]!));
        var spans = details["spans"]!.AsArray();
        Assert.Equal((string?)spans[0]!["spanId"], (string?)spans[1]!["parentId"]);
        Assert.Equal("/api/configs", (string?)spans[0]!["attributes"]!["http.route"]);
        Assert.StartsWith(
            "There is no trace ff", (string?)(await dashboard.GetAsync("/api/telemetry/traces/ff", HttpStatusCode.NotFound))["detail"]);
    }

    [Theory]
    [InlineData("level=warning", "refused", "with ********")]
    [InlineData("level=error", "refused")]
    [InlineData("text=TALK", "small talk")]
    [InlineData("text=saves&limit=1", "with ********")] // the newest
    [InlineData("resource=get-config")]
    public async Task Lines_are_found_by_level_text_and_resource(string query, params string[] texts)
    {
        var page = await dashboard.GetAsync($"/api/telemetry/logs?{query}");
        Assert.Equal(texts, page["lines"]!.AsArray().Select(line => (string?)line!["text"]));
    }

    [Fact]
    public async Task The_lines_of_a_trace_are_found_by_its_id()
    {
        var line = Assert.Single((await dashboard.GetAsync($"/api/telemetry/logs?trace={TraceId(2)}"))["lines"]!.AsArray());
        Assert.Equal(("refused", "error"), ((string?)line!["text"], (string?)line["level"]));
    }

    [Fact]
    public async Task Instruments_are_listed_and_drawn()
    {
        Store.Add([TelemetryBoundsTests.Measured(DateTimeOffset.UnixEpoch, 6, ("kind", "book"))]);

        var instrument = Assert.Single((await dashboard.GetAsync("/api/telemetry/metrics"))["instruments"]!.AsArray())!;
        Assert.Equal(("orders", "counter"), ((string?)instrument["name"], (string?)instrument["kind"]));
        var chart = await dashboard.GetAsync("/api/telemetry/metrics/chart?resource=shop&meter=Orders&name=orders&by=kind&where=kind=book");
        var line = Assert.Single(chart["chart"]!["lines"]!.AsArray())!;
        Assert.Equal(("book", 3d), ((string?)line["label"], (double)line["points"]![0]!["value"]!));
    }

    [Theory]
    [InlineData("logs?level=loud", "level=loud is unknown; there are trace, debug, information, warning, error, critical.")]
    [InlineData("logs?level=3", "level=3 is unknown; there are trace, debug, information, warning, error, critical.")]
    [InlineData("logs?limit=0", "limit=0 is not a number from 1 to 1000.")]
    [InlineData("logs?txt=x", "txt is not a parameter here: there are resource, level, text, trace, limit.")]
    [InlineData("traces?errors=yes", "errors=yes is neither true nor false.")]
    [InlineData("traces?order=random", "order=random is unknown; there are newest, errors, slowest.")]
    [InlineData("metrics/chart?resource=shop&meter=m", "name is missing.")]
    [InlineData("metrics/chart?resource=shop&meter=m&name=n&where=kind", "where=kind is not written as where=attribute=value.")]
    public async Task A_question_that_makes_no_sense_is_refused_by_name(string query, string detail) =>
        Assert.Equal(detail, (string?)(await dashboard.GetAsync($"/api/telemetry/{query}", HttpStatusCode.BadRequest))["detail"]);

    [Fact]
    public async Task Each_kind_is_cleared_by_itself()
    {
        using var cleared = await dashboard.Client.DeleteAsync("/api/telemetry/logs", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, cleared.StatusCode);
        Assert.Equal(0, (int)(await dashboard.GetAsync("/api/telemetry/logs"))["kept"]!);
        Assert.Equal(3, (int)(await dashboard.GetAsync("/api/telemetry/traces"))["kept"]!);
    }

    [Fact]
    public async Task The_stream_tells_what_has_changed()
    {
        using var stream = await EventReader.OpenAsync(dashboard, "/api/telemetry/stream");
        var before = await stream.NextAsync("changed");
        Store.Add(OtlpLogs.Read(Request("api", "s", [Line("new")])));
        JsonNode after;
        do
        {
            after = await stream.NextAsync("changed");
        }
        while ((long)after["logs"]! == (long)before["logs"]!);

        Assert.Equal((long)before["traces"]!, (long)after["traces"]!);
    }

    [Fact]
    public async Task A_secret_is_in_no_telemetry()
    {
        Store.Add(OtlpTraces.Read(Request("api", "s",
            [Span(TraceId(7), SpanId(7), "call", more: AttributeAs(9, "url.full", $"http://x?key={DashboardSample.Secret}"))])));
        string[] answers =
        [
            (await dashboard.GetAsync("/api/telemetry/logs")).ToJsonString(),
            (await dashboard.GetAsync($"/api/telemetry/traces/{TraceId(7)}")).ToJsonString(),
        ];
        Assert.All(answers, answer => Assert.Contains(SecretMask.Hidden, answer));
        Assert.All(answers, answer => Assert.DoesNotContain(DashboardSample.Secret, answer));
    }
}
