using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

public abstract class AccessibilityTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    [Theory]
    [InlineData("/configs")]
    [InlineData("/configs/BasicQueue")]
    [InlineData("/configs/field-office~austin")]
    public async Task Nobody_is_kept_out_and_nothing_is_wider_than_the_screen(string path)
    {
        await Page.GotoAsync(Address(path).ToString());
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(Page.GetByText(new Regex("by (seed|admin)")).First).ToBeVisibleAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await ScreenshotAsync(Path.GetFileName(path).ToLowerInvariant());
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        Assert.InRange(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, Screen.Options().ViewportSize!.Width);
    }
}

[Nightly(Because.ItVisitsEveryPage)]
public sealed class AccessibilityOnDesktopTests(TheSystem the, Chromium chromium)
    : AccessibilityTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class AccessibilityOnPhoneTests(TheSystem the, Chromium chromium)
    : AccessibilityTests(the, chromium, Screen.Phone);
