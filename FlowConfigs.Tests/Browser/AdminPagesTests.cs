using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>Translations, files, settings, aliases, and a contact flow to start from.</summary>
public abstract class AdminPagesTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private AdminPage Admin => new(Page);

    [Fact]
    public async Task A_text_that_is_missing_is_found_and_each_leads_to_the_very_text()
    {
        var id = await Configs.QueueAsync();
        await Configs.ChangeAsync(id, config => config["prompts"]![0]!["texts"]!.AsObject().Remove("es-US"), "Spanish later");
        var config = new ConfigPage(Page);
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Expect(Page.GetByText("3 of 4 texts written")).ToBeVisibleAsync();
        await config.Button("Next missing text").ClickAsync();
        await Expect(config.Language("Welcome", "Spanish (US) Missing")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(config.Voice("Welcome")).ToBeFocusedAsync();

        await config.GoToAsync("Translations");
        await Expect(Admin.Heading("Translations")).ToBeVisibleAsync();
        await Page.GotoAsync(Address($"/translations/{id}").ToString());
        var missing = Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Welcome, Spanish.*Missing: callers get English") });
        await Expect(missing).ToBeVisibleAsync();
        await ScreenshotAsync("translations");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await missing.ClickAsync();
        await Expect(config.Language("Welcome", "Spanish (US) Missing")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(config.Voice("Welcome")).ToBeFocusedAsync();
        await Expect(config.Voice("Welcome")).ToHaveValueAsync("");
        await Expect(config.Prompt("Welcome")).ToContainTextAsync("English (US): Thank you for calling...");
        await config.Voice("Welcome").FillAsync("Gracias por llamar");
        await ScreenshotAsync("translating");
        await config.SaveAsync(version: 3);
        Assert.Equal("Gracias por llamar", (string?)(await Configs.ReadAsync(id))["prompts"]![0]!["texts"]!["es-US"]!["voice"]);
        await Page.GotoAsync(Address($"/translations/{id}").ToString());
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Closure, Spanish") }).ClickAsync();
        await Expect(config.Voice("Closure")).ToBeFocusedAsync();
        await Expect(config.Voice("Closure")).ToHaveValueAsync(new Regex("^En este momento"));
        await Expect(config.Voice("Closure")).ToBeInViewportAsync();
    }

    [DeskFact]
    public async Task What_was_exported_is_imported_after_a_look_at_what_it_changes()
    {
        var id = await Configs.QueueAsync();
        await Page.GotoAsync(Address($"/exchange?path={id}").ToString());
        var file = await Page.RunAndWaitForDownloadAsync(() => Admin.Button("Export").ClickAsync());
        await Configs.ChangeAsync(id, config => config["variables"]![0]!["value"] = "true", "Later");

        var saved = Path.Combine(Path.GetTempPath(), file.SuggestedFilename);
        await file.SaveAsAsync(saved);
        await Page.Locator("input[type=file]").SetInputFilesAsync(saved);
        await Admin.Button("Preview changes").ClickAsync();
        await Expect(Admin.Changes("Preview of changes")).ToContainTextAsync("Closure: Yes → No");
        await ScreenshotAsync("import");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        Assert.Equal("true", (string?)(await Configs.ReadAsync(id))["variables"]![0]!["value"]);

        await Admin.Button("Import 1 change").ClickAsync();
        await Expect(Admin.Changes("Changes made")).ToContainTextAsync("Closure: Yes → No");
        Assert.Equal("false", (string?)(await Configs.ReadAsync(id))["variables"]![0]!["value"]);
        File.Delete(saved);
    }

    [Trait("Rule", "R39")]
    [DeskFact]
    public async Task A_text_that_may_sound_wrong_is_named_before_it_is_imported()
    {
        var id = await Configs.QueueAsync();
        await Page.GotoAsync(Address("/exchange").ToString());
        await Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "values.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"config,key,language,channel,value\n{id},ClosurePrompt,en-US,voice,We are <break/> closed.\n"),
        });
        await Admin.Button("Preview changes").ClickAsync();
        await Expect(Admin.Changes("Preview of changes")).ToContainTextAsync(
            $"line 2, ClosurePrompt (en-US, voice) of {id}, column value: Callers hear the tag <break/> read aloud.");
        await ScreenshotAsync("import-sounds-wrong");
        await Expect(Admin.Button("Import 1 change")).ToBeEnabledAsync();
    }

    [DeskFact]
    public async Task What_comes_from_elsewhere_is_shown_in_words_before_it_is_imported()
    {
        var id = await Configs.QueueAsync();
        var peer = $$"""
            [{
              "id": "{{id}} new", "accessLevel": "Full",
              "variables": { "Closure": "false", "Wait": "soon" },
              "schema": { "Closure": { "type": "boolean" }, "Wait": { "type": "number" } },
              "prompts": { "Closure": { "en-US": { "voice": "We are closed." } } }
            }]
            """;
        var own = $$"""
            {
              "format": "flow-configs/1",
              "aliases": [{ "id": "{{id}}-alias", "target": "{{id}}" }],
              "scenarios": [{ "id": "{{id}}-fire", "wasOn": true, "values": { "{{id}}": { "Closure": { "value": "true" } } } }],
              "lists": [{ "id": "{{id}}-list", "keys": "phone", "country": "US", "entries": [{ "key": "+15551230000", "note": "shouts" }] }]
            }
            """;
        await Page.GotoAsync(Address("/exchange").ToString());
        var guide = await Page.RunAndWaitForPopupAsync(() => Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^How to move") }).ClickAsync());
        await Expect(guide.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Moving from elsewhere, and from test to production");
        await guide.CloseAsync();

        await ChooseAsync(peer, own);
        await Admin.Button("Preview changes").ClickAsync();
        var changes = Admin.Changes("Preview of changes");
        await Expect(changes).ToContainTextAsync("config 1, variable Wait: Must be a number such as 15 or 2.5. It is “soon”.");
        await Expect(changes).ToContainTextAsync($"“{id} new” becomes {id}-new");
        await Expect(changes).ToContainTextAsync("The prompt Closure is read as $.External.ClosurePrompt");
        await Expect(changes).ToContainTextAsync("Left out: accessLevel.");
        await ScreenshotAsync("import-from-elsewhere-refused");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await Page.ReloadAsync();
        await ChooseAsync(peer.Replace("soon", "15", StringComparison.Ordinal), own);
        await Admin.Button("Preview changes").ClickAsync();
        await Expect(changes).ToContainTextAsync($"Alias {id}-alias");
        await Expect(changes).ToContainTextAsync($"Scenario {id}-fire");
        await Expect(changes).ToContainTextAsync("This scenario was switched on where it was exported, and is switched off here.");
        await Expect(changes).ToContainTextAsync($"List {id}-list");
        await Expect(changes).ToContainTextAsync("Entries: 1 added, 0 changed, 0 unchanged.");
        await ScreenshotAsync("import-from-elsewhere");
        await Admin.Button("Import 4 changes").ClickAsync();
        await Expect(Admin.Changes("Changes made")).ToContainTextAsync($"List {id}-list");
        Assert.Equal("15", (string?)(await Configs.ReadAsync($"{id}-new"))["variables"]![1]!["value"]);
    }

    [DeskFact]
    public async Task Settings_that_cannot_be_are_refused_at_their_field_and_aliases_come_and_go()
    {
        ExpectInConsole("400");
        var id = await Configs.QueueAsync();
        await Page.GotoAsync(Address("/settings").ToString());
        await Page.GetByLabel("Language", new() { Exact = true }).First.FillAsync("english please");
        await Admin.Button("Save settings").ClickAsync();
        await Expect(Page.GetByText("Is not a language tag such as en-US.").First).ToBeVisibleAsync();
        await ScreenshotAsync("settings");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        var alias = $"+1{Random.Shared.NextInt64(2_000_000_000, 9_999_999_999)}";
        await Page.GetByLabel("Alias", new() { Exact = true }).FillAsync(alias);
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Points at") }).ClickAsync();
        await Page.Keyboard.TypeAsync(id);
        await Page.GetByRole(AriaRole.Option, new() { Name = id }).ClickAsync();
        await Admin.Button("Add alias").ClickAsync();
        await Expect(Admin.Notification).ToContainTextAsync($"{alias} now points at {id}.");

        var lacksPlus = $"1205555{Random.Shared.Next(0, 10_000):D4}";
        await Page.GetByLabel("Alias", new() { Exact = true }).FillAsync(lacksPlus);
        await Admin.Button("Add alias").ClickAsync();
        await Expect(Admin.Button($"Keep {lacksPlus}")).ToBeVisibleAsync();
        await ScreenshotAsync("alias-suggestion");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Admin.Button($"Use +{lacksPlus}").ClickAsync();
        await Expect(Admin.Notification).ToContainTextAsync($"+{lacksPlus} now points at {id}.");
        await Admin.Button($"Remove {alias}").ClickAsync();
        await Expect(Admin.Dialog($"Remove {alias}?")).ToBeVisibleAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Admin.Dialog($"Remove {alias}?").GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(Admin.Notification).ToContainTextAsync($"{alias} is removed.");
    }

    private Task ChooseAsync(params IReadOnlyList<string> files) => Page.Locator("input[type=file]").SetInputFilesAsync(
        files.Select((file, i) => new FilePayload { Name = $"{i}.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(file) }));

    private sealed class AdminPage(IPage page) : AppPage(page.MainFrame)
    {
        public ILocator Changes(string title) => Frame.GetByRole(AriaRole.List, new() { Name = title });
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class AdminPagesOnDesktopTests(TheSystem the, Chromium chromium) : AdminPagesTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class AdminPagesOnPhoneTests(TheSystem the, Chromium chromium) : AdminPagesTests(the, chromium, Screen.Phone);
