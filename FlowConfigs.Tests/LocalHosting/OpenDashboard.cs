using FlowConfigs.LocalHosting.Dashboard;
using FlowConfigs.LocalHosting.Telemetry;
using FlowConfigs.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>The dashboard's page in a browser, over the sample system.</summary>
internal sealed class OpenDashboard : IAsyncDisposable
{
    private readonly List<string> complaints = [];
    private RunningDashboard dashboard;
    private readonly IBrowserContext context;

    private OpenDashboard(DashboardBoard board, RunningDashboard dashboard, IBrowserContext context, IPage page)
    {
        (Board, this.dashboard, this.context, Page) = (board, dashboard, context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public DashboardBoard Board { get; }

    public TelemetryStore Telemetry => dashboard.Telemetry;

    public IPage Page { get; }

    /// <summary>The page that is shown; the others are there too, with fields of the same names.</summary>
    public ILocator Shown => Page.Locator("main > section:visible");

    public ILocator Lines => Page.GetByRole(AriaRole.Log);

    /// <summary>What the browser's console holds against the page, refusals by the content security policy included.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<OpenDashboard> InAsync(Chromium chromium)
    {
        var board = DashboardSample.WholeSystem();
        var dashboard = await RunningDashboard.StartAsync(board);
        var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        // The real clipboard is one for all tests, and refuses a page that another test's page has taken the focus from.
        await context.AddInitScriptAsync(
            "if (navigator.clipboard) navigator.clipboard.writeText = async (text) => { window.copied = text; }");
        var open = new OpenDashboard(board, dashboard, context, await context.NewPageAsync());
        await open.GoToAsync(DashboardSignIn.Path(RunningDashboard.Token)[1..]);
        await Expect(open.Row("api")).ToBeVisibleAsync();
        return open;
    }

    public Task GoToAsync(string hash) => Page.GotoAsync($"http://localhost:{dashboard.Port}/{hash}");

    public ILocator Row(string name) =>
        Page.Locator("tbody tr").Filter(new() { Has = Page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }) });

    public Task StopAppHostAsync() => dashboard.DisposeAsync().AsTask();

    public async Task StartAppHostAsync() =>
        dashboard = await RunningDashboard.StartAsync(Board, port: dashboard.Port, telemetry: Telemetry);

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await dashboard.DisposeAsync();
    }
}
