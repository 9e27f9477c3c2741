using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>The app in the page that stands in for Connect's agent workspace, by the SDK's own handshake.</summary>
public abstract class WorkspaceTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private const string PrimaryInTheme = "rgb(0, 104, 143)";

    private WorkspacePage Workspace => new(Page, System.Workspace);

    [Fact]
    public async Task App_and_workspace_greet_each_other_and_the_app_runs()
    {
        await OpenAsync();
        await Expect(Workspace.Connection).ToHaveTextAsync("Running");
        await Expect(Workspace.Messages.Filter(new() { HasText = "App: appLifecycleHandlerCompleted create" })).ToHaveCountAsync(1);
        await Expect(Workspace.Messages.Filter(new() { HasText = "App: request getTheme" })).ToHaveCountAsync(1);
    }

    [DeskFact]
    public async Task Theme_and_colours_are_the_workspaces()
    {
        var app = await OpenAsync(ConfigPage.Path("BasicQueue"));
        var config = new ConfigPage(app);
        await config.Voice("Welcome message").FillAsync("Good morning.");
        await Expect(config.SaveButton).ToHaveCSSAsync("background-color", PrimaryInTheme);

        var body = app.Locator("body");
        await Workspace.Colours.SelectOptionAsync("Dark");
        await Expect(body).ToHaveClassAsync(new Regex("awsui-dark-mode"));
        await Workspace.Colours.SelectOptionAsync("Light");
        await Expect(body).Not.ToHaveClassAsync(new Regex("awsui-dark-mode"));

        await Workspace.Colours.SelectOptionAsync("System");
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(body).ToHaveClassAsync(new Regex("awsui-dark-mode"));
    }

    [DeskFact]
    public async Task Another_tab_or_a_contact_loses_nothing_that_was_typed()
    {
        var app = await OpenAsync(ConfigPage.Path("BasicQueue"));
        var config = new ConfigPage(app);
        await config.Voice("Welcome message").FillAsync("Good morning.");
        await Workspace.Tab("Home").ClickAsync();
        await Expect(Page.Locator("#app")).Not.ToBeVisibleAsync();
        await Workspace.Tab("Flow Configs").ClickAsync();
        await Expect(config.Voice("Welcome message")).ToHaveValueAsync("Good morning.");

        await Workspace.Contact.ClickAsync();
        await Expect(Workspace.ContactState).ToContainTextAsync("Contact ");
        await Workspace.Contact.ClickAsync();
        await Expect(Workspace.ContactState).ToHaveTextAsync("No contact");
        await Expect(config.Voice("Welcome message")).ToHaveValueAsync("Good morning.");
        await Expect(config.SaveBar).ToContainTextAsync("1 unsaved change");
    }

    [DeskFact]
    public async Task Leaving_with_unsaved_changes_asks_inside_the_frame()
    {
        var config = new ConfigPage(await OpenAsync(ConfigPage.Path("BasicQueue")));
        await config.Voice("Welcome message").FillAsync("Good morning.");
        await config.BackToList.ClickAsync();
        await Expect(config.LeaveDialog).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Nobody_is_kept_out(ColorScheme colours)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
        var app = await OpenAsync("/configs");
        await Expect(new ConfigsPage(app).Title).ToBeVisibleAsync();
        await Expect(Workspace.Connection).ToHaveTextAsync("Running");
        await Axe.ExpectNothingAsync(Page);
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.InRange(width, 1, Screen.Options().ViewportSize!.Width);
    }

    private async Task<IFrame> OpenAsync(string path = "/")
    {
        ExpectInConsole(WorkspacePage.SandboxWarning);
        return await Workspace.OpenAsync(path);
    }
}

[Nightly(Because.ItVisitsEveryPage)]
public sealed class WorkspaceOnDesktopTests(TheSystem the, Chromium chromium) : WorkspaceTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class WorkspaceOnPhoneTests(TheSystem the, Chromium chromium) : WorkspaceTests(the, chromium, Screen.Phone);
