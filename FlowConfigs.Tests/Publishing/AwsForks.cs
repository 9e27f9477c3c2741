using System.Collections.Concurrent;
using System.Diagnostics;
using FlowConfigs.Tests.Publishing;

[assembly: AssemblyFixture(typeof(AwsForks))]

namespace FlowConfigs.Tests.Publishing;

/// <summary>Each AWS CLI, loaded once for the whole test run (aws-forks.py), with a program that is called as <c>aws</c> is.</summary>
public sealed class AwsForks : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(string Program, Process Forks)>>> Started = new();

    /// <summary>The program to call in the place of <c>aws</c>.</summary>
    /// <param name="aws">The CLI's Python script.</param>
    public static async Task<string> ProgramAsync(string aws) =>
        (await Started.GetOrAdd(aws, script => new(() => StartAsync(script))).Value).Program;

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

    private static async Task<(string Program, Process Forks)> StartAsync(string aws)
    {
        // The Python that the CLI names, which has its packages.
        var python = File.ReadLines(aws).First()[2..].Trim();
        var folder = Directory.CreateTempSubdirectory("flow-configs-aws-").FullName;
        var (program, socket) = (Path.Combine(folder, "aws"), Path.Combine(folder, "socket"));
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nexec {python} -I -S {Script("aws-call.py")} {socket} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var forks = Process.Start(new ProcessStartInfo(python, [Script("aws-forks.py"), aws, socket])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return await forks.StandardOutput.ReadLineAsync() == "ready"
            ? (program, forks)
            : throw new InvalidOperationException($"The AWS CLI at {aws} could not be loaded; the lines above say why.");
    }

    private static string Script(string name) => Repository.Path($"FlowConfigs.Tests/Publishing/{name}");
}
