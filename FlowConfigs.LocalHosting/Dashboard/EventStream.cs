using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>A response of server-sent events. https://html.spec.whatwg.org/multipage/server-sent-events.html</summary>
internal sealed class EventStream
{
    /// <summary>After so long a silence a ping is sent, by which the page knows that the AppHost still lives.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private readonly HttpResponse response;

    public EventStream(HttpResponse response)
    {
        response.ContentType = "text/event-stream";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        this.response = response;
    }

    /// <summary>Waits until the client has taken it: what comes meanwhile has to be kept, or dropped, by the caller.</summary>
    public Task SendAsync<T>(string name, T data, JsonTypeInfo<T> type, CancellationToken cancellationToken, string? id = null)
    {
        // JSON on one line holds no line break, which would end the data field.
        var idField = id is null ? "" : $"id: {id}\n";
        return WriteAsync($"event: {name}\n{idField}data: {JsonSerializer.Serialize(data, type)}\n\n", cancellationToken);
    }

    /// <summary>Waits until there is something to read; false when there never will be.</summary>
    public async Task<bool> WaitAsync<T>(ChannelReader<T> reader, CancellationToken cancellationToken)
    {
        var ready = reader.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            try
            {
                return await ready.WaitAsync(Silence, cancellationToken);
            }
            catch (TimeoutException)
            {
                await WriteAsync("event: ping\ndata:\n\n", cancellationToken);
            }
        }
    }

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
