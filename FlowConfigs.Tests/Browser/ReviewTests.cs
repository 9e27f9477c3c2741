using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>What a save will do to callers, said before it is done; and values that hold for a time only.</summary>
public abstract class ReviewTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private ConfigPage Config => new(Page);

    [Fact]
    public async Task A_save_says_before_and_after_and_how_many_offices_it_reaches()
    {
        var office = await Configs.OfficeAsync();
        await OpenAsync(office[..office.IndexOf('/', StringComparison.Ordinal)]);
        await Config.Input("OfficeName").FillAsync("the office");
        await Config.TurnAsync("Closure");
        await Config.SaveButton.ClickAsync();

        var closure = Config.Review.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Closure" });
        await Expect(closure).ToContainTextAsync("BeforeNoAfterYes");
        await Expect(closure).ToContainTextAsync("Also changes 1 config below that inherits it.");
        var name = Config.Review.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "OfficeName" });
        await Expect(name).ToContainTextAsync($"Also changes 0 configs of 1 config below. 1 has a value of its own: {office}.");
        await ScreenshotAsync("review");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await Config.Review.GetByRole(AriaRole.Button, new() { Name = "Keep editing", Exact = true }).Last.ClickAsync();
        await Expect(Config.Input("OfficeName")).ToHaveValueAsync("the office");
    }

    [DeskFact]
    public async Task A_placeholder_that_nothing_fills_in_is_said_before_it_is_saved()
    {
        await OpenAsync(await Configs.QueueAsync());
        await Config.Voice("Welcome").FillAsync("Welcome to {{OfficeNam}}.");
        await Config.SaveButton.ClickAsync();
        await Expect(Config.Review).ToContainTextAsync("No variable or prompt is called {{OfficeNam}}");
        await Config.ConfirmAsync();
        await Expect(Config.Notification).ToContainTextAsync("Saved as version 2.");
    }

    [DeskFact]
    public async Task A_text_that_would_sound_wrong_is_said_while_it_is_typed_and_before_it_is_saved()
    {
        await OpenAsync(await Configs.QueueAsync());
        await Config.Voice("Welcome").FillAsync("<speak>We are closed. <break time=\"30s\"/></speak>");
        await Expect(Config.Prompt("Welcome")).ToContainTextAsync("A pause can last at most 10 seconds; this one has 30s. Use two pauses.");
        await ScreenshotAsync("ssml-refused");

        await Config.Voice("Welcome").FillAsync("We are closed. <break time=\"1s\"/> Goodbye.");
        const string warning = "Callers hear the tag <break time=\"1s\"/> read aloud. Put <speak> before the text and </speak> after it.";
        await Expect(Config.Prompt("Welcome")).ToContainTextAsync(warning);
        await ScreenshotAsync("ssml-warning");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Config.SaveButton.ClickAsync();
        await Expect(Config.Review).ToContainTextAsync("Check how these texts will sound");
        await Expect(Config.Review).ToContainTextAsync($"Welcome, English (US), Voice: {warning}");
        await ScreenshotAsync("ssml-warning-review");
        await Config.ConfirmAsync();
        await Expect(Config.Notification).ToContainTextAsync("Saved as version 2.");
    }

    [DeskFact]
    public async Task A_value_until_a_time_holds_at_once_and_can_be_ended_early()
    {
        var id = await OpenAsync(await Configs.QueueAsync());
        await Config.TurnAsync("Closure");
        await Config.UntilButton.ClickAsync();
        await Config.ConfirmAsync("Schedule changes");
        await Expect(Config.Review).ToContainTextAsync("Must have an end. Choose one.");
        await Config.EndAsync("In 4 hours");
        await Expect(Config.Review).ToContainTextAsync("No other config inherits this value.");
        await ScreenshotAsync("until");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Config.ConfirmAsync("Schedule changes");

        await Expect(Config.Notification).ToContainTextAsync("then the previous values return");
        await Expect(Config.Times).ToContainTextAsync("Active nowClosure: Yes");
        await Expect(Config.Variable("Closure")).ToContainTextAsync(new Regex("Callers get nowYesUntil .*, by a timed change.*Set for afterwards.*No"));
        await Expect(Config.SaveButton).ToBeDisabledAsync();
        Assert.Equal("false", (string?)(await Configs.ReadAsync(id))["variables"]![0]!["value"]);

        await Config.Button("End now: Closure").ClickAsync();
        await Expect(Config.Times).ToHaveCountAsync(0);
        Assert.Empty((await Configs.ReadAsync(id))["changes"]!.AsArray());
    }

    [DeskFact]
    public async Task A_time_to_come_is_planned_and_its_end_moved_without_losing_what_is_being_typed()
    {
        var id = await OpenAsync(await Configs.QueueAsync());
        await Config.TurnAsync("Closure");
        await Config.UntilButton.ClickAsync();
        await Config.TypeAsync("Start", "2020-01-01T08:00");
        await Expect(Config.Review).ToContainTextAsync("Must be in the future. Leave both empty to start now.");
        await Config.TypeAsync("Start", Tomorrow);
        await Config.EndAsync("In 1 hour");
        await Expect(Config.Review).ToContainTextAsync("Must be after the start.");
        await Config.EndAsync("Another date and time…");
        await Config.TypeAsync("End", InTwoDays);
        await Expect(Config.Review).ToContainTextAsync("Before and after, nothing changes.");
        await Expect(Config.Review).ToContainTextAsync("BeforeNoAfterYes");
        await ScreenshotAsync("from-until");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Config.ConfirmAsync("Schedule changes");
        await Expect(Config.Notification).ToContainTextAsync("Scheduled from");
        await Expect(Config.Times).ToContainTextAsync("ScheduledClosure: Yes");
        Assert.StartsWith(Tomorrow, (string?)(await Configs.ReadAsync(id))["changes"]![0]!["from"], StringComparison.Ordinal);

        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Config.Button("Change end: Closure").ClickAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Config.TypeAsync("End", InThreeDays);
        await Config.Button("Save new end").ClickAsync();
        await Expect(Config.Notification).ToContainTextAsync("Now ends");
        await Expect(Config.Voice("Welcome")).ToHaveValueAsync("Good morning.");
        Assert.StartsWith(InThreeDays, (string?)(await Configs.ReadAsync(id))["changes"]![0]!["until"], StringComparison.Ordinal);
        await Config.SaveAsync(version: 4);
    }

    [DeskFact]
    public async Task Going_back_to_the_inherited_value_cannot_be_for_a_time()
    {
        await OpenAsync(await Configs.OfficeAsync());
        await Config.Button("Use inherited value for OfficeName").ClickAsync();
        await Config.UntilButton.ClickAsync();
        await Expect(Config.Review).ToContainTextAsync("Save these permanently first, or undo them: OfficeName.");
        await Expect(Config.Review.GetByRole(AriaRole.Button, new() { Name = "Schedule changes" })).ToBeDisabledAsync();
    }

    private static string Tomorrow => Clock(1);

    private static string InTwoDays => Clock(2);

    private static string InThreeDays => Clock(3);

    private static string Clock(int days) =>
        TimeProvider.System.GetUtcNow().Date.AddDays(days).AddHours(17).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private async Task<string> OpenAsync(string id)
    {
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Expect(Config.Heading(id)).ToBeVisibleAsync();
        return id;
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class ReviewOnDesktopTests(TheSystem the, Chromium chromium) : ReviewTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class ReviewOnPhoneTests(TheSystem the, Chromium chromium) : ReviewTests(the, chromium, Screen.Phone);
