using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>Nothing scrolls sideways at 320 pixels, nor at 200 % on a desk. https://www.w3.org/WAI/WCAG22/Understanding/reflow</summary>
[Nightly(Because.ItVisitsEveryPage)]
public sealed class ReflowTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Desktop)
{
    private static readonly (int Width, int Height)[] Sizes = [(320, 640), (720, 450)];

    private static readonly string[] Paths =
    [
        "/configs", "/configs/BasicQueue", "/configs/field-office~austin", "/callers?config=BasicQueue", "/nowhere",
        "/emergency", "/emergency/fire-real", "/emergency/fire-drill/edit", "/emergency-scenarios/new", "/history/BasicQueue", "/activity",
        "/lists", "/lists/bad-actors", "/recent-callers", "/office-calendar", "/mail", "/translations", "/translations/field-office",
        "/exchange", "/settings", "/flow/BasicQueue",
    ];

    [Fact]
    public async Task Pages_fit_a_narrow_screen_and_a_large_font()
    {
        foreach (var path in Paths)
        {
            await Page.SetViewportSizeAsync(Sizes[0].Width, Sizes[0].Height);
            await Page.GotoAsync(Address(path).ToString());
            await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            foreach (var (width, height) in Sizes)
            {
                await Page.SetViewportSizeAsync(width, height);
                var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                Assert.True(wide <= width, $"{path} is {wide} pixels wide on a screen of {width}");
            }
        }
    }
}
