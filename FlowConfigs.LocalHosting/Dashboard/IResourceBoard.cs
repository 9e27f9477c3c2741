namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>What the dashboard reads of a running system, and the commands it may give. The runner implements it.</summary>
public interface IResourceBoard
{
    /// <summary>Every resource in the order in which the AppHost declared it.</summary>
    IReadOnlyList<ResourceView> Resources { get; }

    /// <summary>Yields each resource once, then again whenever it changes, until <paramref name="cancellationToken"/> fires.</summary>
    IAsyncEnumerable<ResourceView> WatchAsync(CancellationToken cancellationToken);

    /// <summary>Yields the kept console lines of a resource, oldest first, then new ones as they are written.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    IAsyncEnumerable<ConsoleLine> ConsoleAsync(string resource, CancellationToken cancellationToken);

    /// <summary>Runs one of the resource's <see cref="ResourceView.Commands"/>: start, stop, restart or a custom one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource or command.</exception>
    Task<ExecuteCommandResult> ExecuteAsync(string resource, string command, CancellationToken cancellationToken);
}

/// <summary>One row of the resource page.</summary>
public sealed record ResourceView
{
    /// <summary>The name given in the AppHost.</summary>
    public required string Name { get; init; }

    /// <summary>Project, Executable, Lambda function, Parameter …</summary>
    public required string Type { get; init; }

    /// <summary>One of Aspire's KnownResourceStates, such as Waiting, Starting, Running, Finished, Exited, FailedToStart.</summary>
    public required string State { get; init; }

    /// <summary>Healthy or Unhealthy; null while the resource does not run.</summary>
    public string? Health { get; init; }

    /// <summary>When the process was last started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The exit code of a process that has ended.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The process id while it runs.</summary>
    public int? ProcessId { get; init; }

    /// <summary>Where the resource can be reached.</summary>
    public IReadOnlyList<ResourceUrlView> Urls { get; init; } = [];

    /// <summary>The variables the resource was given; secret ones are marked, and never leave the AppHost unmasked.</summary>
    public IReadOnlyList<EnvironmentView> Environment { get; init; } = [];

    /// <summary>The last outcome of each health check.</summary>
    public IReadOnlyList<HealthReportView> HealthReports { get; init; } = [];

    /// <summary>The commands that the resource takes in its present state and otherwise.</summary>
    public IReadOnlyList<CommandView> Commands { get; init; } = [];

    /// <summary>Names of the resources that must be healthy, or finished, before this one starts.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];
}

/// <summary>A link to a resource.</summary>
public sealed record ResourceUrlView(string Url, string? DisplayText);

/// <summary>An environment variable of a resource.</summary>
public sealed record EnvironmentView(string Name, string Value, bool IsSecret);

/// <summary>The last outcome of one health check.</summary>
public sealed record HealthReportView(string Name, bool Healthy, string? Description, DateTimeOffset CheckedAt);

/// <summary>A command as the dashboard offers it.</summary>
public sealed record CommandView(string Name, string DisplayName, string? Description, bool Enabled);

/// <summary>One line that a process wrote.</summary>
public sealed record ConsoleLine(long Number, DateTimeOffset At, bool IsError, string Text);
