using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FlowConfigs.Tests.Api.Speech;

/// <summary>
/// An address that speaks Amazon Polly's protocol: a signed POST to /v1/speech, answered with bytes or with a fault in a header.
/// https://docs.aws.amazon.com/polly/latest/dg/API_SynthesizeSpeech.html
/// </summary>
internal sealed class PollyListener : IAsyncDisposable
{
    public static readonly byte[] Sound = [0x49, 0x44, 0x33, 0x04, 0xFF, 0xFB, 0x90, 0x00];

    private readonly WebApplication app;

    private PollyListener(WebApplication app) => this.app = app;

    /// <summary>Fault of the next answers, such as InvalidSsmlException; null for sound.</summary>
    public string? Fault { get; set; }

    /// <summary>What was asked, in Polly's words.</summary>
    public ConcurrentQueue<JsonNode> Asked { get; } = new();

    public string Url => app.Urls.Single();

    public static async Task<PollyListener> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var listener = new PollyListener(app);
        app.Run(listener.AnswerAsync);
        await app.StartAsync();
        return listener;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var isSigned = http.Request.Headers.Authorization.ToString() is var signature
            && signature.StartsWith("AWS4-HMAC-SHA256 Credential=", StringComparison.Ordinal)
            && signature.Contains("/us-east-1/polly/aws4_request", StringComparison.Ordinal)
            && http.Request.Headers.ContainsKey("X-Amz-Date");
        if (http.Request is not { Method: "POST", Path.Value: "/v1/speech" } || !isSigned)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        Asked.Enqueue((await JsonNode.ParseAsync(http.Request.Body))!);
        if (Fault is not null)
        {
            http.Response.StatusCode = Fault == "ServiceFailureException" ? 500 : 400;
            http.Response.Headers["x-amzn-ErrorType"] = $"{Fault}:http://internal.amazon.com/coral/com.amazonaws.polly/";
            return;
        }

        http.Response.ContentType = "audio/mpeg";
        await http.Response.Body.WriteAsync(Sound);
    }
}
