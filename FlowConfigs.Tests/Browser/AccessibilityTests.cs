using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

public abstract class AccessibilityTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    [Theory]
    [InlineData("/configs", ColorScheme.Light)]
    [InlineData("/configs", ColorScheme.Dark)]
    [InlineData("/configs/BasicQueue", ColorScheme.Light)]
    [InlineData("/configs/BasicQueue", ColorScheme.Dark)]
    [InlineData("/configs/field-office~austin", ColorScheme.Light)]
    [InlineData("/configs/field-office~austin", ColorScheme.Dark)]
    public async Task Nobody_is_kept_out(string path, ColorScheme colours)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
        await Page.GotoAsync(Address(path).ToString());
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(Page.GetByText("by seed").First).ToBeVisibleAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await ScreenshotAsync($"{Path.GetFileName(path)}-{colours}".ToLowerInvariant());
        await Axe.ExpectNothingAsync(Page);
    }

    [Theory]
    [InlineData("/configs")]
    [InlineData("/configs/BasicQueue")]
    [InlineData("/configs/field-office~austin")]
    public async Task Nothing_is_wider_than_the_screen(string path)
    {
        await Page.GotoAsync(Address(path).ToString());
        await Expect(Page.GetByText("by seed").First).ToBeVisibleAsync();
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.InRange(width, 1, Screen.Options().ViewportSize!.Width);
    }
}

public sealed class AccessibilityOnDesktopTests(TheSystem the, Chromium chromium)
    : AccessibilityTests(the, chromium, Screen.Desktop);

public sealed class AccessibilityOnPhoneTests(TheSystem the, Chromium chromium)
    : AccessibilityTests(the, chromium, Screen.Phone);
