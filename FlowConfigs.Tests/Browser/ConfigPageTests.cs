using System.Text.Json.Nodes;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

public abstract class ConfigPageTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private ConfigPage Config => new(Page);

    [Fact]
    public async Task An_edited_switch_is_marked_and_large_enough_for_a_thumb()
    {
        await Page.GotoAsync(Address(ConfigPage.Path(await Configs.QueueAsync())).ToString());
        await Expect(Config.Switch("Closure")).ToBeVisibleAsync();
        var tapped = (await Config.Switch("Closure").Locator("xpath=../..").BoundingBoxAsync())!;
        if (Screen is Screen.Phone)
            Assert.True(tapped.Height >= 44, $"{tapped.Height} pixels high");
        await Config.TurnAsync("Closure");
        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Expect(Config.Variable("Closure")).ToContainTextAsync("Edited");
        await Expect(Config.Prompt("Welcome")).ToContainTextAsync("Edited");
        await Expect(Config.Variable("ClosureOfferCallback")).Not.ToContainTextAsync("Edited");
        await ScreenshotAsync("edited");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Config.Button("Discard changes").ClickAsync();
        await Expect(Config.Variable("Closure")).Not.ToContainTextAsync("Edited");
    }

    [Fact]
    public async Task A_switch_that_is_saved_reaches_the_next_caller()
    {
        var id = await OpenAsync(await Configs.QueueAsync());
        Assert.Equal("false", await ForCallerAsync(id, "Closure"));
        await Expect(Config.SaveButton).ToBeDisabledAsync();

        await Config.TurnAsync("Closure");
        await Expect(Config.Variable("Closure")).ToContainTextAsync("Yes");
        await Config.SaveAsync(version: 2, comment: "Fire alarm");

        await Expect(Page.GetByText("“Fire alarm”")).ToBeVisibleAsync();
        await Expect(Config.SaveButton).ToBeDisabledAsync();
        Assert.Equal("Fire alarm", (string?)(await Configs.ReadAsync(id))["saved"]!["comment"]);
        Assert.Equal("true", await ForCallerAsync(id, "Closure"));
    }

    [Fact]
    public async Task A_prompt_is_edited_by_language_and_channel()
    {
        var id = await OpenAsync(await Configs.QueueAsync());
        await Config.Language("Closure", "Spanish (US)").ClickAsync();
        await Config.Voice("Closure").FillAsync("Estamos cerrados.");
        await Config.Chat("Closure").FillAsync("");
        await Expect(Config.SaveBar).ToContainTextAsync("1 unsaved change");
        await Config.SaveAsync(version: 2);

        var spanish = (await Configs.ReadAsync(id))["prompts"]![1]!["texts"]!["es-US"]!;
        Assert.Equal("Estamos cerrados.", (string?)spanish["voice"]);
        Assert.Null((string?)spanish["chat"]);
    }

    [DeskFact]
    public async Task A_value_typed_back_to_what_it_was_is_no_change()
    {
        await OpenAsync(await Configs.ParentAsync());
        await Config.Input("CallbackMinutes").FillAsync("45");
        await Expect(Config.SaveButton).ToBeEnabledAsync();
        await Expect(Config.SaveBar).ToHaveCSSAsync("position", "sticky");
        await Config.Input("CallbackMinutes").FillAsync("30");
        await Expect(Config.SaveButton).ToBeDisabledAsync();
        await Expect(Config.SaveBar).ToHaveCSSAsync("position", "static");
    }

    [DeskFact]
    public async Task An_office_overrides_a_value_and_goes_back_to_the_inherited_one()
    {
        var id = await OpenAsync(await Configs.OfficeAsync());
        await Expect(Config.Input("CallbackMinutes")).Not.ToBeEditableAsync();
        await Config.Button("Override value CallbackMinutes").ClickAsync();
        await Config.Input("CallbackMinutes").FillAsync("60");
        await Expect(Config.Variable("CallbackMinutes")).ToContainTextAsync("Own value");
        await Config.SaveAsync(version: 2);
        Assert.Equal("60", (string?)(await Configs.ReadAsync(id))["overrides"]!["CallbackMinutes"]!["value"]);

        await Config.Button("Use inherited value for CallbackMinutes").ClickAsync();
        await Expect(Config.Input("CallbackMinutes")).ToHaveValueAsync("30");
        await Config.SaveAsync(version: 3);
        await Expect(Config.Variable("CallbackMinutes")).ToContainTextAsync("Inherited");
        Assert.Null((await Configs.ReadAsync(id))["overrides"]!["CallbackMinutes"]);
    }

    [DeskFact]
    public async Task An_office_overrides_a_prompt_and_goes_back_to_the_inherited_one()
    {
        var id = await OpenAsync(await Configs.OfficeAsync());
        await Config.Button("Override value Closure").Last.ClickAsync();
        await Config.Voice("Closure").FillAsync("Austin is closed.");
        await Config.Button("Use inherited value for Welcome").ClickAsync();
        await Expect(Config.Voice("Welcome")).Not.ToBeEditableAsync();
        await Config.SaveAsync(version: 2);

        var overrides = (await Configs.ReadAsync(id))["overrides"]!;
        Assert.Equal("Austin is closed.", (string?)overrides["ClosurePrompt"]!["texts"]!["en-US"]!["voice"]);
        Assert.Null(overrides["Welcome"]);
    }

    [DeskFact]
    public async Task A_locked_value_is_shown_and_cannot_be_overridden()
    {
        await OpenAsync(await Configs.OfficeAsync());
        await Expect(Config.Variable("RecordingNotice")).ToContainTextAsync("Locked");
        await Expect(Config.Switch("RecordingNotice")).ToBeDisabledAsync();
        await Expect(Config.Button("Override value RecordingNotice")).ToHaveCountAsync(0);
    }

    [DeskFact]
    public async Task A_key_is_copied_as_a_flow_reads_it()
    {
        await OpenAsync(await Configs.QueueAsync());
        await Config.KeyButton("ClosurePrompt").ClickAsync();
        Assert.Equal("$.External.ClosurePrompt", await Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [DeskFact]
    public async Task An_unknown_config_has_a_page_that_names_it()
    {
        ExpectInConsole("404");
        await Page.GotoAsync(Address(ConfigPage.Path("no-such/config")).ToString());
        await Expect(Config.Heading("There is no config called “no-such/config”")).ToBeVisibleAsync();
    }

    private async Task<string> OpenAsync(string id)
    {
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Expect(Config.Heading(id)).ToBeVisibleAsync();
        await Expect(Page).ToHaveTitleAsync($"{id} · Flow Configs");
        return id;
    }

    private async Task<string?> ForCallerAsync(string id, string key)
    {
        var call = new JsonObject
        {
            ["Details"] = new JsonObject
            {
                ["ContactData"] = new JsonObject { ["Channel"] = "VOICE", ["LanguageCode"] = "en-US" },
                ["Parameters"] = new JsonObject { ["id"] = id },
            },
        };
        return (string?)(await System.InvokeAsync("get-config", call.ToJsonString()))[key];
    }
}

public sealed class ConfigPageOnDesktopTests(TheSystem the, Chromium chromium) : ConfigPageTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class ConfigPageOnPhoneTests(TheSystem the, Chromium chromium) : ConfigPageTests(the, chromium, Screen.Phone);
