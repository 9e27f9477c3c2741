using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FlowConfigs.LocalHosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>Logs, traces and metrics as JSON, for the page as for scripts.</summary>
internal static class TelemetryEndpoints
{
    /// <summary>Changes that come closer together than this are told as one.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(500);

    public static void MapTelemetry(this IEndpointRouteBuilder app, TelemetryStore store, IResourceBoard board)
    {
        var telemetry = app.MapGroup("/api/telemetry");

        telemetry.MapGet("/logs", (HttpRequest request) => Logs(store, board, request));
        telemetry.MapDelete("/logs", () => Cleared(store.ClearLogs));

        telemetry.MapGet("/traces", (HttpRequest request) => Traces(store, board, request));
        telemetry.MapGet("/traces/{id}", (string id) => Trace(store, board, id));
        telemetry.MapDelete("/traces", () => Cleared(store.ClearTraces));

        telemetry.MapGet("/metrics", () => Answer(board, store.Metrics.List(), DashboardJson.Readable.MetricsPage));
        telemetry.MapGet("/metrics/chart", (HttpRequest request) => Chart(store, board, request));
        telemetry.MapDelete("/metrics", () => Cleared(store.ClearMetrics));

        telemetry.MapGet("/stream", (HttpContext context, IHostApplicationLifetime lifetime) =>
            ChangeStream.RunAsync(context, lifetime, Calm, store.Changed.WatchAsync, (stream, stop) =>
                stream.SendAsync("changed", store.Versions, DashboardJson.Readable.TelemetryVersions, stop)));
    }

    private static IResult Logs(TelemetryStore store, IResourceBoard board, HttpRequest request)
    {
        var query = new TelemetryQuery(request, "resource", "level", "text", "trace", "limit");
        var wanted = new LogQuery(
            query.Text("resource"), query.Word("level", LogSeverity.Trace), query.Text("text"), query.Text("trace"), query.Limit);
        return Answer(board, store.Logs.Find(wanted), DashboardJson.Readable.LogPage);
    }

    private static IResult Traces(TelemetryStore store, IResourceBoard board, HttpRequest request)
    {
        var query = new TelemetryQuery(request, "resource", "text", "errors", "order", "limit");
        var wanted = new TraceQuery(
            query.Text("resource"), query.Text("text"), query.Flag("errors"), query.Word("order", TraceOrder.Newest), query.Limit);
        return Answer(board, store.Traces.Find(wanted), DashboardJson.Readable.TracePage);
    }

    private static IResult Trace(TelemetryStore store, IResourceBoard board, string id) =>
        store.Traces.Find(id.ToLowerInvariant()) is { } found
            ? Answer(board, found, DashboardJson.Readable.TraceDetails)
            : Problems.NotFound($"There is no trace {id}: none of its spans has come in yet, or it has made room for newer ones.");

    private static IResult Chart(TelemetryStore store, IResourceBoard board, HttpRequest request)
    {
        var query = new TelemetryQuery(request, "resource", "meter", "name", "by", "where");
        var id = new InstrumentId(query.Needed("resource"), query.Needed("meter"), query.Needed("name"));
        return store.Metrics.Chart(id, new ChartQuery(query.Text("by"), query.Pairs("where"))) is { } chart
            ? Answer(board, chart, DashboardJson.Readable.MetricChart)
            : Problems.NotFound($"{id.Resource} has no instrument {id.Name} in the meter {id.Meter}; /api/telemetry/metrics lists all.");
    }

    private static IResult Cleared(Action clear)
    {
        clear();
        return Results.NoContent();
    }

    private static IResult Answer<T>(IResourceBoard board, T value, JsonTypeInfo<T> type) =>
        Results.Text(new SecretMask(board.Resources).ApplyToJson(JsonSerializer.Serialize(value, type)), "application/json");
}
