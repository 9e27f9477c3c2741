using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>What holds for every page of the dashboard.</summary>
internal static class DashboardCheck
{
    /// <summary>No broken rule of accessibility, and nothing wider than the window; a picture where SCREENSHOTS names a folder.</summary>
    public static async Task PageAsync(IPage page, string what)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{what}.png") });

        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{what}: " + string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html} and {violation.Nodes.Length - 1} more")));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{what} scrolls sideways");
        Assert.True(
            await page.EvaluateAsync<bool>("[...document.querySelectorAll('.fit')].every((fit) => fit.scrollWidth <= fit.clientWidth)"),
            $"{what}: the table does not fit");
    }
}
