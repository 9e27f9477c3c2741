using System.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>Signing in inside the agent workspace: in a frame on another site, by a window for the provider's pages.</summary>
public abstract class SignInTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    // A browser does not show a page that cuts its opener in a window that has the frame's rights only.
    private const string Escaping = "sandbox=asked-for";

    protected override string? Account => null;

    [Fact]
    public async Task A_manager_signs_in_by_a_window_changes_a_value_and_signs_out()
    {
        var id = await Configs.QueueAsync();
        var (app, screen) = await OpenAsync(ConfigPage.Path(id));
        await screen.SignInAsync("manager");
        var config = new ConfigPage(app);
        await Expect(config.Heading(id)).ToBeVisibleAsync();
        await config.TurnAsync("Closure");
        await config.SaveAsync(version: 2);
        Assert.Equal("manager@example.com", (string?)(await Configs.ReadAsync(id))["saved"]!["by"]);
        Assert.EndsWith(ConfigPage.Path(id), app.Url);
        Assert.Single(Page.Context.Pages);

        await screen.SignOutAsync("manager");
        await Expect(screen.Text("You are signed out.")).ToBeVisibleAsync();
        await Expect(screen.Menu("manager")).Not.ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task Whoever_signed_out_gives_the_password_again_and_may_be_somebody_else()
    {
        var id = await Configs.QueueAsync();
        var (app, screen) = await OpenAsync(ConfigPage.Path(id));
        await screen.SignInAsync("manager");
        await screen.SignOutAsync("manager");

        await screen.SignInAsync("viewer");
        await Expect(screen.Menu("viewer")).ToBeVisibleAsync();
        var list = new ConfigsPage(app);
        await list.FindAsync(id); // all tests' configs are there
        await list.Link(id).ClickAsync();
        await ExpectReadOnlyAsync(new ConfigPage(app));
        await Expect(screen.Text("viewer@example.com can’t change values of this config")).ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task Where_the_window_is_blocked_the_person_opens_it()
    {
        await Page.Context.AddInitScriptAsync("window.open = () => null");
        var id = await Configs.QueueAsync();
        var (app, screen) = await OpenAsync(ConfigPage.Path(id));
        await screen.Start.ClickAsync();
        await Expect(screen.Text("The browser blocked the window for signing in")).ToBeVisibleAsync();
        await Expect(screen.OwnTab).ToBeVisibleAsync();

        await SignInScreen.EnterAsync(await screen.OpenWindowAsync(screen.OpenHere), "manager");
        var config = new ConfigPage(app);
        await config.TurnAsync("Closure");
        await config.SaveAsync(version: 2);
        await screen.SignOutAsync("manager");
        await Expect(screen.Text("You are signed out.")).ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task Where_the_window_is_closed_the_person_tries_again()
    {
        var (_, screen) = await OpenAsync("/");
        var window = await screen.OpenWindowAsync(screen.Start);
        await window.CloseAsync();
        await Expect(screen.Text("This page can no longer see the window for signing in")).ToBeVisibleAsync();
        await SignInScreen.EnterAsync(await screen.OpenWindowAsync(screen.Button("Try again")), "viewer");
        await Expect(screen.Menu("viewer")).ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task Where_the_provider_cuts_the_way_back_the_app_still_hears_of_it()
    {
        await using var cut = await OpenerCut.StartAsync(Page.Context);
        var (_, screen) = await OpenAsync("/", Escaping);
        var window = await screen.OpenWindowAsync(screen.Start);
        await Expect(screen.Text("This page can no longer see the window for signing in")).ToBeVisibleAsync();
        await SignInScreen.EnterAsync(window, "viewer");
        await Expect(screen.Menu("viewer")).ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task Where_the_browser_keeps_the_two_apart_as_well_the_person_goes_on_in_the_window()
    {
        // As browsers do between a page and another site's frame; Playwright turns that off.
        await Page.Context.AddInitScriptAsync("window.BroadcastChannel = class extends EventTarget { postMessage() {} close() {} }");
        await using var cut = await OpenerCut.StartAsync(Page.Context);
        var (_, screen) = await OpenAsync("/", Escaping);
        var window = await screen.OpenWindowAsync(screen.Start);
        await Expect(screen.OwnTab).ToBeVisibleAsync();
        await SignInScreen.EnterAsync(window, "viewer");
        await window.GetByRole(AriaRole.Link, new() { Name = "Go on to Flow Configs in this window" }).ClickAsync();
        await Expect(window.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task What_the_provider_says_against_it_is_shown()
    {
        await Page.Context.RouteAsync($"{System.SignIn.Cognito}oauth2/authorize**", route => OpenerCut.RedirectAsync(route, Refusal(route)));
        var (_, screen) = await OpenAsync("/");
        await screen.Start.ClickAsync();
        await Expect(screen.Text("The account is locked")).ToBeVisibleAsync();
        await Expect(screen.Button("Try again")).ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task Nobody_waits_for_ever()
    {
        await Page.Clock.InstallAsync();
        var (_, screen) = await OpenAsync("/");
        await screen.OpenWindowAsync(screen.Start);
        await Expect(screen.Text("Continue in the window that opened.")).ToBeVisibleAsync();
        await Page.Clock.FastForwardAsync("11:00");
        await Expect(screen.Text("Sign-in timed out or was cancelled.")).ToBeVisibleAsync();
    }

    [Nightly(Because.ItVisitsEveryPage)]
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Nobody_is_kept_out(ColorScheme colours)
    {
        await Page.Context.AddInitScriptAsync("window.open = () => null");
        await Page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
        await Page.GotoAsync(Address("/").ToString());
        var screen = new SignInScreen(Page, Page.MainFrame);
        await screen.ExpectAsync();
        await Axe.ExpectNothingAsync(Page);
        await screen.Start.ClickAsync();
        await Expect(screen.OpenHere).ToBeVisibleAsync();
        await Axe.ExpectNothingAsync(Page);
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.InRange(width, 1, Screen.Options().ViewportSize!.Width);
    }

    private static string Refusal(IRoute route)
    {
        var asked = HttpUtility.ParseQueryString(new Uri(route.Request.Url).Query);
        return $"{asked["redirect_uri"]}?error=access_denied&error_description=The+account+is+locked&state={asked["state"]}";
    }

    private static async Task ExpectReadOnlyAsync(ConfigPage config)
    {
        await Expect(config.Voice("Welcome")).Not.ToBeEditableAsync();
        await Expect(config.Switch("Closure")).ToBeVisibleAsync();
        await config.TurnAsync("Closure");
        await Expect(config.Switch("Closure")).Not.ToBeCheckedAsync();
        await Expect(config.SaveBar).Not.ToBeVisibleAsync();
    }

    /// <summary>As 127.0.0.1, while the app is on localhost: to a browser they are different sites, as in AWS.</summary>
    private async Task<(IFrame App, SignInScreen Screen)> OpenAsync(string path, string query = "sandbox=default")
    {
        ExpectInConsole(WorkspacePage.SandboxWarning);
        var address = new UriBuilder(System.Workspace) { Host = "127.0.0.1" };
        var app = await new WorkspacePage(Page, address.Uri).OpenAsync(path, query);
        var screen = new SignInScreen(Page, app);
        await screen.ExpectAsync();
        return (app, screen);
    }
}

public sealed class SignInOnDesktopTests(TheSystem the, WholeChromium chromium) : SignInTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class SignInOnPhoneTests(TheSystem the, Chromium chromium) : SignInTests(the, chromium, Screen.Phone);
