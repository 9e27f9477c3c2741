using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>The page that stands in for Connect's agent workspace.</summary>
internal sealed class WorkspacePage(IPage page, Uri address)
{
    /// <summary>What Chromium says of the frame's permissions, which are Connect's.</summary>
    public const string SandboxWarning = "can escape its sandboxing";

    public ILocator Connection => page.Locator("#connection");

    public ILocator ContactState => page.Locator("#contact-state");

    public ILocator Colours => page.GetByLabel("Colours");

    public ILocator Contact => page.GetByRole(AriaRole.Button, new() { Name = "Contact", Exact = true });

    public ILocator Messages => page.Locator("#log li");

    public ILocator Tab(string name) => page.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true });

    /// <summary>Opens it, and returns the app's frame.</summary>
    /// <param name="path">The app's page.</param>
    /// <param name="query">More of the address: sandbox=default gives the app no more rights than Connect does unasked.</param>
    public async Task<IFrame> OpenAsync(string path, string query = "")
    {
        await page.GotoAsync(new UriBuilder(address) { Query = $"path={Uri.EscapeDataString(path)}&{query}" }.ToString());
        var frame = await page.Locator("#app").ElementHandleAsync();
        return (await frame.ContentFrameAsync())!;
    }
}
