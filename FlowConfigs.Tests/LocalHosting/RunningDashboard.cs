using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FlowConfigs.LocalHosting.Dashboard;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>A dashboard on a free port, and a client for it.</summary>
internal sealed class RunningDashboard : IAsyncDisposable
{
    private readonly DashboardServer server;

    private RunningDashboard(DashboardServer server)
    {
        this.server = server;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
    }

    public HttpClient Client { get; }

    public int Port => server.Port;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RunningDashboard> StartAsync(IResourceBoard board, string title = "Flow Configs", int port = 0)
    {
        var server = new DashboardServer(board, title);
        await server.StartAsync("127.0.0.1", port, Token);
        return new RunningDashboard(server);
    }

    public async Task<JsonNode> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(path, Token);
        Assert.Equal(expected, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Token))!;
    }

    public async Task<JsonNode> PostAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.PostAsync(path, null, Token);
        Assert.Equal(expected, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Token))!;
    }

    public Task StopAsync() => server.StopAsync(Token);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
    }
}
