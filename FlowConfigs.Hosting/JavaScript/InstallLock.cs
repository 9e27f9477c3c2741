using System.Security.Cryptography;
using System.Text;

namespace FlowConfigs.Hosting.JavaScript;

/// <summary>Keeps a second AppHost from installing into the same folder at the same time. The lock ends with the AppHost at the latest.</summary>
internal sealed class InstallLock(string folder) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly string path = Path.Combine(
        Path.GetTempPath(), $"flow-configs-npm-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16]}.lock");

    private FileStream? file;

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        while (file is null)
        {
            try
            {
                file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        file?.Dispose();
        file = null;
    }
}
