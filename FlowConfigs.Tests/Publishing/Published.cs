using System.IO.Compression;
using FlowConfigs.Tests.AppHost;

namespace FlowConfigs.Tests.Publishing;

/// <summary>
/// Tests of what publish writes. They build for minutes and use all processors, so nothing else runs meanwhile: a function has two
/// seconds for its answer.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PublishCollection : ICollectionFixture<Published>
{
    public const string Name = "Publish";
}

/// <summary>One publish for all tests, as a user starts it, and the programs of its zips.</summary>
public sealed class Published : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("flow-configs-publish-");

    public string Folder => Path.Combine(folder.FullName, "out");

    /// <summary>What it wrote to the console.</summary>
    public string Output { get; private set; } = "";

    public PublishedFunctions Functions { get; private set; } = null!;

    /// <summary>The program of the Connect functions.</summary>
    public string ConnectHandler => Path.Combine(Unpacked("connect-handler"), "bootstrap");

    /// <summary>Whether the Connect functions are native code: this machine can link what Lambda can run.</summary>
    public bool IsNative => !File.Exists(Path.Combine(Unpacked("connect-handler"), "libcoreclr.so"));

    public async ValueTask InitializeAsync()
    {
        if (Debian.CanInstall)
            await Debian.InstallAsync("/usr/bin/gcc", "gcc", "libc6-dev");
        // It installs the web app's packages, which publish would do at the same time.
        var system = await SharedSystem.StartAsync();
        Output = await PublishAsync(Folder);
        Functions = await PublishedFunctions.StartAsync(this, system);
    }

    public async ValueTask DisposeAsync()
    {
        await Functions.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public static async Task<string> PublishAsync(string folder)
    {
        var (exitCode, output) = await AppHostProcess.RunAsync(
            ["--operation", "publish", "--step", "publish", "--output-path", folder]);
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>The zip of a function.</summary>
    public string Zip(string name) => Assert.Single(Directory.GetFiles(Path.Combine(Folder, "lambda"), $"{name}-????????????????.zip"));

    /// <summary>Unpacks a zip as Lambda does, and returns the folder.</summary>
    public string Unpacked(string name)
    {
        var to = Path.Combine(folder.FullName, $"task-{name}");
        if (!Directory.Exists(to))
            ZipFile.ExtractToDirectory(Zip(name), to);
        return to;
    }
}
