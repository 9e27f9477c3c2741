using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>What an admin defines, and does with whole configs, on the page on which others change values.</summary>
public abstract class DefiningTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private ConfigPage Config => new(Page);

    [Fact]
    public async Task A_variable_is_added_with_its_limits_and_explains_them()
    {
        var id = await OpenAsync(await Configs.QueueAsync());
        await Config.Button("Add variable").ClickAsync();
        var dialog = Config.Dialog("Add variable");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("1–100 letters, digits");
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Retries");
        await dialog.GetByLabel("Number").CheckAsync();
        await dialog.GetByLabel("Minimum").FillAsync("1");
        await dialog.GetByLabel("Maximum").FillAsync("5");
        await dialog.GetByLabel("Section (optional)").FillAsync("Callback");
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Locked" }).CheckAsync();
        await ScreenshotAsync("add-variable");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await Expect(Config.Variable("Retries")).ToContainTextAsync("From 1 to 5.");
        await Expect(Config.Variable("Retries")).ToContainTextAsync("Locked for the configs below");
        await Expect(Config.Heading("Callback")).ToBeVisibleAsync();
        await Expect(Config.Variable("Retries")).ToContainTextAsync("Must be at least 1.");
        await Config.Input("Retries").FillAsync("3");
        await Expect(Config.Variable("Retries")).Not.ToContainTextAsync("Must be at least 1.");
        await Config.SaveAsync(version: 2);
        var saved = (await Configs.ReadAsync(id))["variables"]![2]!;
        Assert.Equal(("Retries", "number", "3"), ((string?)saved["name"], (string?)saved["kind"], (string?)saved["value"]));
        Assert.Equal(("Callback", true), ((string?)saved["section"], (bool)saved["locked"]!));
    }

    [DeskFact]
    public async Task A_prompt_is_added_in_a_language_and_a_variable_taken_away()
    {
        var id = await OpenAsync(await Configs.QueueAsync());
        await Config.Button("Delete ClosureOfferCallback").ClickAsync();
        await Config.Button("Add prompt").ClickAsync();
        var dialog = Config.Dialog("Add prompt");
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Farewell");
        await dialog.GetByLabel("Spanish (US)").CheckAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Config.Voice("Farewell").FillAsync("Goodbye.");
        await Config.Language("Farewell", "Spanish (US)").ClickAsync();
        await Config.Voice("Farewell").FillAsync("Adiós.");
        await Config.SaveAsync(version: 2);

        var saved = await Configs.ReadAsync(id);
        Assert.Single(saved["variables"]!.AsArray());
        Assert.Equal("Adiós.", (string?)saved["prompts"]![2]!["texts"]!["es-US"]!["voice"]);
        await Expect(Config.KeyButton("Farewell")).ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task A_config_is_cloned_and_the_copy_deleted()
    {
        var id = await OpenAsync(await Configs.QueueAsync());
        await ActAsync("Describe…");
        await Config.Dialog("Describe this config").GetByLabel("Description").FillAsync("For the copy");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Config.Dialog("Describe this config").GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Config.SaveAsync(version: 2);
        await ActAsync("Clone…");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Config.Dialog($"Clone: {id}").GetByRole(AriaRole.Button, new() { Name = "Clone config" }).ClickAsync();
        await Expect(Config.Heading($"{id}-copy")).ToBeVisibleAsync();
        await Expect(Config.Notification).ToContainTextAsync($"{id}-copy: Cloned from {id}.");

        await ActAsync("Delete…");
        var dialog = Config.Dialog($"Delete: {id}-copy");
        await Expect(dialog).ToContainTextAsync("Its history is kept");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete config", Exact = true }).ClickAsync();
        await Expect(new ConfigsPage(Page).Title).ToBeVisibleAsync();
        await Expect(Config.Notification).ToContainTextAsync($"{id}-copy: Deleted.");
    }

    [DeskFact]
    public async Task A_config_below_begins_by_inheriting_everything_and_may_move()
    {
        var id = await OpenAsync(await Configs.QueueAsync());
        await ActAsync("New config below…");
        await Config.Dialog($"New config below: {id}").GetByLabel("Id").FillAsync($"{id}/night");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Config.Dialog($"New config below: {id}").GetByRole(AriaRole.Button, new() { Name = "Create config" }).ClickAsync();
        await Expect(Config.Variable("Closure")).ToContainTextAsync("Inherited");

        await ActAsync("Move…");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Config.Dialog($"Move: {id}/night").GetByLabel("Id").FillAsync($"{id}/evening");
        await Config.Dialog($"Move: {id}/night").GetByRole(AriaRole.Button, new() { Name = "Move config" }).ClickAsync();
        await Expect(Config.Heading($"{id}/evening")).ToBeVisibleAsync();

        ExpectInConsole("409");
        await ActAsync("Delete…");
        var dialog = Config.Dialog($"Delete: {id}/evening");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete config", Exact = true }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Aliases still point at this config.");
        await dialog.GetByText("Also delete aliases that point here", new() { Exact = true }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete config", Exact = true }).ClickAsync();
        await Expect(Config.Notification).ToContainTextAsync($"{id}/evening: Deleted.");
    }

    private async Task ActAsync(string action)
    {
        await Config.Button("Actions").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = action }).ClickAsync();
    }

    private async Task<string> OpenAsync(string id)
    {
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Expect(Config.Heading(id)).ToBeVisibleAsync();
        return id;
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class DefiningOnDesktopTests(TheSystem the, Chromium chromium) : DefiningTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class DefiningOnPhoneTests(TheSystem the, Chromium chromium) : DefiningTests(the, chromium, Screen.Phone);
