using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>
/// A test with a browser page of its own on the running system. When it ends, nothing may have gone wrong unseen: no error
/// in the console other than those it expects, and at no time a value shown as a programmer's "undefined" or "null".
/// </summary>
public abstract class BrowserTest(TheSystem the, Chromium chromium, Screen screen)
    : IClassFixture<TheSystem>, IAsyncLifetime
{
    // On a machine that others use too.
    private const float NavigationTimeout = 120_000;
    private const float ExpectTimeout = 30_000;

    // A picture of a whole page takes a second, and proves nothing.
    private static readonly bool KeepsScreenshots = Environment.GetEnvironmentVariable("FLOWCONFIGS_SCREENSHOTS") == "on";

    private const string ProgrammersWord = "A programmer's word is on the screen";

    // Looks at every text that comes or changes, on whatever page and in whatever frame.
    private const string Watch = $$$"""
        const words = /\b(undefined|null|NaN)\b|\[object Object\]/;
        const look = (node) => {
          const text = node.textContent ?? '';
          const shown = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
          if (shown?.closest && !shown.closest('script, style, textarea') && words.test(text)) {
            console.error(`{{{ProgrammersWord}}}: ${words.exec(text)[0]} in "${text.slice(0, 200)}"`);
          }
        };
        new MutationObserver((changes) => changes.forEach(({ target, addedNodes }) => [target, ...addedNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE || node !== target).forEach(look)))
          .observe(document, { childList: true, characterData: true, subtree: true });
        """;

    private readonly List<string> complaints = [];
    private readonly List<string> expected = ["Service Worker registration blocked by Playwright"];
    private IBrowserContext context = null!;

    protected IPage Page { get; private set; } = null!;

    protected RunningSystem System => the.Running;

    protected Screen Screen { get; } = screen;

    /// <summary>Whose browser it is; null for one in which nobody has signed in yet.</summary>
    protected virtual string? Account => "admin";

    protected OwnConfigs Configs { get; } = new(the.Running.Api);

    public async ValueTask InitializeAsync()
    {
        var options = Screen.Options();
        // Whatever a test keeps from arriving must not come from what a service worker kept. FirstLoadTests has one.
        options.ServiceWorkers = ServiceWorkerPolicy.Block;
        options.StorageState = Account is { } account ? await System.SignIn.StorageStateAsync(account, System.Web) : null;
        context = await chromium.NewContextAsync(options);
        await context.AddInitScriptAsync(Watch);
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        context.SetDefaultNavigationTimeout(NavigationTimeout);
        Assertions.SetDefaultExpectTimeout(ExpectTimeout);
        Page = await context.NewPageAsync();
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        Page.PageError += (_, error) => complaints.Add(error);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await context.DisposeAsync();
        Assert.DoesNotContain(complaints, complaint => !expected.Any(complaint.Contains));
    }

    protected Uri Address(string path) => new(System.Web, path);

    /// <summary>Chromium reports every refused request in the console; this one is part of the story.</summary>
    protected void ExpectInConsole(string part) => expected.Add(part);

    /// <summary>
    /// Where FLOWCONFIGS_SCREENSHOTS is on, keeps what the page looks like in artifacts/screenshots, for people to look at.
    /// </summary>
    protected Task ScreenshotAsync(string name) => !KeepsScreenshots ? Task.CompletedTask : Page.ScreenshotAsync(new()
    {
        Path = Repository.Path($"artifacts/screenshots/{name}-{Screen.ToString().ToLowerInvariant()}.png"),
        FullPage = true,
    });
}
