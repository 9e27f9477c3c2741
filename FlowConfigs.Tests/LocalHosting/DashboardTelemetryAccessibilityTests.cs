using FlowConfigs.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>With SCREENSHOTS set to a folder, every page that is checked is also saved there as a picture.</summary>
public sealed class DashboardTelemetryAccessibilityTests(Chromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440, 900)]
    [InlineData(ColorScheme.Dark, 1440, 900)]
    [InlineData(ColorScheme.Light, 390, 844)]
    [InlineData(ColorScheme.Dark, 390, 844)]
    public async Task No_page_of_telemetry_breaks_a_rule_of_accessibility(ColorScheme scheme, int width, int height)
    {
        await using var dashboard = await OpenDashboard.InAsync(chromium);
        var page = dashboard.Page;
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, height);
        var picture = $"{scheme}-{width}".ToLowerInvariant();

        await dashboard.GoToAsync("#/traces");
        await Expect(page.GetByText("No trace has come in yet.")).ToBeVisibleAsync();
        await DashboardCheck.PageAsync(page, $"empty-{picture}");

        TelemetrySample.Fill(dashboard.Telemetry);
        await Expect(page.Locator("#traces-rows tr")).ToHaveCountAsync(32);
        await DashboardCheck.PageAsync(page, $"traces-{picture}");
        await page.GetByRole(AriaRole.Link, new() { Name = "web: Save a config" }).ClickAsync();
        await Expect(page.Locator(".spans a")).ToHaveCountAsync(7);
        await DashboardCheck.PageAsync(page, $"trace-{picture}");
        await page.Locator(".spans a").Nth(1).ClickAsync();
        await Expect(page.Locator("#item")).ToContainTextAsync("http.route");
        await DashboardCheck.PageAsync(page, $"span-{picture}");

        await dashboard.GoToAsync("#/logs");
        await Expect(page.Locator("#logs-rows tr")).ToHaveCountAsync(25);
        await DashboardCheck.PageAsync(page, $"logs-{picture}");
        await page.Locator("#logs-rows [data-opens]").First.ClickAsync();
        await Expect(page.Locator("#item")).ToContainTextAsync("ConfigId");
        await DashboardCheck.PageAsync(page, $"line-{picture}");

        await dashboard.GoToAsync("#/metrics/api/Microsoft.AspNetCore.Hosting/requests?by=http.request.method");
        await Expect(page.Locator(".chart path")).ToHaveCountAsync(2);
        await DashboardCheck.PageAsync(page, $"metrics-{picture}");
        await dashboard.GoToAsync("#/metrics/api/Microsoft.AspNetCore.Hosting/http.server.request.duration");
        await Expect(page.Locator(".values tbody tr").First).ToContainTextAsync("p50");
        await DashboardCheck.PageAsync(page, $"histogram-{picture}");
        Assert.Empty(dashboard.Complaints);

        await page.Context.ClearCookiesAsync();
        await dashboard.GoToAsync("login");
        await Expect(page.GetByLabel("Token")).ToBeFocusedAsync();
        await DashboardCheck.PageAsync(page, $"login-{picture}");
    }
}
