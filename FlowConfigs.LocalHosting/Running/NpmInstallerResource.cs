using System.Security.Cryptography;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>Installs the packages of a web app, and remembers from which package-lock.json, so that a second start is quick.</summary>
internal sealed class NpmInstallerResource(string name, string workingDirectory) : ExecutableResource(name, "npm", workingDirectory)
{
    private string LockFile => Path.Combine(WorkingDirectory, "package-lock.json");

    private string Remembered => Path.Combine(WorkingDirectory, "node_modules", ".installed-from");

    /// <summary>Whether the packages of this very package-lock.json are there.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken) =>
        File.Exists(LockFile)
        && File.Exists(Remembered)
        && await File.ReadAllTextAsync(Remembered, cancellationToken) == await HashAsync(cancellationToken);

    /// <summary>Call after a good install.</summary>
    public async Task RememberAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(LockFile) && Directory.Exists(Path.GetDirectoryName(Remembered)))
            await File.WriteAllTextAsync(Remembered, await HashAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Keeps a second AppHost from installing into the same folder at the same time; it is let go with the process.</summary>
    public async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var folder = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(WorkingDirectory)))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"flow-configs-npm-{folder}.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    private async Task<string> HashAsync(CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(LockFile, cancellationToken)));
}
