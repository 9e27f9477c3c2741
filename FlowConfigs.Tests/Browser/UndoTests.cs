using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>What was ended, switched off or changed in many configs can be undone while its notification is shown.</summary>
public abstract class UndoTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private readonly OwnScenarios scenarios = new(the.Running);

    private ConfigPage Config => new(Page);

    private ConfigsPage List => new(Page);

    private EmergencyPage Emergency => new(Page);

    [Fact]
    public async Task A_timed_change_that_was_ended_comes_back()
    {
        var id = await ClosedForAnHourAsync();
        var until = await UntilAsync(id);
        await Config.Button("End now: Closure").ClickAsync();
        await Expect(Config.Notification).ToContainTextAsync("Ended. The previous values are back.");
        await Expect(Config.Times).ToHaveCountAsync(0);
        await ScreenshotAsync("undo-end");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Config.Button("Undo").ClickAsync();
        await Expect(Config.Notification).ToContainTextAsync("The temporary values are back.");
        await Expect(Config.Times).ToContainTextAsync("Active nowClosure: Yes");
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync("Good morning.");
        Assert.Equal(until, await UntilAsync(id));
        Assert.Equal(4, (int)(await Configs.ReadAsync(id))["version"]!);
        Assert.Equal("Undone", (string?)(await Configs.ReadAsync(id))["saved"]!["comment"]);
    }

    [DeskFact]
    public async Task An_undo_is_refused_where_somebody_saved_since()
    {
        ExpectInConsole("412");
        var id = await ClosedForAnHourAsync();
        await Config.Button("End now: Closure").ClickAsync();
        await Expect(Config.Notification).ToContainTextAsync("Ended.");
        await Configs.ChangeAsync(id, config => config["description"] = "Other", "In between");
        await Config.Button("Undo").ClickAsync();
        await Expect(Config.Alert("This was not undone")).ToContainTextAsync("Someone saved since then.");
        await Expect(Config.Button("Undo")).ToHaveCountAsync(0);
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        Assert.Empty((await Configs.ReadAsync(id))["changes"]!.AsArray());
    }

    [DeskFact]
    public async Task A_scenario_that_was_switched_off_comes_back_until_the_same_end()
    {
        var queue = await Configs.QueueAsync();
        var id = await scenarios.ClosingAsync(queue);
        await scenarios.TurnOnAsync(id, minutes: 90);
        await Page.GotoAsync(Address($"/emergency/{id}").ToString());
        await Emergency.Button("Switch off now").ClickAsync();
        await Expect(Emergency.Outcome).ToContainTextAsync("Off after");
        Assert.Equal("false", await scenarios.ForCallerAsync(queue, "Closure"));
        await ScreenshotAsync("undo-off");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await Emergency.Button("Undo").ClickAsync();
        await Expect(Emergency.Outcome).ToContainTextAsync("Live after");
        await Expect(Emergency.Button("Switch off now")).ToBeVisibleAsync();
        await Expect(Page.GetByText(new Regex("ends in (89|90) minutes")).First).ToBeVisibleAsync();
        Assert.Equal("true", await scenarios.ForCallerAsync(queue, "Closure"));
        await scenarios.TurnOffAsync(id);
    }

    [DeskFact]
    public async Task A_value_that_was_set_in_many_and_many_that_were_deleted_come_back()
    {
        var office = await Configs.OfficeAsync();
        var parent = office[..office.IndexOf('/', StringComparison.Ordinal)];
        await ChooseBothAsync(parent, office);
        var dialog = await List.SetValueAsync("Closure", configs: 2);
        await dialog.PickAsync("Yes");
        await dialog.Set.ClickAsync();
        await Expect(List.Notification).ToContainTextAsync("2 configs changed.");
        await List.Button("Undo").ClickAsync();
        await Expect(List.Notification).ToContainTextAsync("2 configs are as before.");
        Assert.Null((await Configs.ReadAsync(office))["overrides"]!["Closure"]);
        Assert.Equal("false", (string?)(await Configs.ReadAsync(parent))["variables"]![0]!["value"]);

        await ChooseBothAsync(parent, office);
        await List.DeleteChosenAsync(configs: 2);
        await Expect(List.Notification).ToContainTextAsync("2 configs deleted.");
        await ScreenshotAsync("undo-many");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await List.Button("Undo").ClickAsync();
        await Expect(List.Notification).ToContainTextAsync("2 configs are as before.");
        await Expect(List.Link(office)).ToBeVisibleAsync();
        await Configs.ReadAsync(office);
    }

    private async Task ChooseBothAsync(string parent, string office)
    {
        await Page.GotoAsync(Address("/configs").ToString());
        await List.ChooseAsync(parent, office);
    }

    private async Task<string> ClosedForAnHourAsync()
    {
        var id = await Configs.QueueAsync();
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Config.TurnAsync("Closure");
        await Config.UntilButton.ClickAsync();
        await Config.EndAsync("In 1 hour");
        await Config.ConfirmAsync("Schedule changes");
        await Expect(Config.Times).ToContainTextAsync("Active nowClosure: Yes");
        return id;
    }

    private async Task<string?> UntilAsync(string id) => (string?)(await Configs.ReadAsync(id))["changes"]![0]!["until"];
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class UndoOnDesktopTests(TheSystem the, Chromium chromium) : UndoTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class UndoOnPhoneTests(TheSystem the, Chromium chromium) : UndoTests(the, chromium, Screen.Phone);
