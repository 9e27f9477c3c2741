using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>Typed text outlives a reload, a lost connection and a version of the app that is no longer there.</summary>
public sealed class DraftTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Desktop)
{
    private const string Typed = "Good morning from the draft.";

    private ConfigPage Config => new(Page);

    private ILocator Offer => Config.Alert("You have unsaved changes");

    [Fact]
    public async Task Saving_works_when_no_further_file_of_the_app_can_be_loaded()
    {
        ExpectInConsole("ERR_FAILED");
        var id = await TypeAsync();
        await LoseFilesAsync();
        await Config.SaveAsync(version: 2, comment: "Fire alarm");
        Assert.Equal(Typed, (string?)(await Configs.ReadAsync(id))["prompts"]![0]!["texts"]!["en-US"]!["voice"]);
    }

    [Fact]
    public async Task A_part_that_is_lost_says_that_there_is_a_new_version_and_a_reload_offers_the_typed_text()
    {
        ExpectInConsole("ERR_FAILED");
        await TypeAsync();
        await LoseFilesAsync();
        await Config.Button("Caller preview").ClickAsync();
        var lost = Page.GetByRole(AriaRole.Group, new() { Name = "There is a new version of Flow Configs" });
        await Expect(lost).ToContainTextAsync("Your text is kept");
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync(Typed);
        await ScreenshotAsync("new-version");

        await Page.UnrouteAllAsync();
        Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await lost.GetByRole(AriaRole.Button, new() { Name = "Load new version" }).ClickAsync();
        await Expect(Offer).ToContainTextAsync("1 change from your last visit");
        await ScreenshotAsync("draft-offered");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Expect(Config.Voice("Welcome")).Not.ToHaveValueAsync(Typed);
        await Config.Button("Restore changes").ClickAsync();
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync(Typed);
        await Config.SaveAsync(version: 2);

        await Page.ReloadAsync();
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync(Typed);
        await Expect(Offer).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_part_without_a_connection_can_be_tried_again()
    {
        ExpectInConsole("ERR_INTERNET_DISCONNECTED");
        await TypeAsync();
        await Page.Context.SetOfflineAsync(true);
        await Config.Button("Caller preview").ClickAsync();
        var lost = Page.GetByRole(AriaRole.Group, new() { Name = "This part could not be loaded" });
        await Expect(lost).ToContainTextAsync("Your text is kept.");
        await Page.Context.SetOfflineAsync(false);
        await lost.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Table)).ToContainTextAsync(Typed);
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync(Typed);
    }

    [Fact]
    public async Task A_draft_of_an_older_version_is_put_beside_what_somebody_saved_since()
    {
        var id = await TypeAsync();
        await Configs.ChangeAsync(id, config => config["variables"]![0]!["value"] = "true", "Fire alarm");
        await LeaveAndComeBackAsync(id);
        await Expect(Offer).ToContainTextAsync("They are based on version 1");
        await Config.Button("Restore changes").ClickAsync();
        await Expect(Config.Alert("admin@example.com saved version 2 while you were editing")).ToContainTextAsync(Typed);
    }

    [Fact]
    public async Task A_discarded_draft_is_not_offered_again()
    {
        var id = await TypeAsync();
        await LeaveAndComeBackAsync(id);
        await Config.Button("Discard changes").ClickAsync();
        await Expect(Offer).Not.ToBeVisibleAsync();
        await Page.ReloadAsync();
        await Expect(Config.Heading(id)).ToBeVisibleAsync();
        await Expect(Offer).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_comment_outlives_a_save_that_fails()
    {
        ExpectInConsole("ERR_FAILED");
        await TypeAsync();
        await Page.RouteAsync("**/api/configs/*", route => route.AbortAsync());
        await Config.SaveButton.ClickAsync();
        await Config.Comment.FillAsync("Fire alarm");
        await Config.ConfirmAsync();
        await Expect(Config.Alert("Not saved")).ToBeVisibleAsync();
        await Config.SaveButton.ClickAsync();
        await Expect(Config.Comment).ToHaveValueAsync("Fire alarm");
    }

    private async Task<string> TypeAsync()
    {
        var id = await Configs.QueueAsync();
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Config.Voice("Welcome").FillAsync(Typed);
        return id;
    }

    private async Task LeaveAndComeBackAsync(string id)
    {
        await Config.BackToList.ClickAsync();
        await Expect(Config.LeaveDialog).ToContainTextAsync("This browser tab keeps them");
        await Config.LeaveDialog.GetByRole(AriaRole.Button, new() { Name = "Leave without saving" }).ClickAsync();
        await Expect(new ConfigsPage(Page).Title).ToBeVisibleAsync();
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
    }

    /// <summary>As after a new version has taken the place of this one: every file that this one has not loaded yet is gone.</summary>
    private async Task LoseFilesAsync() => await Page.RouteAsync("**/*", route =>
        route.Request.ResourceType is "script" or "stylesheet" ? route.AbortAsync() : route.ContinueAsync());
}
