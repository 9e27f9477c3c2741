using FlowConfigs.LocalHosting.Running;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class NpmInstallTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("npm-install-").FullName;
    private readonly List<string> output = [];
    private int installs;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Packages_are_installed_again_only_when_the_lock_file_has_changed()
    {
        await WriteAppAsync("1.0.0");
        Assert.Equal(0, await InstallAsync());
        Assert.Equal(0, await InstallAsync());
        Assert.Equal(1, installs);

        await WriteAppAsync("1.0.1");
        Assert.Equal(0, await InstallAsync());
        Assert.Equal(2, installs);
    }

    [Fact]
    public async Task Install_that_failed_is_tried_again()
    {
        await WriteAppAsync("1.0.0");
        File.Delete(Path.Combine(folder, "package-lock.json"));

        Assert.NotEqual(0, await InstallAsync());
        Assert.NotEqual(0, await InstallAsync());

        Assert.Equal(2, installs);
        Assert.Contains(output, line => line.StartsWith("npm error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_AppHosts_install_one_after_the_other()
    {
        await WriteAppAsync("1.0.0");

        var codes = await Task.WhenAll(InstallAsync(), InstallAsync());

        Assert.Equal([0, 0], codes);
        Assert.Equal(1, installs);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<int> InstallAsync()
    {
        var command = new ProcessCommand("npm", ["ci", "--no-audit", "--no-fund", "--offline"], folder);
        var installer = new NpmInstallerResource("installer", folder);
        return new NpmInstall(installer, command, Keep, _ => Interlocked.Increment(ref installs)).Exited;
    }

    private void Keep(bool isError, string line)
    {
        lock (output)
            output.Add(line);
    }

    private async Task WriteAppAsync(string version)
    {
        Directory.CreateDirectory(Path.Combine(folder, "local"));
        await WriteAsync("local/package.json", """{ "name": "local", "version": "1.0.0" }""");
        await WriteAsync("package.json", $$"""{ "name": "app", "version": "{{version}}", "dependencies": { "local": "file:local" } }""");
        await WriteAsync("package-lock.json", $$"""
            {
              "name": "app", "version": "{{version}}", "lockfileVersion": 3, "requires": true,
              "packages": {
                "": { "name": "app", "version": "{{version}}", "dependencies": { "local": "file:local" } },
                "local": { "version": "1.0.0" },
                "node_modules/local": { "resolved": "local", "link": true }
              }
            }
            """);
    }

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(folder, file), text, Stop);
}
