using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>What keeps typing from being lost, and a mistake from being saved.</summary>
public abstract class SavingTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private ConfigPage Config => new(Page);

    [DeskFact]
    public async Task A_refused_value_is_explained_at_its_field_and_stays_there()
    {
        await OpenAsync(await Configs.ParentAsync());
        await Config.Input("CallbackMinutes").FillAsync("1000");
        await Config.SaveButton.ClickAsync();
        await Expect(Config.Alert("Not saved: some values need attention")).ToContainTextAsync("CallbackMinutes: Must be at most 240.");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Expect(Config.Variable("CallbackMinutes")).ToContainTextAsync("Must be at most 240.");
        await Expect(Config.Input("CallbackMinutes")).ToHaveValueAsync("1000");

        await Config.Input("CallbackMinutes").FillAsync("240");
        await Expect(Config.Variable("CallbackMinutes")).Not.ToContainTextAsync("Must be at most 240.");
        await Config.SaveAsync(version: 2);
    }

    [DeskFact]
    public async Task A_value_of_several_lines_keeps_them()
    {
        var id = await Configs.QueueAsync();
        await Configs.ChangeAsync(
            id, config => config["variables"]!.AsArray().Add(new JsonObject { ["name"] = "Address", ["kind"] = "text", ["value"] = "1 Main St\nAustin" }),
            "Two lines");
        await OpenAsync(id);
        await Config.Input("Address").FillAsync("1 Main St\nAustin TX");
        await Config.SaveAsync(version: 3);
        var variables = (await Configs.ReadAsync(id))["variables"]!.AsArray();
        Assert.Equal("1 Main St\nAustin TX", (string?)variables.Last()!["value"]);
    }

    [DeskFact]
    public async Task A_refused_text_is_found_behind_its_language()
    {
        await OpenAsync(await Configs.QueueAsync());
        await Config.Language("Welcome", "Spanish (US)").ClickAsync();
        await Config.Voice("Welcome").FillAsync("<speak>Hola & bienvenido</speak>");
        await Config.Language("Welcome", "English (US)").ClickAsync();
        await Config.SaveButton.ClickAsync();
        await Expect(Config.Alert("Not saved: some values need attention")).ToContainTextAsync("Welcome, Spanish (US), Voice");
        await Config.Language("Welcome", "Spanish (US) has a problem").ClickAsync();
        await Expect(Config.Voice("Welcome")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task What_somebody_else_saved_first_is_shown_and_both_changes_are_kept()
    {
        ExpectInConsole("412");
        var id = await OpenAsync(await Configs.QueueAsync());
        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Configs.ChangeAsync(id, config => config["variables"]![0]!["value"] = "true", "Fire alarm");

        await Config.SaveButton.ClickAsync();
        await Config.ConfirmAsync();
        var alert = Config.Alert("admin@example.com saved version 2 while you were editing");
        await Expect(alert).ToContainTextAsync("Fire alarm");
        await Expect(alert.GetByRole(AriaRole.Group, new() { Name = "Closure" })).ToHaveTextAsync("ClosureBeforeNoTheirsYesYoursunchanged");
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync("Good morning.");
        await Expect(Config.SaveButton).ToBeDisabledAsync();

        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await ScreenshotAsync("conflict");
        await Config.Button("Merge changes").ClickAsync();
        await Expect(Config.Switch("Closure")).ToBeCheckedAsync();
        await Config.SaveAsync(version: 3);
        var saved = await Configs.ReadAsync(id);
        Assert.Equal("true", (string?)saved["variables"]![0]!["value"]);
        Assert.Equal("Good morning.", (string?)saved["prompts"]![0]!["texts"]!["en-US"]!["voice"]);
    }

    [DeskFact]
    public async Task What_somebody_else_saved_first_can_take_the_place_of_ones_own()
    {
        ExpectInConsole("412");
        var id = await OpenAsync(await Configs.QueueAsync());
        await Config.Voice("Welcome").FillAsync("Mine.");
        await Configs.ChangeAsync(id, config => config["prompts"]![0]!["texts"]!["en-US"]!["voice"] = "Theirs.", "Shorter");

        await Config.SaveButton.ClickAsync();
        await Config.ConfirmAsync();
        await Expect(Config.Alert("admin@example.com saved version 2 while you were editing")).ToContainTextAsync("Mine.");
        await Config.Button("Discard my changes").ClickAsync();
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync("Theirs.");
        await Expect(Config.SaveButton).ToBeDisabledAsync();
    }

    [DeskFact]
    public async Task Where_both_changed_the_same_one_chooses_field_by_field()
    {
        ExpectInConsole("412");
        var id = await OpenAsync(await Configs.QueueAsync());
        await Config.Voice("Welcome").FillAsync("Mine.");
        await Config.TurnAsync("Closure");
        await Configs.ChangeAsync(id, config => config["prompts"]![0]!["texts"]!["en-US"]!["voice"] = "Theirs.", "Shorter");

        await Config.SaveButton.ClickAsync();
        await Config.ConfirmAsync();
        await Page.GetByRole(AriaRole.Radio, new() { Name = "Theirs" }).CheckAsync();
        await Config.Button("Merge changes").ClickAsync();
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync("Theirs.");
        await Expect(Config.Switch("Closure")).ToBeCheckedAsync();
        await Config.SaveAsync(version: 3);
    }

    [DeskFact]
    public async Task A_save_that_does_not_arrive_loses_no_typing()
    {
        ExpectInConsole("ERR_FAILED");
        var id = await OpenAsync(await Configs.QueueAsync());
        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Page.RouteAsync("**/api/configs/*", route => route.AbortAsync());
        await Config.SaveButton.ClickAsync();
        await Config.ConfirmAsync();
        await Expect(Config.Alert("Not saved")).ToContainTextAsync("The server could not be reached.");

        await Page.UnrouteAsync("**/api/configs/*");
        await Config.SaveAsync(version: 2);
        Assert.Equal("Good morning.", (string?)(await Configs.ReadAsync(id))["prompts"]![0]!["texts"]!["en-US"]!["voice"]);
    }

    [DeskFact]
    public async Task Without_a_connection_typing_stays_and_saving_waits_until_it_is_back()
    {
        ExpectInConsole("ERR_INTERNET_DISCONNECTED");
        var id = await OpenAsync(await Configs.QueueAsync());
        await Page.Context.SetOfflineAsync(true);
        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Expect(Config.Notification).ToContainTextAsync("You are offline. Everything on this page stays.");
        await Expect(Config.SaveBar).ToContainTextAsync("1 unsaved change. You are offline.");
        await Expect(Config.SaveButton).ToBeDisabledAsync();
        await Expect(Config.UntilButton).ToBeDisabledAsync();
        await ScreenshotAsync("offline");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await Page.Context.SetOfflineAsync(false);
        await Expect(Config.Notification).Not.ToContainTextAsync("You are offline");
        await Config.SaveButton.ClickAsync();
        await Expect(Config.Review).ToBeVisibleAsync();
        await Page.Context.SetOfflineAsync(true);
        await Expect(Config.Review).ToContainTextAsync("You are offline.");
        var save = Config.Review.GetByRole(AriaRole.Button, new() { Name = "Save changes", Exact = true });
        await Expect(save).ToBeDisabledAsync();
        await Page.Context.SetOfflineAsync(false);
        await save.ClickAsync();
        await Expect(Config.Notification).ToContainTextAsync("Saved as version 2.");
        Assert.Equal("Good morning.", (string?)(await Configs.ReadAsync(id))["prompts"]![0]!["texts"]!["en-US"]!["voice"]);
    }

    [DeskFact]
    public async Task Leaving_with_unsaved_changes_asks_first()
    {
        await OpenAsync(await Configs.QueueAsync());
        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Config.BackToList.ClickAsync();
        await Expect(Config.LeaveDialog).ToBeVisibleAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Config.LeaveDialog.GetByRole(AriaRole.Button, new() { Name = "Stay on page", Exact = true }).ClickAsync();
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync("Good morning.");

        await Config.BackToList.ClickAsync();
        await Config.LeaveDialog.GetByRole(AriaRole.Button, new() { Name = "Leave without saving" }).ClickAsync();
        await Expect(new ConfigsPage(Page).Title).ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task Leaving_after_saving_asks_nothing()
    {
        await OpenAsync(await Configs.QueueAsync());
        await Config.TurnAsync("ClosureOfferCallback");
        await Config.SaveAsync(version: 2);
        await Config.BackToList.ClickAsync();
        await Expect(new ConfigsPage(Page).Title).ToBeVisibleAsync();
    }

    private async Task<string> OpenAsync(string id)
    {
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Expect(Config.Heading(id)).ToBeVisibleAsync();
        await Expect(Page).ToHaveTitleAsync($"{id} · Flow Configs");
        return id;
    }
}

public sealed class SavingOnDesktopTests(TheSystem the, Chromium chromium) : SavingTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class SavingOnPhoneTests(TheSystem the, Chromium chromium) : SavingTests(the, chromium, Screen.Phone);
