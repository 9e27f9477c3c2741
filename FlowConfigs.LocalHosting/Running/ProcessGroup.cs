using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>A command line with its folder and the variables it gets on top of the AppHost's own.</summary>
internal sealed record ProcessCommand(string Program, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The seconds between TERM and KILL.</summary>
    public int Grace { get; init; } = 5;
}

/// <summary>Something that runs until it ends or is stopped.</summary>
internal interface IRunning
{
    int? ProcessId { get; }

    /// <summary>Completes with the exit code.</summary>
    Task<int> Exited { get; }

    Task StopAsync();
}

/// <summary>
/// A child process and everything it starts, kept by guard.sh in one process group that does not outlive the AppHost.
/// The guard's standard input is the leash. .NET opens pipes close-on-exec, so no other child holds its other end.
/// (PR_SET_PDEATHSIG would not do: it fires when the thread that forked ends, and .NET's threads come and go.)
/// </summary>
internal sealed class ProcessGroup : IRunning
{
    private static readonly string Guard = ReadGuard();

    // Set for the AppHost, not for what it runs.
    private static readonly string[] NotInherited = ["ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS"];

    private readonly StreamWriter leash;

    private ProcessGroup(StreamWriter leash, int guardId, int processId, Task<int> exited)
    {
        this.leash = leash;
        GuardId = guardId;
        ProcessId = processId;
        Exited = exited;
    }

    public int? ProcessId { get; }

    public int GuardId { get; }

    public Task<int> Exited { get; }

    /// <param name="command">What to run.</param>
    /// <param name="output">Takes each line; the first argument tells whether it came on standard error.</param>
    public static async Task<ProcessGroup> StartAsync(ProcessCommand command, Action<bool, string> output)
    {
        var start = new ProcessStartInfo("bash")
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        string[] arguments =
            ["-c", Guard, "guard", command.Grace.ToString(CultureInfo.InvariantCulture), command.Program, .. command.Arguments];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        foreach (var name in NotInherited)
            start.Environment.Remove(name);

        foreach (var (name, value) in command.Environment)
            start.Environment[name] = value;

        var guard = Process.Start(start)!;
        var (leash, guardId) = (guard.StandardInput, guard.Id); // the guard may be gone before we return
        var lines = new LineReader(guard.StandardOutput);
        var first = await lines.ReadAsync();
        if (first is null || !first.StartsWith("pid ", StringComparison.Ordinal))
        {
            await leash.DisposeAsync();
            var said = await guard.StandardError.ReadToEndAsync();
            throw new DistributedApplicationException($"{command.Program} could not be started: {said}");
        }

        var processId = int.Parse(first.AsSpan(4), CultureInfo.InvariantCulture);
        var errors = new LineReader(guard.StandardError);
        var pumps = Task.WhenAll(PumpAsync(lines, isError: false, output), PumpAsync(errors, isError: true, output));
        return new ProcessGroup(leash, guardId, processId, ExitAsync(guard, pumps, TimeSpan.FromSeconds(command.Grace + 1)));
    }

    /// <summary>Sends TERM to the group, KILL after a grace time, and returns when it is gone.</summary>
    public async Task StopAsync()
    {
        await leash.DisposeAsync();
        await Exited;
    }

    private static async Task<int> ExitAsync(Process guard, Task pumps, TimeSpan limit)
    {
        await guard.WaitForExitAsync();
        var code = guard.ExitCode;

        // A killed guard leaves the leash to its watcher; letting go of it ends the group.
        await guard.StandardInput.DisposeAsync();

        // Last lines are still in the pipes. A process that left the group could hold them open for ever.
        await Task.WhenAny(pumps, Task.Delay(limit));
        guard.Dispose();
        return code;
    }

    private static async Task PumpAsync(LineReader lines, bool isError, Action<bool, string> output)
    {
        try
        {
            while (await lines.ReadAsync() is { } line)
                output(isError, line);
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException)
        {
            // The pipe was closed under the reader: there are no more lines.
        }
    }

    private static string ReadGuard()
    {
        using var stream = typeof(ProcessGroup).Assembly.GetManifestResourceStream("guard.sh")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
