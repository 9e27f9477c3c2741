using FlowConfigs.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(WholeChromium))]

namespace FlowConfigs.Tests.Browser;

/// <summary>
/// One Chromium for the whole test run, started when the first test asks for it. A test class takes it in its constructor
/// and opens a context of its own, so that tests share no cookies and no storage. It is Chromium without a window of its own, which
/// needs a third less processor time (189 rather than 282 s for 22 tests).
/// </summary>
public class Chromium : IAsyncDisposable
{
    private const string Shell = "chromium-headless-shell";
    private protected const string Whole = "chromium";

    // Quiet and without background traffic; the sandbox needs rights that a container's root does not have.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> launched;

    public Chromium()
        : this(Shell)
    {
    }

    private protected Chromium(string package, params string[] more) => launched = new(() => LaunchAsync(package, more));

    /// <summary>Opens a fresh, isolated context; the caller disposes it.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null)
    {
        var (_, browser) = await launched.Value;
        return await browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (!launched.IsValueCreated || !launched.Value.IsCompletedSuccessfully)
            return;
        var (playwright, browser) = await launched.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> LaunchAsync(string package, string[] more)
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? await FindOrInstallAsync(package);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = [.. Arguments, .. more] });
        return (playwright, browser);
    }

    private static async Task<string> FindOrInstallAsync(string package)
    {
        var path = $"/usr/bin/{package}";
        if (File.Exists(path))
            return path;

        if (Debian.CanInstall)
        {
            try
            {
                await Debian.InstallAsync(path, package, "fonts-liberation");
                return path;
            }
            catch (InvalidOperationException) when (package == Shell)
            {
                // Older Debians have all of Chromium only.
                return await FindOrInstallAsync(Whole);
            }
        }

        throw new InvalidOperationException(
            $"There is no Chromium at {path}. Install it (Debian: sudo apt-get install {package}; macOS: brew install chromium) "
            + "or set CHROMIUM_PATH to the program of a Chromium or Chrome.");
    }
}

/// <summary>
/// Chromium to which an address of this machine is one of the internet, and another one of the company's network. All of it: permissions
/// belong to what the shell leaves out.
/// </summary>
internal sealed class ChromiumWithNetworks(Uri ofTheInternet, Uri ofTheCompany) : Chromium(
    Whole, $"--ip-address-space-overrides=127.0.0.1:{ofTheInternet.Port}=public,127.0.0.1:{ofTheCompany.Port}=private");

/// <summary>All of Chromium: only there does the answer of a real server cut a window from the frame that opened it.</summary>
public sealed class WholeChromium() : Chromium(Whole);
