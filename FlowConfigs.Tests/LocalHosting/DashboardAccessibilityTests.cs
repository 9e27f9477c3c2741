using FlowConfigs.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>With SCREENSHOTS set to a folder, every page that is checked is also saved there as a picture.</summary>
public sealed class DashboardAccessibilityTests(Chromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440, 900)]
    [InlineData(ColorScheme.Dark, 1440, 900)]
    [InlineData(ColorScheme.Light, 390, 844)]
    [InlineData(ColorScheme.Dark, 390, 844)]
    public async Task No_page_breaks_a_rule_of_accessibility(ColorScheme scheme, int width, int height)
    {
        await using var dashboard = await OpenDashboard.InAsync(chromium);
        var page = dashboard.Page;
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, height);
        WriteColours(dashboard.Board);
        var picture = $"{scheme}-{width}".ToLowerInvariant();

        await DashboardCheck.PageAsync(page, $"resources-{picture}");

        await dashboard.GoToAsync("#/resources/api");
        await DashboardCheck.PageAsync(page, $"details-{picture}");

        await dashboard.GoToAsync("#/console/api");
        await Expect(dashboard.Lines).ToContainTextAsync("colour 37");
        await DashboardCheck.PageAsync(page, $"console-{picture}");

        await dashboard.GoToAsync("#/resources");
        await dashboard.Row("get-config").GetByRole(AriaRole.Button, new() { Name = "Commands of get-config" }).ClickAsync();
        await DashboardCheck.PageAsync(page, $"menu-{picture}");

        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Send voice-en-US" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await DashboardCheck.PageAsync(page, $"answer-{picture}");
        await page.Keyboard.PressAsync("Escape");

        await dashboard.Row("api").GetByRole(AriaRole.Button, new() { Name = "Stop api" }).ClickAsync();
        await Expect(page.GetByText("api did not stop within 10 s.")).ToBeVisibleAsync();
        Assert.Empty(dashboard.Complaints);

        await dashboard.StopAppHostAsync();
        await Expect(page.GetByText("The connection to the AppHost is lost.")).ToBeVisibleAsync();
        await DashboardCheck.PageAsync(page, $"lost-{picture}");
    }

    private static void WriteColours(DashboardBoard board)
    {
        board.Write("api", "\u001b[40m\u001b[32minfo\u001b[39m\u001b[49m: \u001b[1mMicrosoft.Hosting.Lifetime\u001b[0m[14]");
        board.Write("api", "      Now listening on: http://127.0.0.1:5180");
        foreach (var colour in Enumerable.Range(30, 8))
            board.Write("api", $"\u001b[{colour}mcolour {colour}\u001b[0m \u001b[2mdim\u001b[22m", isError: colour == 31);
    }
}
