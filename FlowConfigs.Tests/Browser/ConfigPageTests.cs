using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

public abstract class ConfigPageTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private ConfigPage Config => new(Page);

    [Fact]
    public async Task A_switch_that_is_saved_reaches_the_next_caller()
    {
        var id = await OpenAsync(Configs.QueueAsync());
        Assert.Equal("false", await ForCallerAsync(id, "Closure"));
        await Expect(Config.SaveButton).ToBeDisabledAsync();

        await Config.TurnAsync("Closure");
        await Expect(Config.Variable("Closure")).ToContainTextAsync("Yes");
        await Config.Comment.FillAsync("Fire alarm");
        await SaveAsync(version: 2);

        await Expect(Page.GetByText("“Fire alarm”")).ToBeVisibleAsync();
        await Expect(Config.SaveButton).ToBeDisabledAsync();
        Assert.Equal("Fire alarm", (string?)(await Configs.ReadAsync(id))["saved"]!["comment"]);
        Assert.Equal("true", await ForCallerAsync(id, "Closure"));
    }

    [Fact]
    public async Task A_prompt_is_edited_by_language_and_channel()
    {
        var id = await OpenAsync(Configs.QueueAsync());
        await Config.Language("Closure", "Spanish (US)").ClickAsync();
        await Config.Voice("Closure").FillAsync("Estamos cerrados.");
        await Config.Chat("Closure").FillAsync("");
        await Expect(Config.SaveBar).ToContainTextAsync("1 unsaved change");
        await SaveAsync(version: 2);

        var spanish = (await Configs.ReadAsync(id))["prompts"]![1]!["texts"]!["es-US"]!;
        Assert.Equal("Estamos cerrados.", (string?)spanish["voice"]);
        Assert.Null((string?)spanish["chat"]);
    }

    [Fact]
    public async Task A_value_typed_back_to_what_it_was_is_no_change()
    {
        await OpenAsync(Configs.ParentAsync());
        await Config.Input("CallbackMinutes").FillAsync("45");
        await Expect(Config.SaveButton).ToBeEnabledAsync();
        await Config.Input("CallbackMinutes").FillAsync("30");
        await Expect(Config.SaveButton).ToBeDisabledAsync();
    }

    [Fact]
    public async Task An_office_overrides_a_value_and_goes_back_to_the_inherited_one()
    {
        var id = await OpenAsync(Configs.OfficeAsync());
        await Expect(Config.Input("CallbackMinutes")).Not.ToBeEditableAsync();
        await Config.Button("Override CallbackMinutes").ClickAsync();
        await Config.Input("CallbackMinutes").FillAsync("60");
        await Expect(Config.Variable("CallbackMinutes")).ToContainTextAsync("Own value");
        await SaveAsync(version: 2);
        Assert.Equal("60", (string?)(await Configs.ReadAsync(id))["overrides"]!["CallbackMinutes"]!["value"]);

        await Config.Button("Back to inherited CallbackMinutes").ClickAsync();
        await Expect(Config.Input("CallbackMinutes")).ToHaveValueAsync("30");
        await SaveAsync(version: 3);
        await Expect(Config.Variable("CallbackMinutes")).ToContainTextAsync("Inherited");
        Assert.Null((await Configs.ReadAsync(id))["overrides"]!["CallbackMinutes"]);
    }

    [Fact]
    public async Task An_office_overrides_a_prompt_and_goes_back_to_the_inherited_one()
    {
        var id = await OpenAsync(Configs.OfficeAsync());
        await Config.Button("Override Closure").Last.ClickAsync();
        await Config.Voice("Closure").FillAsync("Austin is closed.");
        await Config.Button("Back to inherited Welcome").ClickAsync();
        await Expect(Config.Voice("Welcome")).Not.ToBeEditableAsync();
        await SaveAsync(version: 2);

        var overrides = (await Configs.ReadAsync(id))["overrides"]!;
        Assert.Equal("Austin is closed.", (string?)overrides["ClosurePrompt"]!["texts"]!["en-US"]!["voice"]);
        Assert.Null(overrides["Welcome"]);
    }

    [Fact]
    public async Task A_locked_value_is_shown_and_cannot_be_overridden()
    {
        await OpenAsync(Configs.OfficeAsync());
        await Expect(Config.Variable("RecordingNotice")).ToContainTextAsync("Locked");
        await Expect(Config.Switch("RecordingNotice")).ToBeDisabledAsync();
        await Expect(Config.Button("Override RecordingNotice")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_refused_value_is_explained_at_its_field_and_stays_there()
    {
        ExpectInConsole("400");
        await OpenAsync(Configs.ParentAsync());
        await Config.Input("CallbackMinutes").FillAsync("1000");
        await Config.SaveButton.ClickAsync();
        await Expect(Config.Alert("Not saved: some values need attention")).ToContainTextAsync("CallbackMinutes: Must be at most 240.");
        await Expect(Config.Variable("CallbackMinutes")).ToContainTextAsync("Must be at most 240.");
        await Expect(Config.Input("CallbackMinutes")).ToHaveValueAsync("1000");

        await Config.Input("CallbackMinutes").FillAsync("240");
        await Expect(Config.Variable("CallbackMinutes")).Not.ToContainTextAsync("Must be at most 240.");
        await SaveAsync(version: 2);
    }

    [Fact]
    public async Task A_refused_text_is_found_behind_its_language()
    {
        ExpectInConsole("400");
        await OpenAsync(Configs.QueueAsync());
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
        var id = await OpenAsync(Configs.QueueAsync());
        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Configs.ChangeAsync(id, config => config["variables"]![0]!["value"] = "true", "Fire alarm");

        await Config.SaveButton.ClickAsync();
        var alert = Config.Alert("local saved version 2 while you were editing");
        await Expect(alert).ToContainTextAsync("Fire alarm");
        await Expect(alert).ToContainTextAsync("Closure: No → Yes");
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync("Good morning.");
        await Expect(Config.SaveButton).ToBeDisabledAsync();

        await Config.Button("Keep mine on top of theirs").ClickAsync();
        await Expect(Config.Switch("Closure")).ToBeCheckedAsync();
        await SaveAsync(version: 3);
        var saved = await Configs.ReadAsync(id);
        Assert.Equal("true", (string?)saved["variables"]![0]!["value"]);
        Assert.Equal("Good morning.", (string?)saved["prompts"]![0]!["texts"]!["en-US"]!["voice"]);
    }

    [Fact]
    public async Task What_somebody_else_saved_first_can_take_the_place_of_ones_own()
    {
        ExpectInConsole("412");
        var id = await OpenAsync(Configs.QueueAsync());
        await Config.Voice("Welcome").FillAsync("Mine.");
        await Configs.ChangeAsync(id, config => config["prompts"]![0]!["texts"]!["en-US"]!["voice"] = "Theirs.", "Shorter");

        await Config.SaveButton.ClickAsync();
        await Expect(Config.Alert("local saved version 2 while you were editing")).ToContainTextAsync("You changed it too, to: Mine.");
        await Config.Button("Discard mine and show theirs").ClickAsync();
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync("Theirs.");
        await Expect(Config.SaveButton).ToBeDisabledAsync();
    }

    [Fact]
    public async Task A_save_that_does_not_arrive_loses_no_typing()
    {
        ExpectInConsole("ERR_FAILED");
        var id = await OpenAsync(Configs.QueueAsync());
        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Page.RouteAsync("**/api/configs/*", route => route.AbortAsync());
        await Config.SaveButton.ClickAsync();
        await Expect(Config.Alert("Not saved")).ToContainTextAsync("The server could not be reached.");

        await Page.UnrouteAsync("**/api/configs/*");
        await SaveAsync(version: 2);
        Assert.Equal("Good morning.", (string?)(await Configs.ReadAsync(id))["prompts"]![0]!["texts"]!["en-US"]!["voice"]);
    }

    [Fact]
    public async Task Leaving_with_unsaved_changes_asks_first()
    {
        await OpenAsync(Configs.QueueAsync());
        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Config.Link("Configs").ClickAsync();
        await Config.LeaveDialog.GetByRole(AriaRole.Button, new() { Name = "Stay", Exact = true }).ClickAsync();
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync("Good morning.");

        await Config.Link("Configs").ClickAsync();
        await Config.LeaveDialog.GetByRole(AriaRole.Button, new() { Name = "Leave without saving" }).ClickAsync();
        await Expect(new ConfigsPage(Page).Heading).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Leaving_after_saving_asks_nothing()
    {
        await OpenAsync(Configs.QueueAsync());
        await Config.TurnAsync("ClosureOfferCallback");
        await SaveAsync(version: 2);
        await Config.Link("Configs").ClickAsync();
        await Expect(new ConfigsPage(Page).Heading).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_key_is_copied_as_a_flow_reads_it()
    {
        await OpenAsync(Configs.QueueAsync());
        await Config.KeyButton("ClosurePrompt").ClickAsync();
        Assert.Equal("$.External.ClosurePrompt", await Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task An_unknown_config_has_a_page_that_names_it()
    {
        ExpectInConsole("404");
        await Page.GotoAsync(Address(ConfigPage.Path("no-such/config")).ToString());
        await Expect(Config.Heading("There is no config called “no-such/config”")).ToBeVisibleAsync();
    }

    private async Task<string> OpenAsync(Task<string> config)
    {
        var id = await config;
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Expect(Config.Heading(id)).ToBeVisibleAsync();
        await Expect(Page).ToHaveTitleAsync($"{id} · Flow Configs");
        return id;
    }

    private async Task SaveAsync(int version)
    {
        await Config.SaveButton.ClickAsync();
        await Expect(Config.Notification).ToContainTextAsync($"Saved as version {version}.");
    }

    private async Task<string?> ForCallerAsync(string id, string key)
    {
        var contact = new JsonObject { ["Channel"] = "VOICE", ["LanguageCode"] = "en-US" };
        var call = new JsonObject { ["Details"] = new JsonObject { ["ContactData"] = contact, ["Parameters"] = new JsonObject { ["id"] = id } } };
        return (string?)(await System.InvokeAsync("get-config", call.ToJsonString()))[key];
    }
}

public sealed class ConfigPageOnDesktopTests(TheSystem the, Chromium chromium) : ConfigPageTests(the, chromium, Screen.Desktop);

public sealed class ConfigPageOnPhoneTests(TheSystem the, Chromium chromium) : ConfigPageTests(the, chromium, Screen.Phone);
