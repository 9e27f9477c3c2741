using System.Diagnostics;

namespace FlowConfigs.Tests;

/// <summary>A command line with its folder, and the variables that are set or, with null, taken away.</summary>
internal sealed record ProcessCommand(string Program, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    public ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            WorkingDirectory = WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return start;
    }
}

/// <summary>Programs that run to their end.</summary>
internal static class Programs
{
    /// <summary>The full path of a program, or null if PATH does not lead to the program.</summary>
    public static string? Find(string program) => FlowConfigs.Hosting.Running.Programs.Find(program);

    /// <summary>Runs a program and returns its exit code and everything that it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        await using var program = new RunningProgram(command);
        await program.Exited.WaitAsync(cancellationToken);
        return (program.ExitCode, string.Join('\n', program.Lines));
    }
}

/// <summary>A program with everything that it has written so far. Disposing ends the program and whatever it has started.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly Lock gate = new();
    private readonly List<string> lines = [];

    public RunningProgram(ProcessCommand command)
    {
        process = new Process { StartInfo = command.StartInfo() };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Exited = process.WaitForExitAsync();
    }

    public int Id => process.Id;

    /// <summary>Completes when the program has ended and its last lines are read.</summary>
    public Task Exited { get; }

    public int ExitCode => process.ExitCode;

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
                return [.. lines];
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await Exited;
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (gate)
            lines.Add(line);
    }
}
