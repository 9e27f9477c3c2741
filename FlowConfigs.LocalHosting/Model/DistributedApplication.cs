using FlowConfigs.LocalHosting.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.LocalHosting;

/// <summary>The system that an AppHost describes, ready to run.</summary>
public sealed class DistributedApplication : IHost, IAsyncDisposable
{
    private readonly IHost host;

    internal DistributedApplication(IHost host) => this.host = host;

    /// <inheritdoc/>
    public IServiceProvider Services => host.Services;

    /// <summary>Tells how the resources are.</summary>
    public ResourceNotificationService ResourceNotifications => Services.GetRequiredService<ResourceNotificationService>();

    /// <summary>Gives commands to resources.</summary>
    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    /// <summary>Begins the description of a system.</summary>
    /// <param name="args">The AppHost's command line.</param>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) =>
        CreateBuilder(new DistributedApplicationOptions { Args = args });

    /// <summary>Begins the description of a system.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options) =>
        new DistributedApplicationBuilder(options);

    /// <summary>Runs the system until it is told to stop; see <see cref="RunAsync"/>.</summary>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>
    /// Runs the system until Ctrl+C, a signal, the death of the parent process or the failure of a resource, and takes it down.
    /// What is wrong is written to standard error, and <see cref="Environment.ExitCode"/> is 1 then.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await using var system = this;
        if (Services.GetRequiredService<DistributedApplicationExecutionContext>().IsPublishMode)
        {
            await PipelineAsync(cancellationToken);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var signals = new StopSignals(stop, Services.GetRequiredService<TimeProvider>());
        var run = Services.GetRequiredService<SystemRun>();
        try
        {
            await StartAsync(stop.Token);
            await run.UntilStoppedAsync(stop.Token);
        }
        catch (PreflightException problems)
        {
            foreach (var problem in problems.Lines)
                await Console.Error.WriteLineAsync(problem);

            Environment.ExitCode = 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop while it started.
        }

        await StopAsync(CancellationToken.None);
        if (run.Failure is not null)
            Environment.ExitCode = 1;
    }

    private async Task PipelineAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var signals = new StopSignals(stop, Services.GetRequiredService<TimeProvider>());
        var step = Services.GetRequiredService<IConfiguration>()["Pipeline:Step"] ?? WellKnownPipelineSteps.Publish;
        var logger = Services.GetRequiredService<ILoggerFactory>().CreateLogger(step);
        try
        {
            _ = Services.GetRequiredService<IPipelineOutputService>().GetOutputDirectory();
            await Services.GetRequiredService<Pipeline>().RunAsync(step, Services, logger, stop.Token);
        }
        catch (Exception problem) when (problem is DistributedApplicationException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            Environment.ExitCode = 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Environment.ExitCode = 1;
        }
    }

    /// <summary>Starts every resource; it returns when the starts are under way, not when the resources are healthy.</summary>
    /// <exception cref="DistributedApplicationException">A program, port or folder that is needed is not there.</exception>
    public Task StartAsync(CancellationToken cancellationToken = default) => host.StartAsync(cancellationToken);

    /// <summary>Takes every resource down.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => host.Dispose();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
