using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace FlowConfigs.Tests.Hosting;

/// <summary>npm as a resource of a real AppHost. The package counts its own installs.</summary>
[Nightly("npm installs packages again and again.")]
public sealed class NpmInstallTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("npm-install-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private int Installs => File.Exists(Path.Combine(folder, "installs")) ? File.ReadAllLines(Path.Combine(folder, "installs")).Length : 0;

    [Fact]
    public async Task Packages_are_installed_again_only_when_the_lock_file_has_changed()
    {
        await WriteAppAsync("1.0.0");
        await StartAsync();
        await StartAsync();
        Assert.Equal(1, Installs);

        await WriteAppAsync("1.0.1");
        await StartAsync();
        Assert.Equal(2, Installs);
    }

    [Fact]
    public async Task An_install_that_failed_keeps_the_app_from_starting_and_is_tried_again()
    {
        await WriteAppAsync("1.0.0");
        var lockFile = Path.Combine(folder, "package-lock.json");
        File.Move(lockFile, $"{lockFile}.away");
        await StartAsync(KnownResourceStates.FailedToStart);

        File.Move($"{lockFile}.away", lockFile);
        await StartAsync();
        Assert.Equal(1, Installs);
    }

    [Fact]
    public async Task Two_AppHosts_install_one_after_the_other_and_the_second_has_nothing_to_do()
    {
        await WriteAppAsync("1.0.0");
        await Task.WhenAll(StartAsync(), StartAsync());
        Assert.Equal(1, Installs);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Starts an AppHost with the app, until the app is in the state.</summary>
    private async Task StartAsync(string? state = null)
    {
        var builder = SmallAppHost.New();
        builder.AddNodeApp("app", folder, "main.mjs").WithNpm(installCommand: "ci");
        await using var app = builder.Build();
        await app.StartAsync(Stop);
        await app.ResourceNotifications.WaitForResourceAsync("app", state ?? KnownResourceStates.Running, Stop);
        await app.StopAsync(Stop);
    }

    private async Task WriteAppAsync(string version)
    {
        Directory.CreateDirectory(Path.Combine(folder, "local"));
        await WriteAsync("main.mjs", "setInterval(() => {}, 1000);");
        await WriteAsync("local/package.json", """{ "name": "local", "version": "1.0.0" }""");
        await WriteAsync("package.json", $$"""
            {
              "name": "app", "version": "{{version}}", "dependencies": { "local": "file:local" },
              "scripts": { "postinstall": "echo one more >> installs" }
            }
            """);
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
