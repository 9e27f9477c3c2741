using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>Without a mouse.</summary>
[Nightly(Because.ItIsAnotherPage)]
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
        await Page.Keyboard.PressAsync("Enter");
        await Expect(new ConfigsPage(Page).Links).ToHaveTextAsync([id]);
        // The table is one stop of Tab; arrow keys lead from cell to cell.
        await TabToAsync(Page.GetByRole(AriaRole.Checkbox, new() { Name = "Select all on this page" }));
        await PressToAsync("ArrowDown", new ConfigsPage(Page).Choose(id));
        await PressToAsync("ArrowRight", new ConfigsPage(Page).Link(id));
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Config.Heading(id)).ToBeVisibleAsync();
        await TabToAsync(Config.Switch("Closure"));
        await Page.Keyboard.PressAsync("Space");
        await TabToAsync(Config.SaveButton);
        await Page.Keyboard.PressAsync("Enter");
        await TabToAsync(Config.Comment);
        await Page.Keyboard.TypeAsync("Fire alarm");
        await TabToAsync(Config.Review.GetByRole(AriaRole.Button, new() { Name = "Save changes", Exact = true }));
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Config.Notification).ToContainTextAsync("Saved as version 2.");
    }

    private Task TabToAsync(ILocator target) => PressToAsync("Tab", target);

    private async Task PressToAsync(string key, ILocator target)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            if (await target.IsVisibleAsync() && await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await Page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"The key {key} does not lead to {target}.");
    }
}
