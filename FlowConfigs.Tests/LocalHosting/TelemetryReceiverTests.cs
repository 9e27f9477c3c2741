using System.Net;
using System.Net.Sockets;
using System.Text;
using FlowConfigs.LocalHosting.Telemetry;
using static FlowConfigs.Tests.LocalHosting.OtlpSample;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class TelemetryReceiverTests
{
    private static readonly TraceQuery AnyTrace = new(null, null, false, TraceOrder.Newest, 10);
    private static readonly LogQuery AnyLine = new(null, LogSeverity.Trace, null, null, 10);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_packed_request_is_unpacked()
    {
        await using var receiver = await RunningReceiver.StartAsync();
        var body = Request("shop", "orders", [Line("one"), Line("two")]);

        Assert.Equal((HttpStatusCode.OK, ""), await receiver.SendAsync("logs", RunningReceiver.Packed(body), packing: "gzip"));
        Assert.Equal(["one", "two"], receiver.Store.Logs.Find(AnyLine).Lines.Select(line => line.Text));
    }

    [Theory]
    [InlineData(null, "application/x-protobuf", null, 401, "x-otlp-api-key")]
    [InlineData("guessed", "application/x-protobuf", null, 401, "x-otlp-api-key")]
    [InlineData(RunningReceiver.Key, "application/json", null, 415, "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf")]
    [InlineData(RunningReceiver.Key, "application/x-protobuf", "br", 415, "send gzip, or none")]
    [InlineData(RunningReceiver.Key, "application/x-protobuf", "gzip", 400, "not OTLP")]
    public async Task What_is_not_meant_for_it_is_refused(string? key, string type, string? packing, int status, string says)
    {
        await using var receiver = await RunningReceiver.StartAsync();
        var (refused, answer) = await receiver.SendAsync("logs", Request("shop", "orders", [Line("one")]), key, type, packing);

        Assert.Equal(status, (int)refused);
        Assert.Contains(says, answer);
        Assert.Empty(receiver.Store.Logs.Find(AnyLine).Lines);
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "noise", [0xFF, 0xFE, 0x00, 0x13, 0x37] },
        { "field number 0", [0x02, 0x00] },
        { "endless number", [0x08, .. Enumerable.Repeat((byte)0xFF, 20)] },
        { "group", Field(1, [0x0B]) },
        { "length beyond the end", [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07] },
        { "text where a message belongs", Field(1, "hello there"u8.ToArray()) },
        { "id of five bytes", Request("shop", "s", [Span("0102030405", SpanId(1), "x")]) },
        { "no id", Request("shop", "s", [Span("", "", "x")]) },
        { "a good span before a broken one", [.. Request("shop", "s", [Span(TraceId(1), SpanId(1), "x")]), 0x0A, 0x05, 0x01] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Broken_requests_are_refused_and_leave_nothing(string what, byte[] body)
    {
        await using var receiver = await RunningReceiver.StartAsync();
        var (status, answer) = await receiver.SendAsync("traces", body);

        Assert.True(status == HttpStatusCode.BadRequest, $"{what}: {status}");
        Assert.Contains("This is not OTLP: ", answer);
        Assert.Equal(0, receiver.Store.Traces.Find(AnyTrace).Kept);
        var good = Request("shop", "s", [Span(TraceId(1), SpanId(1), "x")]);
        Assert.Equal(HttpStatusCode.OK, (await receiver.SendAsync("traces", good)).Status);
    }

    [Fact]
    public async Task A_request_cut_anywhere_does_no_harm()
    {
        var whole = Request("shop", "orders", [Span(TraceId(1), SpanId(1), "x", SpanId(2), true, AttributeAs(9, "a", "b"))]);
        await using var receiver = await RunningReceiver.StartAsync();
        for (var length = 0; length < whole.Length; length++)
        {
            var (status, _) = await receiver.SendAsync("traces", whole[..length]);
            Assert.Equal(length == 0 ? HttpStatusCode.OK : HttpStatusCode.BadRequest, status);
        }

        Assert.Equal(0, receiver.Store.Traces.Find(AnyTrace).Kept);
    }

    [Fact]
    public async Task Too_much_is_refused_even_where_it_is_packed_small()
    {
        await using var receiver = await RunningReceiver.StartAsync();
        var bomb = RunningReceiver.Packed(new byte[TelemetryLimits.UnpackedBytes + 1]);
        Assert.True(bomb.Length < TelemetryLimits.RequestBytes);

        var tooLong = new byte[TelemetryLimits.RequestBytes + 1];
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await receiver.SendAsync("traces", bomb, packing: "gzip")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await receiver.SendAsync("traces", tooLong)).Status);
        Assert.Equal(HttpStatusCode.OK, (await receiver.SendAsync("logs", Request("shop", "s", [Line("one")]))).Status);
    }

    [Fact]
    public async Task A_request_that_does_not_end_is_given_up_while_others_are_served()
    {
        await using var receiver = await RunningReceiver.StartAsync(patience: TimeSpan.FromSeconds(1));
        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, receiver.Url.Port, Stop);
        var head = $"POST /v1/logs HTTP/1.1\r\nHost: localhost\r\n{OtlpReceiver.KeyHeader}: {RunningReceiver.Key}\r\n"
            + "Content-Type: application/x-protobuf\r\nContent-Length: 1000\r\n\r\nfew";
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Stop);

        Assert.Equal(HttpStatusCode.OK, (await receiver.SendAsync("logs", Request("shop", "s", [Line("one")]))).Status);
        using var answer = new StreamReader(slow.GetStream());
        Assert.StartsWith("HTTP/1.1 408", await answer.ReadLineAsync(Stop));
        Assert.Equal(1, receiver.Store.Logs.Find(AnyLine).Kept);
    }
}
