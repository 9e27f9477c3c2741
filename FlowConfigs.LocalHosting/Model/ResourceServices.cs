using FlowConfigs.LocalHosting.Dashboard;
using FlowConfigs.LocalHosting.Running;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.LocalHosting;

/// <summary>Tells how the resources are.</summary>
public sealed class ResourceNotificationService
{
    private readonly SystemRun system;

    internal ResourceNotificationService(SystemRun system) => this.system = system;

    /// <summary>Returns when the resource is healthy and its ready callbacks are done.</summary>
    /// <exception cref="DistributedApplicationException">A resource has failed; the message holds the last lines that it wrote.</exception>
    public Task WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitAsync(resourceName, view => view.Health == "Healthy", cancellationToken);

    /// <summary>Returns when the resource is in the state, such as <c>Running</c> or <c>Exited</c>.</summary>
    /// <exception cref="DistributedApplicationException">A resource has failed; the message holds the last lines that it wrote.</exception>
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitAsync(resourceName, view => view.State == (targetState ?? "Running"), cancellationToken);

    private async Task WaitAsync(string name, Func<ResourceView, bool> isMet, CancellationToken cancellationToken)
    {
        var view = await system.Board.WaitAsync(name, view => isMet(view) || system.Failure is not null, cancellationToken);
        if (!isMet(view))
            throw new DistributedApplicationException(system.Failure!);
    }
}

/// <summary>Gives commands to resources, as the dashboard does.</summary>
public sealed class ResourceCommandService
{
    private readonly SystemRun system;

    internal ResourceCommandService(SystemRun system) => this.system = system;

    /// <summary>Runs start, stop, restart or a command of the resource's own.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource or command.</exception>
    public Task<ExecuteCommandResult> ExecuteCommandAsync(
        string resourceId, string commandName, CancellationToken cancellationToken = default) =>
        system.Board.ExecuteAsync(resourceId, commandName, cancellationToken);
}

/// <summary>Writes into the consoles of resources.</summary>
public sealed class ResourceLoggerService
{
    private readonly SystemRun system;

    internal ResourceLoggerService(SystemRun system) => this.system = system;

    /// <summary>A logger whose lines appear in the resource's console.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public ILogger GetLogger(string resourceName) => new ConsoleLogger(system.Board.Find(resourceName).Console);

    private sealed class ConsoleLogger(ConsoleLog console) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            console.Write(logLevel >= LogLevel.Error, formatter(state, exception));
    }
}
