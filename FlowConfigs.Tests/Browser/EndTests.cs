using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>How the end of a change that holds for a time is chosen.</summary>
public abstract class EndTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private ConfigPage Config => new(Page);

    [Fact]
    public async Task An_end_is_one_choice_and_any_other_comes_from_a_calendar()
    {
        var id = await Configs.QueueAsync();
        await OpenAsync(id);
        await Config.TurnAsync("Closure");
        await Config.UntilButton.ClickAsync();
        await Config.ConfirmAsync("Schedule changes");
        await Expect(Config.Review).ToContainTextAsync("Must have an end. Choose one.");
        await Config.Review.GetByLabel("Until", new() { Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Option, new() { NameRegex = new("^Tomorrow 8:00 AM") })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Option, new() { NameRegex = new("opening") })).ToHaveCountAsync(0);
        await ScreenshotAsync("end-choices");
        await Page.GetByRole(AriaRole.Option, new() { NameRegex = new("^Another date and time…") }).ClickAsync();

        await Config.TypeAsync("End", "2020-01-01T08:00");
        await Expect(Config.Review).ToContainTextAsync("Must be in the future.");
        await Config.TypeAsync("End", In(days: 40));
        await Config.Review.GetByRole(AriaRole.Button, new() { NameRegex = new("calendar|date", RegexOptions.IgnoreCase) }).Last.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();
        await ScreenshotAsync("end-calendar");
        await Page.GetByRole(AriaRole.Grid).GetByRole(AriaRole.Gridcell, new() { NameRegex = new(@"\b15\b") }).ClickAsync();
        await Expect(Config.Review).ToContainTextAsync("Callers get this now, until");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Config.ConfirmAsync("Schedule changes");

        await Expect(Config.Notification).ToContainTextAsync("then the previous values return");
        var until = (string?)(await Configs.ReadAsync(id))["changes"]![0]!["until"];
        Assert.StartsWith($"{In(days: 40)[..7]}-15T17:00", until, StringComparison.Ordinal);
    }

    [DeskFact]
    public async Task An_office_is_offered_the_opening_that_its_calendar_gives()
    {
        // Japan has no summer time.
        var tomorrow = TimeProvider.System.GetUtcNow().AddHours(9).Date.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await Page.RouteAsync("**/api/office-calendars", async route =>
        {
            var answer = await route.FetchAsync();
            var calendars = JsonNode.Parse(await answer.TextAsync())!;
            var office = calendars["items"]!.AsArray().Single(one => (string?)one!["id"] == "office-calendar")!;
            office["open"] = new JsonArray(new JsonObject { ["from"] = $"{tomorrow}T09:30:00+09:00", ["until"] = $"{tomorrow}T17:00:00+09:00" });
            (office["rule"], office["isTooOld"]) = ("openHours", false);
            await route.FulfillAsync(new() { Response = answer, Body = calendars.ToJsonString() });
        });
        await Page.RouteAsync("**/api/configs/office-calendar", async route =>
        {
            var answer = await route.FetchAsync();
            var config = JsonNode.Parse(await answer.TextAsync())!;
            config["variables"]!.AsArray().Single(one => (string?)one!["name"] == "CalendarTimeZone")!["value"] = "Asia/Tokyo";
            await route.FulfillAsync(new() { Response = answer, Body = config.ToJsonString() });
        });
        await OpenAsync("office-calendar");
        await Config.Input("Hours to use the last data").FillAsync("13");
        await Config.UntilButton.ClickAsync();
        await Config.EndAsync("Until tomorrow’s opening");
        await Expect(Config.Review).ToContainTextAsync("Times are in Asia/Tokyo.");
        await Expect(Config.Review).ToContainTextAsync(new Regex("until .*, 9:30 AM GMT"));
        await ScreenshotAsync("end-opening");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
    }

    private static string In(int days) =>
        TimeProvider.System.GetUtcNow().Date.AddDays(days).AddHours(17).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private async Task OpenAsync(string id)
    {
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Expect(Config.SaveBar).ToBeVisibleAsync();
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class EndOnDesktopTests(TheSystem the, Chromium chromium) : EndTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class EndOnPhoneTests(TheSystem the, Chromium chromium) : EndTests(the, chromium, Screen.Phone);
