using Microsoft.Extensions.Hosting;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>The AppHost decides when its servers end; the default lifetime would listen to Ctrl+C by itself.</summary>
internal sealed class OwnedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
