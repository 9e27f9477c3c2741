using System.Collections.Concurrent;
using System.Diagnostics;
using FlowConfigs.Tests.Publishing;

[assembly: AssemblyFixture(typeof(AwsForks))]

namespace FlowConfigs.Tests.Publishing;

/// <summary>Each AWS CLI, loaded once for the whole test run (aws-forks.py), with a program that is called as <c>aws</c> is.</summary>
public sealed class AwsForks : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(string Python, bool Here), Lazy<Task<(string Program, Process Forks)>>> Started = new();

    /// <summary>The program to call in the place of <c>aws</c>.</summary>
    /// <param name="python">The Python that has the CLI's packages.</param>
    /// <param name="here">Without forks, for one caller at a time.</param>
    public static async Task<string> ProgramAsync(string python, bool here = false) =>
        (await Started.GetOrAdd((python, here), cli => new(() => StartAsync(cli.Python, cli.Here))).Value).Program;

    public async ValueTask DisposeAsync()
    {
        foreach (var started in Started.Values.Where(started => started.IsValueCreated && started.Value.IsCompletedSuccessfully))
        {
            var (program, forks) = await started.Value;
            forks.StandardInput.Close();
            await forks.WaitForExitAsync();
            forks.Dispose();
            Directory.Delete(Path.GetDirectoryName(program)!, recursive: true);
        }
    }

    private static async Task<(string Program, Process Forks)> StartAsync(string python, bool here)
    {
        var folder = Directory.CreateTempSubdirectory("flow-configs-aws-").FullName;
        var (program, socket) = (Path.Combine(folder, "aws"), Path.Combine(folder, "socket"));
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nexec {python} -I -S {Script("aws-call.py")} {socket} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string[] how = here ? ["here"] : [];
        var forks = Process.Start(new ProcessStartInfo(python, [Script("aws-forks.py"), socket, .. how])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // As ops sets it (aws.sh): Python reads it when it starts.
            Environment = { ["PYTHONUTF8"] = "1" },
        })!;
        return await forks.StandardOutput.ReadLineAsync() == "ready"
            ? (program, forks)
            : throw new InvalidOperationException($"The AWS CLI of {python} could not be loaded; the lines above say why.");
    }

    private static string Script(string name) => Repository.Path($"FlowConfigs.Tests/Publishing/{name}");
}
