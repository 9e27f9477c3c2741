namespace FlowConfigs.LocalHosting.Running;

/// <summary>One run of an <see cref="NpmInstallerResource"/>: nothing if the packages are there already.</summary>
internal sealed class NpmInstall : IRunning, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private ProcessGroup? npm;

    public NpmInstall(
        NpmInstallerResource installer, ProcessCommand command, Action<bool, string> output, Action<string> progress) =>
        Exited = Task.Run(() => InstallAsync(installer, command, output, progress));

    public int? ProcessId => npm?.ProcessId;

    public Task<int> Exited { get; }

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        if (npm is not null)
            await npm.StopAsync();

        await Task.WhenAny(Exited);
    }

    public void Dispose() => stop.Dispose();

    private async Task<int> InstallAsync(
        NpmInstallerResource installer, ProcessCommand command, Action<bool, string> output, Action<string> progress)
    {
        await using var only = await installer.LockAsync(stop.Token);
        if (await installer.IsCurrentAsync(stop.Token))
        {
            output(false, "package-lock.json is as it was after the last install: nothing to do");
            return 0;
        }

        progress($"npm {string.Join(' ', command.Arguments)} in {command.WorkingDirectory}");
        npm = await ProcessGroup.StartAsync(command, output);
        if (stop.IsCancellationRequested)
            await npm.StopAsync();

        var code = await npm.Exited;
        if (code == 0)
            await installer.RememberAsync(stop.Token);

        return code;
    }
}
