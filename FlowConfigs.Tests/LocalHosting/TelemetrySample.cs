using FlowConfigs.LocalHosting.Telemetry;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>What a working system sends within a few minutes, for the page's tests.</summary>
internal static class TelemetrySample
{
    public const string SaveTrace = "4bf92f3577b34da6a3ce929d0e0e4736";
    public const string BrokenTrace = "0af7651916cd43dd8448eb211c80319c";

    private static readonly DateTimeOffset Start = new(2025, 11, 20, 9, 30, 0, TimeSpan.Zero);

    public static void Fill(TelemetryStore store)
    {
        store.Add(Save());
        store.Add(Broken());
        store.Add([.. Enumerable.Range(0, 30).Select(Call)]);
        store.Add(Lines());
        for (var second = 0; second < 240; second += 2)
            store.Add(Measurements(Start.AddSeconds(second), second));
    }

    public static LogLine Line(string text, LogSeverity level = LogSeverity.Information, string traceId = "", double after = 0) => new()
    {
        At = Start.AddMilliseconds(after),
        Level = level,
        Resource = "api",
        Scope = "FlowConfigs.Api.Endpoints",
        Text = text,
        TraceId = traceId,
        SpanId = traceId == "" ? "" : OtlpSample.SpanId(1),
        Event = "ConfigSaved",
        Attributes = Named(("ConfigId", "field-office/austin"), ("Version", 7L)),
    };

    public static Span Span(
        string traceId, string spanId, string parentId, string resource, string name, double after, double length, string kind,
        string? error = null, params (string, object)[] attributes) => new()
        {
            TraceId = traceId,
            SpanId = spanId,
            ParentId = parentId,
            Name = name,
            Kind = kind,
            Resource = resource,
            Scope = resource == "dynamodb" ? "AWSSDK.DynamoDB" : "Microsoft.AspNetCore",
            StartedAt = Start.AddMilliseconds(after),
            DurationMs = length,
            IsError = error is not null,
            Error = error,
            Attributes = Named(attributes),
            Events = error is null ? [] : [new(Start.AddMilliseconds(after + length), "exception", Named(("exception.message", error)))],
            Links = [],
        };

    private static Span Call(int number) => Span(
        OtlpSample.TraceId(100 + number), OtlpSample.SpanId(number), "", "get-config", "get-config", number * 3, 4 + number % 7 * 3,
        "server");

    private static Span[] Save() =>
    [
        Span(SaveTrace, OtlpSample.SpanId(1), "", "web", "Save a config", 0, 64.2, "client"),
        Span(SaveTrace, OtlpSample.SpanId(2), OtlpSample.SpanId(1), "api", "PUT /api/configs/{**id}", 3.1, 58.4, "server",
            attributes: [("http.request.method", "PUT"), ("http.route", "/api/configs/{**id}"), ("http.response.status_code", 200L)]),
        Span(SaveTrace, OtlpSample.SpanId(3), OtlpSample.SpanId(2), "api", "POST", 5.2, 7.9, "client",
            attributes: [("server.address", "localhost"), ("server.port", 9231L)]),
        Span(SaveTrace, OtlpSample.SpanId(4), OtlpSample.SpanId(2), "api", "DynamoDB.BatchGetItem", 14.1, 9.3, "client"),
        Span(SaveTrace, OtlpSample.SpanId(5), OtlpSample.SpanId(4), "dynamodb", "POST", 15, 8, "client"),
        Span(SaveTrace, OtlpSample.SpanId(6), OtlpSample.SpanId(2), "api", "DynamoDB.TransactWriteItems", 25.6, 30.1, "client"),
        Span(SaveTrace, OtlpSample.SpanId(7), OtlpSample.SpanId(6), "dynamodb", "POST", 26, 29, "client"),
    ];

    private static Span[] Broken() =>
    [
        Span(BrokenTrace, OtlpSample.SpanId(11), "", "api", "GET /api/configs", 500, 2_041, "server",
            error: "The table did not answer within 2 s"),
        Span(BrokenTrace, OtlpSample.SpanId(12), OtlpSample.SpanId(11), "api", "DynamoDB.Query", 503, 2_001, "client",
            error: "A task was canceled."),
    ];

    private static LogLine[] Lines() =>
    [
        Line("Now listening on: http://localhost:5180"),
        .. Enumerable.Range(1, 20).Select(number => Line($"Version {number} of BasicQueue has been saved", after: number * 10)),
        Line("field-office/austin has been saved as version 7", traceId: SaveTrace, after: 61),
        Line("<img src=x onerror=alert(1)>", LogSeverity.Debug, after: 70),
        Line("A read took 812 ms; a second one was sent", LogSeverity.Warning, BrokenTrace, 1_320),
        Line("The table did not answer within 2 s", LogSeverity.Error, BrokenTrace, 2_540),
    ];

    private static Measurement[] Measurements(DateTimeOffset at, int second)
    {
        var wave = 6 + 5 * Math.Sin(second / 20d);
        return
        [
            Requests(at, "GET", second * 3 + wave), Requests(at, "PUT", second / 2d),
            Measured(at, "Microsoft.AspNetCore.Hosting", "http.server.request.duration", "s", InstrumentKind.Histogram, second * 4) with
            {
                IsDelta = true,
                Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25],
                Buckets = [4, 9, (ulong)(20 + wave), 6, 2, 1, 0],
            },
            Measured(at, "System.Runtime", "dotnet.process.memory.working_set", "By", InstrumentKind.Gauge, 90e6 + wave * 1e6),
        ];
    }

    private static Measurement Requests(DateTimeOffset at, string method, double value) =>
        Measured(at, "Microsoft.AspNetCore.Hosting", "requests", "{request}", InstrumentKind.Counter, value) with
        {
            Attributes = Named(("http.request.method", method)),
        };

    private static Measurement Measured(
        DateTimeOffset at, string meter, string name, string unit, InstrumentKind kind, double value) => new()
        {
            Instrument = new("api", meter, name),
            Kind = kind,
            Unit = unit,
            Description = "For the page's tests",
            At = at,
            Attributes = Attributes.None,
            Value = value,
        };

    private static Attributes Named(params (string Name, object Value)[] all) =>
        new([.. all.Select(each => KeyValuePair.Create(each.Name, each.Value))]);
}
