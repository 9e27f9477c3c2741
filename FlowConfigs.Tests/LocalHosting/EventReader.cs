using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>Reads a stream of server-sent events, one at a time.</summary>
internal sealed class EventReader : IDisposable
{
    private readonly HttpResponseMessage response;
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private EventReader(HttpResponseMessage response, Stream stream)
    {
        this.response = response;
        items = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
    }

    public string? LastId { get; private set; }

    public static async Task<EventReader> OpenAsync(RunningDashboard dashboard, string path)
    {
        var token = TestContext.Current.CancellationToken;
        var response = await dashboard.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, token);
        response.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new EventReader(response, await response.Content.ReadAsStreamAsync(token));
    }

    /// <summary>The data of the next event, which must have this name.</summary>
    public async Task<JsonNode> NextAsync(string expected)
    {
        Assert.True(await items.MoveNextAsync(), "The stream has ended.");
        Assert.Equal(expected, items.Current.EventType);
        LastId = items.Current.EventId;
        return JsonNode.Parse(items.Current.Data)!;
    }

    public async Task<bool> HasEndedAsync() => !await items.MoveNextAsync();

    public void Dispose() => response.Dispose();
}
