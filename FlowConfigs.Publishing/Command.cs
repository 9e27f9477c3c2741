using System.Diagnostics;

namespace FlowConfigs.Publishing;

/// <summary>Runs the programs that publish needs.</summary>
internal static class Command
{
    private const int LinesShown = 20;

    /// <summary>Says what is missing, before anything is written.</summary>
    /// <exception cref="DistributedApplicationException">A program is not on PATH.</exception>
    public static void Require(params (string Program, string Remedy)[] programs)
    {
        foreach (var (program, remedy) in programs)
        {
            if (!IsThere(program))
                throw new DistributedApplicationException($"{program} was not found, and publish needs it: {remedy}");
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="DistributedApplicationException">It failed; the message ends with the last lines that it wrote.</exception>
    public static async Task RunAsync(string folder, string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // These variables come from the process that started this one, such as a test run: they would mislead another build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode == 0)
                return;
            var lines = $"{await output}\n{await errors}".Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(LinesShown);
            throw new DistributedApplicationException(
                $"{program} {string.Join(' ', start.ArgumentList)} failed with exit code {process.ExitCode}:\n{string.Join('\n', lines)}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Whether a program is on PATH.</summary>
    public static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
