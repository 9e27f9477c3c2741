using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FlowConfigs.LocalHosting.Dashboard;
using FlowConfigs.LocalHosting.Telemetry;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>A dashboard on a free port, and a client for it that knows the token.</summary>
internal sealed class RunningDashboard : IAsyncDisposable
{
    public const string Token = "a-token-for-tests";

    private readonly DashboardServer server;

    private RunningDashboard(DashboardServer server, TelemetryStore telemetry)
    {
        (this.server, Telemetry) = (server, telemetry);
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        Client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
    }

    public TelemetryStore Telemetry { get; }

    public HttpClient Client { get; }

    public int Port => server.Port;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<RunningDashboard> StartAsync(
        IResourceBoard board, string title = "Flow Configs", int port = 0, TelemetryStore? telemetry = null)
    {
        telemetry ??= new TelemetryStore();
        var server = new DashboardServer(board, telemetry, Token, title);
        await server.StartAsync("127.0.0.1", port, Stop);
        return new RunningDashboard(server, telemetry);
    }

    public async Task<JsonNode> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(path, Stop);
        Assert.Equal(expected, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }

    public async Task<JsonNode> PostAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.PostAsync(path, null, Stop);
        Assert.Equal(expected, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }

    public Task StopAsync() => server.StopAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
    }
}
