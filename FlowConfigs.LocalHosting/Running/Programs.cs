namespace FlowConfigs.LocalHosting.Running;

/// <summary>Finds programs as a shell would.</summary>
internal static class Programs
{
    /// <summary>The program that starts projects: the one that started the AppHost, where it says so.</summary>
    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>The full path of a program, or null if PATH does not lead to it.</summary>
    public static string? Find(string program, string workingDirectory)
    {
        if (program.Contains('/', StringComparison.Ordinal))
            return File.Exists(Path.GetFullPath(program, workingDirectory)) ? Path.GetFullPath(program, workingDirectory) : null;

        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Runs a program to its end and returns its exit code and everything it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(ProcessCommand command, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var group = await ProcessGroup.StartAsync(command, (_, line) =>
        {
            lock (lines)
                lines.Add(line);
        });
        try
        {
            var code = await group.Exited.WaitAsync(cancellationToken);
            lock (lines)
                return (code, string.Join('\n', lines));
        }
        catch (OperationCanceledException)
        {
            await group.StopAsync();
            throw;
        }
    }
}
