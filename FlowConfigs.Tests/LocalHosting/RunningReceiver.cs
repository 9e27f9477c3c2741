using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using FlowConfigs.LocalHosting.Telemetry;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>A receiver on a free port, and a sender that knows its key.</summary>
internal sealed class RunningReceiver : IAsyncDisposable
{
    public const string Key = "a-key-for-tests";

    private readonly OtlpReceiver receiver;
    private readonly HttpClient http = new();

    private RunningReceiver(OtlpReceiver receiver, TelemetryStore store) => (this.receiver, Store) = (receiver, store);

    public TelemetryStore Store { get; }

    public Uri Url => new($"http://127.0.0.1:{receiver.Port}");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<RunningReceiver> StartAsync(TimeSpan? patience = null)
    {
        var store = new TelemetryStore();
        var receiver = new OtlpReceiver(store, Key) { Patience = patience ?? TimeSpan.FromSeconds(30) };
        await receiver.StartAsync(0, Stop);
        return new RunningReceiver(receiver, store);
    }

    public async Task<(HttpStatusCode Status, string Answer)> SendAsync(
        string signal, byte[] body, string? key = Key, string type = "application/x-protobuf", string? packing = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Url, $"/v1/{signal}")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (packing is not null)
            request.Content.Headers.ContentEncoding.Add(packing);
        if (key is not null)
            request.Headers.Add(OtlpReceiver.KeyHeader, key);
        // Whoever is refused is told before it sends the body, and does not lose the answer with the connection.
        request.Headers.ExpectContinue = body.Length > TelemetryLimits.RequestBytes;
        using var response = await http.SendAsync(request, Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    public static byte[] Packed(ReadOnlySpan<byte> body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(body);
        return packed.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await receiver.DisposeAsync();
    }
}
