using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>Business users see names; keys, `$.External.…` and sizes are for designers, and for whoever asks for them.</summary>
public abstract class DisplayNamesTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private readonly string name = Guid.NewGuid().ToString("N")[..8];
    private readonly OwnScenarios scenarios = new(the.Running);

    protected override string? Account => "manager";

    private ConfigPage Config => new(Page);

    private ConfigsPage List => new(Page);

    private ILocator Main => Page.GetByRole(AriaRole.Main);

    [Fact]
    public async Task A_manager_finds_and_changes_values_by_their_names_and_sees_no_key()
    {
        var office = await Configs.NamedOfficeAsync(name);
        await Page.GotoAsync(Address("/configs").ToString());
        await List.FindAsync(name);
        await Expect(List.Links).ToHaveTextAsync([$"Offices {name}", $"Offices {name} / Office {name}"]);
        await Expect(List.Item($"Offices {name} / Office {name}")).ToContainTextAsync("Overrides Office name, Welcome message");
        await ExpectNoKeyAsync(office);
        await ScreenshotAsync("names-list");
        await List.Link($"Offices {name} / Office {name}").ClickAsync();

        await Expect(Config.Heading($"Office {name}")).ToBeVisibleAsync();
        await Expect(Config.Trail).ToContainTextAsync($"Offices {name}");
        await Expect(Config.Switch("Closed")).ToBeVisibleAsync();
        await Expect(Config.Variable("Where callers go after the welcome")).ToContainTextAsync("Wait for an agent");
        await Expect(Config.Heading("Size")).ToHaveCountAsync(0);
        await ExpectNoKeyAsync(office);
        await Config.Button("Override value Minutes until a call-back").ClickAsync();
        await Config.Input("Minutes until a call-back").FillAsync("45");
        await ScreenshotAsync("names-config");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Config.SaveButton.ClickAsync();
        await Expect(Config.Review).ToContainTextAsync("Minutes until a call-backBeforeinheritedAfter45");
        await ScreenshotAsync("names-review");
        await Config.ConfirmAsync();
        await Expect(Config.Notification).ToContainTextAsync($"Office {name}: Saved as version 2.");

        await Page.GotoAsync(Address($"/history/{office.Replace('/', '~')}").ToString());
        await Expect(Config.Heading($"History of Office {name}")).ToBeVisibleAsync();
        await Expect(Main).ToContainTextAsync("Own value, Minutes until a call-back: 45");
        await ExpectNoKeyAsync(office);
        await ScreenshotAsync("names-history");
        await Page.GotoAsync(Address($"/translations/{office.Replace('/', '~')}").ToString());
        await Expect(Page.GetByRole(AriaRole.Rowheader, new() { NameRegex = new("^Welcome message") })).ToBeVisibleAsync();
        await ExpectNoKeyAsync(office);
        await Page.GotoAsync(Address($"/callers?config={Uri.EscapeDataString(office)}").ToString());
        await Expect(Page.GetByRole(AriaRole.Rowheader, new() { Name = "Closed message" })).ToBeVisibleAsync();
        await ExpectNoKeyAsync(office);
    }

    [DeskFact]
    public async Task The_switch_for_designers_shows_keys_and_is_remembered()
    {
        var office = await Configs.NamedOfficeAsync(name);
        await Page.GotoAsync(Address(ConfigPage.Path(office)).ToString());
        await Expect(Config.Switch("Closed")).ToBeVisibleAsync();
        await Expect(Config.KeyButton("Closure")).ToHaveCountAsync(0);

        await new SignInScreen(Page, Page.MainFrame).Menu("manager").ClickAsync();
        await ScreenshotAsync("names-menu");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "For designers", Checked = false }).ClickAsync();
        await ExpectKeysAsync(office);
        await ScreenshotAsync("names-designer");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Page.ReloadAsync();
        await ExpectKeysAsync(office);

        await new SignInScreen(Page, Page.MainFrame).Menu("manager").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "For designers", Checked = true }).ClickAsync();
        await Expect(Config.KeyButton("Closure")).ToHaveCountAsync(0);
    }

    [DeskFact]
    public async Task A_scenario_says_what_it_does_by_names()
    {
        var office = await Configs.NamedOfficeAsync(name);
        var id = await scenarios.ClosingAsync(office);
        await Page.GotoAsync(Address($"/emergency/{id}").ToString());
        var effect = new EmergencyPage(Page).Effect($"Office {name}");
        await Expect(effect).ToContainTextAsync(new Regex("Closed.*No → Yes"));
        await ExpectNoKeyAsync(office);
        await ScreenshotAsync("names-scenario");
        await Page.GotoAsync(Address($"/emergency/{id}/edit").ToString());
        await Expect(Config.Heading($"Office {name}")).ToBeVisibleAsync();
        await Expect(Config.Button("Remove Closed")).ToBeVisibleAsync();
        await ExpectNoKeyAsync(office);
    }

    private async Task ExpectKeysAsync(string office)
    {
        await Expect(Config.KeyButton("Closure")).ToBeVisibleAsync();
        await Expect(Config.Heading("Size")).ToBeVisibleAsync();
        await Expect(Main).ToContainTextAsync(office);
    }

    private async Task ExpectNoKeyAsync(string office)
    {
        await Expect(Main).Not.ToContainTextAsync(new Regex($"External|CallbackMinutes|OfficeName|ClosurePrompt|{Regex.Escape(office)}"));
    }
}

/// <summary>An admin gives the names, beside what they define.</summary>
[Nightly(Because.ItIsAnotherPage)]
public sealed class NamingTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Desktop)
{
    private ConfigPage Config => new(Page);

    [Fact]
    public async Task An_admin_names_a_config_a_variable_its_options_and_a_prompt_and_sees_keys_beside_the_names()
    {
        var id = await Configs.ParentAsync();
        // All of the dialog in sight: axe takes what is scrolled away for a label that cannot be seen.
        await Page.SetViewportSizeAsync(1440, 1400);
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Config.Button("Actions").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Describe…" }).ClickAsync();
        await NameAsync("Describe this config", "Offices of the north");
        await Expect(Config.Heading("Offices of the north")).ToBeVisibleAsync();

        await Config.Button("Define Transfer").ClickAsync();
        var dialog = Config.Dialog("Define Transfer");
        await dialog.GetByLabel("Display name of head-office").FillAsync("Head office");
        await ScreenshotAsync("naming");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await NameAsync("Define Transfer", "Afterwards");
        await Config.Prompt("Welcome").GetByRole(AriaRole.Button, new() { Name = "Define Welcome" }).ClickAsync();
        await NameAsync("Define Welcome", "Greeting");
        await Expect(Config.Voice("Greeting")).ToBeVisibleAsync();
        await Config.Variable("Afterwards").GetByRole(AriaRole.Button, new() { NameRegex = new("queue") }).ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { NameRegex = new("^Head office") }).ClickAsync();
        await Config.SaveButton.ClickAsync();
        await Expect(Config.Review).ToContainTextAsync("Afterwards (Transfer)BeforequeueAfterHead office");
        await ScreenshotAsync("naming-review");
        await Config.ConfirmAsync();
        await Expect(Config.Notification).ToContainTextAsync("Offices of the north: Saved as version 2.");

        await Expect(Config.KeyButton("Transfer")).ToBeVisibleAsync();
        await Page.GotoAsync(Address($"/history/{id}").ToString());
        await Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Afterwards (Transfer): queue → Head office");
        var saved = await Configs.ReadAsync(id);
        Assert.Equal("Offices of the north", (string?)saved["displayName"]);
        Assert.Equal(("Transfer", "Afterwards", "head-office"), NamesOf(2));
        Assert.Equal("Head office", (string?)saved["variables"]![2]!["constraints"]!["optionNames"]!["head-office"]);
        Assert.Equal("Greeting", (string?)saved["prompts"]![0]!["displayName"]);

        (string?, string?, string?) NamesOf(int variable)
        {
            var one = saved["variables"]![variable]!;
            return ((string?)one["name"], (string?)one["displayName"], (string?)one["value"]);
        }
    }

    private async Task NameAsync(string title, string displayName)
    {
        var dialog = Config.Dialog(title);
        await dialog.GetByLabel("Display name (optional)", new() { Exact = true }).FillAsync(displayName);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class DisplayNamesOnDesktopTests(TheSystem the, Chromium chromium) : DisplayNamesTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class DisplayNamesOnPhoneTests(TheSystem the, Chromium chromium) : DisplayNamesTests(the, chromium, Screen.Phone);
