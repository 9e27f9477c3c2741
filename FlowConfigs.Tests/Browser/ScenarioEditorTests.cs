using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

public abstract class ScenarioEditorTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private EmergencyPage Emergency => new(Page);

    [Fact]
    public async Task An_admin_prepares_a_scenario_changes_it_and_deletes_it()
    {
        var queue = await Configs.QueueAsync();
        var id = $"flood-{Guid.NewGuid():N}";
        await Page.GotoAsync(Address("/emergency").ToString());
        await Emergency.Link("Create scenario").ClickAsync();
        await Page.GetByLabel("Name").FillAsync(id);
        await Page.GetByLabel("Purpose").FillAsync("Water in the basement");
        await ChooseAsync("Add config", queue);
        await ChooseAsync("Add value", "Closure");
        await ChooseAsync("Add value", "ClosurePrompt");
        await Page.GetByLabel("English (US), voice").FillAsync("We are closed because of water.");
        await ScreenshotAsync("scenario-editor");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Emergency.Button("Save scenario").ClickAsync();

        await Expect(Emergency.Notification).ToContainTextAsync($"{EmergencyPage.Name(id)} is saved.");
        await Expect(Emergency.Effect(queue)).ToContainTextAsync("We are closed because of water.");
        await Emergency.Link("Edit scenario").ClickAsync();
        await Emergency.Button("Remove ClosurePrompt").ClickAsync();
        await Emergency.Button("Save scenario").ClickAsync();
        await Expect(Emergency.Effect(queue)).ToContainTextAsync("No → Yes");
        await Expect(Emergency.Effect(queue)).Not.ToContainTextAsync("ClosurePrompt");

        await Emergency.Button("Delete scenario").ClickAsync();
        await Expect(Emergency.Dialog($"Delete {EmergencyPage.Name(id)}?")).ToBeVisibleAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Emergency.Dialog($"Delete {EmergencyPage.Name(id)}?").GetByRole(AriaRole.Button, new() { Name = "Delete scenario" }).ClickAsync();
        await Expect(Emergency.Notification).ToContainTextAsync($"{EmergencyPage.Name(id)} is deleted.");
        await Expect(Emergency.Scenario(id)).ToHaveCountAsync(0);
    }

    [Trait("Rule", "R39")]
    [DeskFact]
    public async Task What_would_be_refused_and_what_may_sound_wrong_is_said_while_it_is_typed()
    {
        var queue = await Configs.QueueAsync();
        await Page.GotoAsync(Address("/emergency-scenarios/new").ToString());
        await ChooseAsync("Add config", queue);
        await ChooseAsync("Add value", "ClosurePrompt");
        var voice = Page.GetByLabel("English (US), voice");
        await voice.FillAsync("We are <break/> closed.");
        await Expect(Page.GetByText("Callers hear the tag <break/> read aloud.")).ToBeVisibleAsync();
        await ScreenshotAsync("scenario-sounds-wrong");
        await voice.FillAsync("<speak>We are closed <break time=\"20s\"/></speak>");
        await Expect(Page.GetByText("Callers hear the tag")).ToHaveCountAsync(0);
        await Expect(Page.GetByText("at most 10")).ToBeVisibleAsync();
        await voice.FillAsync("We are closed.");
        await Expect(Page.GetByText("at most 10")).ToHaveCountAsync(0);
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
    }

    [DeskFact]
    public async Task A_name_that_is_taken_is_refused_and_nothing_that_was_typed_is_lost()
    {
        ExpectInConsole("428");
        var queue = await Configs.QueueAsync();
        var id = await new OwnScenarios(System).ClosingAsync(queue);
        await Page.GotoAsync(Address("/emergency-scenarios/new").ToString());
        await Page.GetByLabel("Name").FillAsync(id);
        await ChooseAsync("Add config", queue);
        await ChooseAsync("Add value", "Closure");
        await Emergency.Button("Save scenario").ClickAsync();
        await Expect(Emergency.Alert("Not saved")).ToContainTextAsync("A scenario with this name already exists.");
        await Emergency.Link("All scenarios").ClickAsync();
        await Emergency.Dialog("Leave without saving?").GetByRole(AriaRole.Button, new() { Name = "Stay on page", Exact = true }).ClickAsync();
        await Expect(Page.GetByLabel("Name")).ToHaveValueAsync(id);
    }

    private async Task ChooseAsync(string label, string option)
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{label}") }).ClickAsync();
        // Of the configs of all tests only those in sight are in the document.
        await Page.Keyboard.TypeAsync(option);
        await Page.GetByRole(AriaRole.Option, new() { NameRegex = new($"^{option}( |$)") }).First.ClickAsync();
        await Page.Keyboard.PressAsync("Escape");
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class ScenarioEditorOnDesktopTests(TheSystem the, Chromium chromium) : ScenarioEditorTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class ScenarioEditorOnPhoneTests(TheSystem the, Chromium chromium) : ScenarioEditorTests(the, chromium, Screen.Phone);
