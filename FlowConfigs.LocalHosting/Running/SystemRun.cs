using FlowConfigs.LocalHosting.Dashboard;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>The running system: it starts every resource, tells how each is, and takes everything down.</summary>
internal sealed class SystemRun : IHostedService, IAsyncDisposable
{
    private readonly DistributedApplicationBuilder description;
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly EmulatorInProcess emulator;
    private readonly DashboardInProcess dashboard;
    private long started;
    private bool isAnnounced;

    public SystemRun(DistributedApplicationBuilder description, IServiceProvider services, ILoggerFactory loggers, TimeProvider time)
    {
        this.description = description;
        Services = services;
        Board = new ResourceBoard(services);
        Time = time;
        Log = loggers.CreateLogger("FlowConfigs.LocalHosting");
        Environment = new ResourceEnvironment(description.Configuration, description.ExecutionContext);
        Probes = new HealthProbes(http);
        var functions = description.Resources.OfType<LambdaProjectResource>().Select(function => function.Name);
        emulator = new EmulatorInProcess([.. functions], time);
        dashboard = new DashboardInProcess(Board, description, loggers);
        Launcher = new Launcher(DynamoDbLocalInstall.Default(), emulator);
    }

    public IServiceProvider Services { get; }

    public ResourceBoard Board { get; }

    public TimeProvider Time { get; }

    public ILogger Log { get; }

    public ResourceEnvironment Environment { get; }

    public HealthProbes Probes { get; }

    public Launcher Launcher { get; }

    /// <summary>Where the dashboard is; null if there is none.</summary>
    public Uri? DashboardUrl => dashboard.Url;

    /// <summary>What the dashboard asks for; null if it asks for nothing.</summary>
    public string? DashboardToken => dashboard.Token;

    /// <summary>Whether everything is being taken down; nothing may be started any more.</summary>
    public bool IsStopping { get; private set; }

    /// <summary>Why the system cannot go on; null while it can.</summary>
    public string? Failure { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (description.Operation != "run")
            throw new PreflightException([$"--operation {description.Operation} is not known here: leave it out, which runs the system"]);

        Log.HostingInForce();
        started = Time.GetTimestamp();
        await Preflight.CheckAsync([.. description.Resources], FixedPorts(), cancellationToken);
        Ports.Allocate(description.Resources, random: description.IsTest);
        foreach (var resource in description.Resources)
            await AddAsync(resource, cancellationToken);

        await dashboard.StartAsync(cancellationToken);
        foreach (var run in Board.Runs)
            run.Start();
    }

    /// <summary>Returns when <paramref name="stop"/> fires or a resource has failed.</summary>
    public async Task UntilStoppedAsync(CancellationToken stop) =>
        await Task.WhenAny(failed.Task, Task.Delay(Timeout.InfiniteTimeSpan, stop));

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (IsStopping || Board.Runs.Count == 0)
                return;

            IsStopping = true;
        }

        Log.Stopping();
        await Task.WhenAll(Board.Runs.Where(run => run.Resource is not LambdaEmulatorResource).Select(run => run.StopAsync()));
        await Task.WhenAll(Board.Runs.Select(run => run.StopAsync())); // the emulator last: functions wait on it
        await dashboard.DisposeAsync();
        Log.AllStopped();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        http.Dispose();
        foreach (var run in Board.Runs)
            run.Dispose();
    }

    public bool IsAwaited(IResource resource, int exitCode) => description.Resources
        .SelectMany(other => other.Annotations.OfType<WaitAnnotation>())
        .Any(wait => wait.Dependency == resource && wait.ExitCode == exitCode);

    public bool AsksForEvents(string function) => emulator.AsksForEvents(function);

    public void Exited(IResource resource, int exitCode)
    {
        if (resource is LambdaProjectResource)
            emulator.FunctionExited(resource.Name, exitCode);
    }

    public void Changed()
    {
        Board.Changed.Raise();
        lock (gate)
        {
            if (isAnnounced || !Board.Resources.All(view => Readiness.Of(view) == ReadinessLevel.Ready))
                return;

            isAnnounced = true;
        }

        var external = Board.Runs.Where(r => r.Resource.Annotations.OfType<EndpointAnnotation>().Any(e => e.IsExternal));
        var urls = string.Concat(external.Select(r => $"\n           {r.View.Name,-10} {ResourceViews.UrlText(r.View)}"));
        Log.AllHealthy(Time.GetElapsedTime(started).TotalSeconds, urls);
    }

    /// <summary>Ends the run because a resource failed; only the first failure counts.</summary>
    public void Fail(ResourceRun run, string what)
    {
        lock (gate)
        {
            if (IsStopping || Failure is not null)
                return;

            Failure = string.Join("\n    ", LastWords(run).Prepend($"{run.Resource.Name} {what}"));
        }

        Log.Failed(Failure);
        failed.TrySetResult();
        Board.Changed.Raise();
    }

    private async Task AddAsync(IResource resource, CancellationToken cancellationToken)
    {
        var run = new ResourceRun(resource, this);
        if (resource is ParameterResource parameter)
            run.Show(ResourceViews.Parameter(parameter, await parameter.GetValueAsync(cancellationToken) ?? ""));

        Board.Runs.Add(run);
    }

    private static IReadOnlyList<string> LastWords(ResourceRun run) => run.Resource is NpmInstallerResource installer
        ? [
            .. run.Console.First("npm error", 6), // it ends with its usage, which says nothing
            $"Run npm in {installer.WorkingDirectory} by hand to mend it; npm ping tells whether the registry answers",
        ]
        : run.Console.Last(10);

    private List<(int Port, string Owner)> FixedPorts()
    {
        if (description.IsTest)
            return [];

        var ports = description.Resources
            .SelectMany(r => r.Annotations.OfType<EndpointAnnotation>(), (r, endpoint) => (Port: Ports.Fixed(endpoint), Owner: r.Name))
            .Where(p => p.Port is not null)
            .Select(p => (p.Port!.Value, p.Owner))
            .ToList();
        return [.. ports, .. dashboard.FixedPorts];
    }
}
