using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>What becomes of a session: it is renewed, ends, and is left; and what nobody may do is not offered.</summary>
[Nightly(Because.ItIsAnotherPage)]
public sealed class SessionTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Desktop)
{
    private ConfigPage Config => new(Page);

    private SignInScreen SignInScreen => new(Page, Page.MainFrame);

    [Fact]
    public async Task A_token_that_ends_is_renewed_without_a_word()
    {
        await Page.Clock.InstallAsync();
        await OpenAsync(await Configs.QueueAsync());
        var renewed = 0;
        Page.Request += (_, request) => renewed += IsRenewal(request) ? 1 : 0;
        await Page.Clock.FastForwardAsync("01:10:00");
        await Config.TurnAsync("Closure");
        await Config.SaveAsync(version: 2);
        Assert.Equal(1, renewed);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_renewed_without_a_word()
    {
        ExpectInConsole("401");
        await OpenAsync(await Configs.QueueAsync());
        await RefuseTokensAsync(times: 1);
        await Config.TurnAsync("Closure");
        await Config.SaveAsync(version: 2);
        await Expect(SignInScreen.Dialog).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task When_the_session_ends_the_person_signs_in_again_and_what_was_typed_is_saved()
    {
        ExpectInConsole("40");
        var id = await OpenAsync(await Configs.QueueAsync());
        await EndSessionAsync();
        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Config.SaveButton.ClickAsync();
        await Config.ConfirmAsync();
        await Expect(SignInScreen.Dialog).ToContainTextAsync("Your text is kept");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await Page.UnrouteAllAsync();
        var button = SignInScreen.Dialog.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true });
        await Browser.SignInScreen.EnterAsync(await SignInScreen.OpenWindowAsync(button), "manager");
        await Expect(Config.Notification).ToContainTextAsync("Saved as version 2.");
        var saved = await Configs.ReadAsync(id);
        Assert.Equal("Good morning.", (string?)saved["prompts"]![0]!["texts"]!["en-US"]!["voice"]);
        Assert.Equal("manager@example.com", (string?)saved["saved"]!["by"]);
        await Expect(SignInScreen.Menu("manager")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_does_not_want_to_sign_in_again_keeps_what_was_typed()
    {
        ExpectInConsole("40");
        await OpenAsync(await Configs.QueueAsync());
        await EndSessionAsync();
        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Config.SaveButton.ClickAsync();
        await Config.ConfirmAsync();
        await SignInScreen.Button("Not now").Last.ClickAsync();
        await Expect(Config.Alert("Not saved")).ToContainTextAsync("You are not signed in.");
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync("Good morning.");
    }

    [Fact]
    public async Task Signing_out_asks_about_unsaved_changes_first()
    {
        await OpenAsync(await Configs.QueueAsync());
        await Config.Voice("Welcome").FillAsync("Good morning.");
        await SignInScreen.SignOutAsync("admin");
        await Config.LeaveDialog.GetByRole(AriaRole.Button, new() { Name = "Stay on page", Exact = true }).ClickAsync();
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync("Good morning.");
        await Expect(SignInScreen.Menu("admin")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_leaves_no_token_behind()
    {
        await OpenAsync(await Configs.QueueAsync());
        await SignInScreen.SignOutAsync("admin");
        await Expect(Page.GetByText("You are signed out.")).ToBeVisibleAsync();
        Assert.Empty(await Page.EvaluateAsync<string[]>("Object.keys(localStorage).filter(key => key.endsWith('Token'))"));
        await Page.ReloadAsync();
        await Expect(SignInScreen.Start).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_signs_in_in_another_tab_is_signed_in_here_too()
    {
        await OpenAsync(await Configs.QueueAsync());
        await SignInScreen.SignOutAsync("admin");
        await Expect(SignInScreen.Start).ToBeVisibleAsync();

        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync(Address("/configs").ToString());
        await new SignInScreen(other, other.MainFrame).SignInAsync("viewer");
        await Expect(SignInScreen.Menu("viewer")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_has_no_rights_is_told_so()
    {
        const string Nobody = """{ "email": "new@example.com", "rights": [] }""";
        await Page.RouteAsync("**/api/me", route => route.FulfillAsync(new() { ContentType = "application/json", Body = Nobody }));
        await Page.GotoAsync(Address("/configs").ToString());
        await Expect(Page.GetByText("You are signed in as new@example.com, but you are not in a group")).ToBeVisibleAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
    }

    private static bool IsRenewal(IRequest request) =>
        request.Headers.GetValueOrDefault("x-amz-target", "").EndsWith(".GetTokensFromRefreshToken", StringComparison.Ordinal);

    /// <summary>As when the pool has signed its keys anew, or an operator has ended the session.</summary>
    private async Task EndSessionAsync()
    {
        const string Ended = """{ "__type": "NotAuthorizedException", "message": "Refresh Token has been revoked" }""";
        await RefuseTokensAsync(times: int.MaxValue);
        await Page.RouteAsync(System.SignIn.Cognito.ToString(), route => IsRenewal(route.Request)
            ? route.FulfillAsync(new() { Status = 400, ContentType = "application/x-amz-json-1.1", Body = Ended })
            : route.ContinueAsync());
    }

    private async Task RefuseTokensAsync(int times) => await Page.RouteAsync("**/api/configs/*", route => times-- > 0
        ? route.FulfillAsync(new() { Status = 401, ContentType = "application/problem+json", Body = """{ "status": 401 }""" })
        : route.ContinueAsync());

    private async Task<string> OpenAsync(string id)
    {
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Expect(Config.Heading(id)).ToBeVisibleAsync();
        return id;
    }
}
