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
        await Expect(Title).ToBeFocusedAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "bad-actors" }).First.EvaluateAsync("link => link.click()");
        await Expect(Title).ToHaveTextAsync("Entries of a list");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Panel).ToHaveCountAsync(0);
        await Expect(IsPhone ? Page.GetByRole(AriaRole.Main) : Button).ToBeFocusedAsync();
    }

    private ILocator Button => Page.GetByRole(AriaRole.Button, new() { Name = "Help", Exact = true });

    private bool IsPhone => Screen == Screen.Phone;

    private async Task OpenAsync()
    {
        if (IsPhone)
            await Page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await Button.ClickAsync();
    }
}

public sealed class HelpOnDesktopTests(TheSystem the, Chromium chromium) : HelpTests(the, chromium, Screen.Desktop);

public sealed class HelpOnPhoneTests(TheSystem the, Chromium chromium) : HelpTests(the, chromium, Screen.Phone);
