using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>What is around a page on a desk: the pages beside it, the account above it, and where it stands.</summary>
[Nightly(Because.ItIsAnotherPage)]
public sealed class DeskFrameTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Desktop)
{
    private const string Typed = "Good morning at any width.";

    private static readonly string[] Entries =
    [
        "Configs", "Caller preview", "Lists", "Translations", "Activity", "Recent callers", "Office calendar", "Mail", "Import and export",
        "Settings",
    ];

    private static readonly (string Path, string Entry)[] PagesBelow =
    [
        ("/configs/BasicQueue", "Configs"), ("/history/BasicQueue", "Configs"), ("/flow/BasicQueue", "Configs"),
        ("/lists/bad-actors", "Lists"), ("/translations/field-office", "Translations"), ("/emergency-scenarios/new", "Emergency"),
        ("/emergency/fire-drill/edit", "Emergency"),
    ];

    private ConfigPage Config => new(Page);

    private WorkspacePage Workspace => new(Page, System.Workspace);

    private ILocator Bar => Page.GetByRole(AriaRole.Banner);

    private ILocator Current => Config.Navigation.Locator("[aria-current=page]");

    private ILocator OpenNavigation => Config.Button("Menu");

    private ILocator CloseNavigation => Config.Button("Close navigation");

    [Fact]
    public async Task Side_navigation_leads_to_each_page_and_marks_the_current_one()
    {
        await Page.GotoAsync(Address("/configs").ToString());
        foreach (var entry in Entries)
        {
            await Config.GoToAsync(entry);
            await Expect(Current).ToHaveTextAsync(entry);
            await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Expect(Page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        }

        await Config.GoToAsync("Emergency");
        await Expect(Config.Heading("Emergency")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_page_below_another_marks_the_entry_that_it_belongs_to()
    {
        foreach (var (path, entry) in PagesBelow)
        {
            await Page.GotoAsync(Address(path).ToString());
            await Expect(Current).ToHaveTextAsync(entry);
        }
    }

    [Fact]
    public async Task Navigation_that_was_closed_stays_closed_with_Emergency_in_sight()
    {
        await Page.GotoAsync(Address("/configs").ToString());
        await CloseNavigation.ClickAsync();
        await Expect(OpenNavigation).ToBeFocusedAsync();
        await Page.ReloadAsync();
        await Expect(OpenNavigation).ToBeVisibleAsync();
        await Expect(Config.Link("Settings")).Not.ToBeVisibleAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await ScreenshotAsync("desk-navigation-closed");

        await Bar.GetByRole(AriaRole.Link, new() { Name = "Emergency" }).ClickAsync();
        await Expect(Config.Heading("Emergency")).ToBeVisibleAsync();
        await Page.GoBackAsync();
        await OpenNavigation.ClickAsync();
        await Expect(Config.Link("Settings")).ToBeVisibleAsync();
        await Expect(Bar.GetByRole(AriaRole.Link, new() { Name = "Emergency" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Text_that_was_typed_outlives_a_window_that_is_made_narrower_and_wider()
    {
        var id = await Configs.QueueAsync();
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Config.Voice("Welcome").FillAsync(Typed);
        await Config.Voice("Welcome").EvaluateAsync("field => { window.field = field; }");
        foreach (var width in new[] { 800, 390, 1440 })
        {
            await Page.SetViewportSizeAsync(width, 900);
            await Expect(Page.Locator(".frame-header")).ToHaveCountAsync(width == 1440 ? 0 : 1);
            await Expect(Config.Voice("Welcome")).ToHaveValueAsync(Typed);
            await Expect(Config.SaveBar).ToContainTextAsync("1 unsaved change");
            Assert.True(await Config.Voice("Welcome").EvaluateAsync<bool>("field => field === window.field"), $"another field at {width}");
        }

        await Config.SaveAsync(version: 2);
        Assert.Equal(Typed, (string?)(await Configs.ReadAsync(id))["prompts"]![0]!["texts"]!["en-US"]!["voice"]);
    }

    [Fact]
    public async Task Breadcrumbs_lead_back()
    {
        await Page.GotoAsync(Address("/history/BasicQueue").ToString());
        await Expect(Config.Trail.Locator("[aria-current=page]")).ToHaveTextAsync("History");
        await Config.Trail.GetByRole(AriaRole.Link, new() { Name = "BasicQueue" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(Address("/configs/BasicQueue").ToString());
        await Config.BackToList.ClickAsync();
        await Expect(new ConfigsPage(Page).Title).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_of_the_navigation_opens_in_another_tab_with_the_control_key()
    {
        await Page.GotoAsync(Address("/configs").ToString());
        await Expect(Config.Link("Lists")).ToBeVisibleAsync();
        var tab = await Page.Context.RunAndWaitForPageAsync(() => Config.Link("Lists").ClickAsync(new() { Modifiers = [KeyboardModifier.Control] }));
        await Expect(tab).ToHaveURLAsync(Address("/lists").ToString());
        await Expect(Page).ToHaveURLAsync(Address("/configs").ToString());
    }

    [Fact]
    public async Task The_first_link_skips_what_is_around_the_page()
    {
        await Page.GotoAsync(Address("/lists").ToString());
        await Expect(Config.Link("bad-actors").First).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Tab");
        await Expect(Config.Link("Skip to the content")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Tab");
        Assert.True(await Page.EvaluateAsync<bool>("document.getElementById('content').contains(document.activeElement)"));
        Assert.Equal(Address("/lists").ToString(), Page.Url);
    }

    [Fact]
    public async Task Inside_the_workspace_there_is_no_second_bar_and_the_navigation_has_the_account()
    {
        ExpectInConsole(WorkspacePage.SandboxWarning);
        var app = await Workspace.OpenAsync("/lists");
        var config = new ConfigPage(app);
        await Expect(config.Heading("Lists")).ToBeVisibleAsync();
        await Expect(app.GetByRole(AriaRole.Banner)).ToHaveCountAsync(0);
        await Expect(config.Link("Flow Configs")).ToBeVisibleAsync();
        await ScreenshotAsync("desk-workspace");

        await new SignInScreen(Page, app).Menu("admin").ClickAsync();
        await ScreenshotAsync("desk-workspace-account");
        await app.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "Dark" }).ClickAsync();
        await Expect(app.Locator("body")).ToHaveClassAsync(new Regex("awsui-dark-mode"));
        await Axe.ExpectNothingAsync(Page);
        await config.GoToAsync("Settings");
        await Expect(config.Heading("Settings")).ToBeVisibleAsync();
        await new SignInScreen(Page, app).SignOutAsync("admin");
        await Expect(app.GetByText("You are signed out.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Inside_the_workspace_an_emergency_has_no_second_bar_either()
    {
        ExpectInConsole(WorkspacePage.SandboxWarning);
        var app = await Workspace.OpenAsync("/emergency");
        var config = new ConfigPage(app);
        await Expect(config.Heading("Emergency")).ToBeVisibleAsync();
        await Expect(app.GetByRole(AriaRole.Banner)).ToHaveCountAsync(0);
        await Expect(config.Link("Flow Configs")).ToHaveCountAsync(0);
        await ScreenshotAsync("emergency-workspace");
        await Axe.ExpectNothingAsync(Page);
        await config.Button("Menu").ClickAsync();
        await config.Link("Lists").ClickAsync();
        await Expect(config.Heading("Lists")).ToBeVisibleAsync();
    }
}
