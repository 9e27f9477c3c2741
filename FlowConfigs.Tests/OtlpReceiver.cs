using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FlowConfigs.Tests;

/// <summary>A collector that keeps what it is sent over OTLP/HTTP.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Text, string Key)> received = new();
    private readonly WebApplication app;

    private OtlpReceiver(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    /// <summary>What came for traces, metrics or logs; protobuf keeps strings as they are.</summary>
    public IEnumerable<string> Of(string signal) => received.Where(each => each.Path == $"/v1/{signal}").Select(each => each.Text);

    public IEnumerable<string> Keys => received.Select(each => each.Key).Distinct();

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var receiver = new OtlpReceiver(app);
        app.Run(receiver.KeepAsync);
        await app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var key = context.Request.Headers["x-otlp-api-key"].ToString();
        received.Enqueue((context.Request.Path, Encoding.UTF8.GetString(body.ToArray()), key));
        context.Response.ContentType = "application/x-protobuf";
    }
}
