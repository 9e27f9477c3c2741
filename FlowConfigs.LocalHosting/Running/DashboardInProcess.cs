using FlowConfigs.LocalHosting.Dashboard;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>The dashboard, at the address that Aspire's would have: the AppHost's ASPNETCORE_URLS.</summary>
internal sealed class DashboardInProcess(IResourceBoard board, DistributedApplicationBuilder description, ILoggerFactory loggers)
    : IAsyncDisposable
{
    private const int UsualPort = 18888;

    private DashboardServer? server;

    /// <summary>The port that must be free; null if there is no dashboard, or any port will do.</summary>
    public int? FixedPort => description.Options.DisableDashboard || description.IsTest ? null : ConfiguredPort();

    public Uri? Url => server is null ? null : new Uri($"http://localhost:{server.Port}");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (description.Options.DisableDashboard)
            return;

        server = new DashboardServer(board, "Flow Configs", loggers);
        await server.StartAsync("localhost", FixedPort ?? 0, cancellationToken);
        loggers.CreateLogger("FlowConfigs.LocalHosting").DashboardReady(Url!.OriginalString);
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private int ConfiguredPort()
    {
        var urls = description.Configuration["ASPNETCORE_URLS"];
        return Uri.TryCreate(urls?.Split(';')[0], UriKind.Absolute, out var url) ? url.Port : UsualPort;
    }
}
