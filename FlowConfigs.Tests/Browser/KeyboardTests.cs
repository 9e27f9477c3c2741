using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>Without a mouse, and with everything twice as large.</summary>
public sealed class KeyboardTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Desktop)
{
    private const int MostTabs = 60;

    private ConfigPage Config => new(Page);

    [Fact]
    public async Task A_queue_is_closed_with_the_keyboard_alone()
    {
        var id = await Configs.QueueAsync();
        await Page.GotoAsync(Address("/configs").ToString());
        await Expect(new ConfigsPage(Page).Filter).ToBeVisibleAsync();
        await TabToAsync(new ConfigsPage(Page).Filter);
        await Page.Keyboard.TypeAsync(id);
        await Expect(new ConfigsPage(Page).Links).ToHaveTextAsync([id]);
        await TabToAsync(new ConfigsPage(Page).Link(id));
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Config.Heading(id)).ToBeVisibleAsync();
        await TabToAsync(Config.Switch("Closure"));
        await Page.Keyboard.PressAsync("Space");
        await TabToAsync(Config.SaveButton);
        await Page.Keyboard.PressAsync("Enter");
        await TabToAsync(Config.Comment);
        await Page.Keyboard.TypeAsync("Fire alarm");
        await TabToAsync(Config.Review.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }));
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Config.Notification).ToContainTextAsync("Saved as version 2.");
    }

    [Theory]
    [InlineData("/configs")]
    [InlineData("/configs/BasicQueue")]
    [InlineData("/configs/field-office~austin")]
    [InlineData("/callers?config=BasicQueue")]
    public async Task Nothing_is_wider_than_a_screen_of_320_pixels(string path)
    {
        // As wide as 1280 pixels at 400 %, and narrower than 640, which are 1280 at 200 %: WCAG 2.2, 1.4.10 and 1.4.4.
        await Page.SetViewportSizeAsync(320, 640);
        await Page.GotoAsync(Address(path).ToString());
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.InRange(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 320);
        await Page.ScreenshotAsync(new() { Path = Repository.Path($"artifacts/screenshots/320{path.Split('?')[0].Replace('/', '-')}.png"), FullPage = true });
    }

    private async Task TabToAsync(ILocator target)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            if (await target.IsVisibleAsync() && await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The Tab key does not lead to {target}.");
    }
}
