using System.Runtime.CompilerServices;
using FlowConfigs.LocalHosting.Dashboard;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>Asks a resource's probes again and again: often until it is healthy, then now and then.</summary>
internal sealed class HealthWatch(IReadOnlyList<HealthProbe> probes, TimeProvider time)
{
    private static readonly TimeSpan WhileUnhealthy = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WhileHealthy = TimeSpan.FromSeconds(10);

    /// <summary>Yields the reports of each round; a resource without probes is healthy at once, and asked no more.</summary>
    public async IAsyncEnumerable<IReadOnlyList<HealthReportView>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var reports = new List<HealthReportView>();
            foreach (var probe in probes)
            {
                var problem = await HealthProbes.AskAsync(probe, cancellationToken);
                reports.Add(new HealthReportView(probe.Name, problem is null, problem, time.GetUtcNow()));
            }

            yield return reports;
            var pause = probes.Count == 0 ? Timeout.InfiniteTimeSpan
                : reports.All(report => report.Healthy) ? WhileHealthy : WhileUnhealthy;
            await Task.Delay(pause, time, cancellationToken);
        }
    }
}
