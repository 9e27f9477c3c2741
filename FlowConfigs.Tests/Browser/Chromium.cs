using FlowConfigs.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace FlowConfigs.Tests.Browser;

/// <summary>
/// One Chromium for the whole test run, started when the first test asks for it. A test class takes it in its constructor
/// and opens a context of its own, so that tests share no cookies and no storage.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string DebianPath = "/usr/bin/chromium";

    // Quiet and without background traffic; the sandbox needs rights that a container's root does not have.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> launched = new(LaunchAsync);

    /// <summary>Opens a fresh, isolated context; the caller disposes it.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null)
    {
        var (_, browser) = await launched.Value;
        return await browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (!launched.IsValueCreated || !launched.Value.IsCompletedSuccessfully)
            return;
        var (playwright, browser) = await launched.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> LaunchAsync()
    {
        var path = await FindOrInstallAsync();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        return (playwright, browser);
    }

    private static async Task<string> FindOrInstallAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? DebianPath;
        if (File.Exists(path))
            return path;

        if (path == DebianPath && Debian.CanInstall)
        {
            await Debian.InstallAsync(DebianPath, "chromium", "fonts-liberation");
            return DebianPath;
        }

        throw new InvalidOperationException(
            $"There is no Chromium at {path}. Install it (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install chromium) "
            + "or set CHROMIUM_PATH to the program of a Chromium or Chrome.");
    }
}
