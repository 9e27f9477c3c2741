using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>Every page says how it is used, to those who ask.</summary>
public abstract class HelpTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private static readonly (string Path, string Title)[] Pages =
    [
        ("/configs", "Configs"), ("/callers", "Caller preview"), ("/emergency", "Emergency"), ("/emergency/fire-real", "A scenario"),
        ("/emergency/fire-drill/edit", "Edit a scenario"), ("/emergency-scenarios/new", "New scenario"), ("/lists", "Lists"),
        ("/lists/bad-actors", "Entries of a list"), ("/translations", "Missing translations"), ("/translations/field-office", "Translate a config"),
        ("/activity", "Activity"), ("/history/BasicQueue", "History of a config"), ("/recent-callers", "Recent callers"),
        ("/office-calendar", "Office calendar"), ("/mail", "Mail"), ("/exchange", "Import and export"), ("/settings", "Settings"),
        ("/flow/BasicQueue", "Use a config in a contact flow"), ("/configs/BasicQueue", "Change a config"),
    ];

    private ILocator Panel => Page.GetByRole(AriaRole.Complementary, new() { Name = "Help" });

    private ILocator Title => Panel.GetByRole(AriaRole.Heading);

    [DeskFact]
    public async Task Every_page_has_its_own_help()
    {
        foreach (var (path, title) in Pages)
        {
            await Page.GotoAsync(Address(path).ToString());
            await OpenAsync();
            await Expect(Title).ToHaveTextAsync(title);
            await Expect(Panel.GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
        }

        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await ScreenshotAsync("help");
    }

    [Fact]
    public async Task Help_follows_the_page_and_gives_the_focus_back()
    {
        await Page.GotoAsync(Address("/lists").ToString());
        await OpenAsync();
        await Expect(IsPhone ? Title : Close).ToBeFocusedAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "bad-actors" }).First.EvaluateAsync("link => link.click()");
        await Expect(Title).ToHaveTextAsync("Entries of a list");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Title).ToHaveCountAsync(0);
        await Expect(IsPhone ? Page.Locator("#content") : Button).ToBeFocusedAsync();
    }

    [DeskFact]
    public async Task Help_stays_open_when_the_window_becomes_too_narrow_to_have_it_beside_the_page()
    {
        await Page.GotoAsync(Address("/lists").ToString());
        await OpenAsync();
        await Expect(Title).ToHaveTextAsync("Lists");
        await Page.SetViewportSizeAsync(800, 900);
        await Expect(Title).ToBeFocusedAsync();
        await Page.SetViewportSizeAsync(1440, 900);
        await Expect(Title).ToHaveTextAsync("Lists");
        await Close.ClickAsync();
        await Expect(Title).ToHaveCountAsync(0);
    }

    private ILocator Menu => Page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true });

    private ILocator Close => Panel.GetByRole(AriaRole.Button, new() { Name = "Close help" });

    private ILocator Button => Page.GetByRole(AriaRole.Button, new() { Name = "Help", Exact = true });

    private bool IsPhone => Screen == Screen.Phone;

    private async Task OpenAsync()
    {
        // Behind the menu on a phone, and on an emergency page.
        await Expect(Menu.Or(Button)).ToBeVisibleAsync();
        if (await Menu.IsVisibleAsync())
            await Menu.ClickAsync();
        await Button.ClickAsync();
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class HelpOnDesktopTests(TheSystem the, Chromium chromium) : HelpTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class HelpOnPhoneTests(TheSystem the, Chromium chromium) : HelpTests(the, chromium, Screen.Phone);
