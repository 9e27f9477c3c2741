using FlowConfigs.LocalHosting.Dashboard;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>One resource while the system runs: it waits for others, starts, is watched, and ends or is stopped.</summary>
internal sealed class ResourceRun : IDisposable
{
    // A start that takes longer deserves a word on what it waits for.
    private static readonly TimeSpan SlowStart = TimeSpan.FromSeconds(60);

    private readonly SystemRun system;
    private readonly IReadOnlyList<WaitAnnotation> waits;
    private readonly Lock gate = new();
    private CancellationTokenSource stop = new();
    private Task loop = Task.CompletedTask;

    public ResourceRun(IResource resource, SystemRun system)
    {
        this.system = system;
        Resource = resource;
        Console = new ConsoleLog(system.Time);
        waits = [.. resource.Annotations.OfType<WaitAnnotation>()];
        View = ResourceViews.Initial(resource);
    }

    public IResource Resource { get; }

    public ConsoleLog Console { get; }

    public ResourceView View { get; private set; }

    /// <summary>Starts the resource unless it is under way already.</summary>
    public void Start()
    {
        lock (gate)
        {
            if (!loop.IsCompleted || Resource is ParameterResource || system.IsStopping)
                return;

            stop.Dispose();
            stop = new CancellationTokenSource();
            loop = Task.Run(() => RunAsync(stop.Token));
        }
    }

    /// <summary>Stops the resource and returns when nothing of it is left.</summary>
    public async Task StopAsync()
    {
        Task running;
        Task cancelled;
        lock (gate)
        {
            cancelled = stop.CancelAsync();
            running = loop;
        }

        await cancelled;
        await running;
    }

    public void Dispose() => stop.Dispose();

    private async Task RunAsync(CancellationToken stopped)
    {
        try
        {
            Change(view => view with { State = "Waiting", Health = null, HealthReports = [], ExitCode = null });
            foreach (var wait in waits)
                await system.Board.WaitAsync(wait.Dependency.Name, view => IsMet(wait, view), stopped);

            var code = await RunProgramAsync(stopped);
            system.Exited(Resource, code);
            var isFinished = IsExpected(code) && !stopped.IsCancellationRequested;
            Change(view => view with { State = isFinished ? "Finished" : "Exited", ExitCode = code });
            if (stopped.IsCancellationRequested)
                system.Log.Stopped(Resource.Name);
            else if (IsExpected(code))
                system.Log.Finished(Resource.Name);
            else
                system.Fail(this, $"ended with exit code {code}");
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            Change(view => view with { State = "Exited" });
        }
        catch (Exception problem)
        {
            Change(view => view with { State = "FailedToStart" });
            system.Fail(this, $"did not start: {problem.Message}");
        }
    }

    private async Task<int> RunProgramAsync(CancellationToken stopped)
    {
        Change(view => view with { State = "Starting" });
        var environment = await system.Environment.ReadAsync(Resource, stopped);
        Change(view => view with { Environment = environment, Urls = ResourceViews.Urls(Resource) });
        var started = system.Time.GetTimestamp();
        var program = await system.Launcher.StartAsync(Resource, environment, Console.Write, Tell, stopped);
        Change(view => view with
        {
            State = "Running",
            Health = "Unhealthy",
            StartedAt = system.Time.GetUtcNow(),
            ProcessId = program.ProcessId,
        });
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        var health = WatchHealthAsync(started, watching.Token);
        try
        {
            // The watch ends by itself only when a ready callback failed.
            await await Task.WhenAny(program.Exited, health).WaitAsync(stopped);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            Change(view => view with { State = "Stopping" });
        }
        finally
        {
            await watching.CancelAsync();
            await Task.WhenAny(health);
            if (!program.Exited.IsCompleted)
                await program.StopAsync();

            Change(view => view with { Health = null, ProcessId = null });
        }

        return await program.Exited;
    }

    private async Task WatchHealthAsync(long started, CancellationToken cancellationToken)
    {
        var probes = system.Probes.For(Resource, system.AsksForEvents);
        var isReady = false;
        string? told = null;
        await foreach (var reports in new HealthWatch(probes, system.Time).WatchAsync(cancellationToken))
        {
            Change(view => view with { HealthReports = reports });
            var bad = reports.FirstOrDefault(report => !report.Healthy);
            var elapsed = system.Time.GetElapsedTime(started);
            if (bad is null && !isReady)
            {
                await CallReadyCallbacksAsync(cancellationToken);
                isReady = true;
                if (probes.Count > 0)
                    system.Log.Healthy(Resource.Name, elapsed.TotalSeconds, ResourceViews.UrlText(View));
            }

            var problem = bad is null ? null : $"{bad.Name}: {bad.Description}";
            if (problem is not null && problem != told && (isReady || elapsed > SlowStart))
                system.Log.Unhealthy(Resource.Name, told = problem);
            else if (problem is null && told is not null)
                system.Log.Progress(Resource.Name, "healthy again");

            told = problem is null ? null : told;
            Change(view => view with { Health = problem is null ? "Healthy" : "Unhealthy" });
        }
    }

    private async Task CallReadyCallbacksAsync(CancellationToken cancellationToken)
    {
        foreach (var annotation in Resource.Annotations.OfType<ReadyAnnotation>())
            await annotation.Callback(new ResourceReadyEvent(Resource, system.Services), cancellationToken);
    }

    private static bool IsMet(WaitAnnotation wait, ResourceView dependency) =>
        wait.ExitCode is { } code ? dependency.ExitCode == code : dependency.Health == "Healthy";

    /// <summary>A server that ends is a failure whatever its exit code; a plain program may end well.</summary>
    private bool IsExpected(int code) =>
        (code == 0 && (Resource is NpmInstallerResource || Resource.GetType() == typeof(ExecutableResource)))
        || system.IsAwaited(Resource, code);

    private void Tell(string progress)
    {
        Console.Write(false, progress);
        system.Log.Progress(Resource.Name, progress);
    }

    /// <summary>Sets the view of a resource that has nothing to run.</summary>
    public void Show(ResourceView view) => View = view;

    private void Change(Func<ResourceView, ResourceView> change)
    {
        lock (gate)
            View = ResourceViews.WithCommands(change(View), Resource);

        system.Changed();
    }
}
