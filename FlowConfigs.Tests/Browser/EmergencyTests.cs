using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

public abstract class EmergencyTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private readonly OwnScenarios scenarios = new(the.Running);

    protected override string? Account => "manager";

    private EmergencyPage Emergency => new(Page);

    [Fact]
    public async Task A_manager_closes_what_was_prepared_and_opens_it_again()
    {
        ExpectInConsole("ERR_INTERNET_DISCONNECTED");
        var queue = await Configs.QueueAsync();
        var id = await scenarios.ClosingAsync(queue);
        var name = EmergencyPage.Name(id);
        await Page.GotoAsync(Address("/emergency").ToString());
        await Expect(Emergency.Scenario(id)).ToContainTextAsync("Off");
        await ScreenshotAsync("emergency");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await Emergency.Link(name).ClickAsync();
        await Expect(Emergency.Effect(queue)).ToContainTextAsync("No → Yes");
        await Page.Context.SetOfflineAsync(true);
        await Expect(Emergency.Notification).ToContainTextAsync("You are offline.");
        await Expect(Emergency.Button("You are offline")).ToBeDisabledAsync();
        await Page.GetByText("In 4 hours", new() { Exact = true }).ClickAsync();
        await Page.Context.SetOfflineAsync(false);
        await Expect(Emergency.Notification).Not.ToContainTextAsync("You are offline");
        await Expect(Emergency.End("In 4 hours")).ToBeCheckedAsync();
        await Expect(Emergency.Switch).ToBeEnabledAsync();
        await ScreenshotAsync("emergency-second-look");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Emergency.Switch.ClickAsync();

        await Expect(Emergency.Outcome).ToContainTextAsync("Live after");
        await Expect(Emergency.Outcome).ToContainTextAsync("Contact flows now get these values.");
        Assert.Equal("true", await scenarios.ForCallerAsync(queue, "Closure"));
        await Expect(Emergency.Banner).ToBeVisibleAsync();
        await ScreenshotAsync("emergency-live");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await Emergency.Button("Switch off now").ClickAsync();
        await Expect(Emergency.Outcome).ToContainTextAsync("Off after");
        await Expect(Emergency.Switch).ToBeVisibleAsync();
        Assert.Equal("false", await scenarios.ForCallerAsync(queue, "Closure"));
    }

    [Fact]
    public async Task Every_page_says_what_is_on_and_asks_near_the_end_whether_to_go_on()
    {
        var queue = await Configs.QueueAsync();
        var id = await scenarios.ClosingAsync(queue);
        // Ends before what any other test has on, so that it is the first that the banner shows.
        await scenarios.TurnOnAsync(id, minutes: 3);
        await Page.GotoAsync(Address(ConfigPage.Path(queue)).ToString());
        var own = Emergency.Banner.GetByRole(AriaRole.Paragraph).Filter(new() { HasText = EmergencyPage.Name(id) });
        await Expect(own).ToContainTextAsync("still closed?");
        await ScreenshotAsync("emergency-still-closed");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await own.GetByRole(AriaRole.Button, new() { Name = "Extend by 1 hour" }).ClickAsync();
        await Expect(Emergency.Notification).ToContainTextAsync("Extended until");
        Assert.Equal("true", await scenarios.ForCallerAsync(queue, "Closure"));
        await scenarios.TurnOffAsync(id);
    }

    [DeskFact]
    public async Task An_answer_that_is_not_what_was_saved_is_said_and_so_is_a_getConfig_that_is_silent()
    {
        ExpectInConsole("503");
        const string Problem = """{ "status": 503, "detail": "getConfig does not answer right now." }""";
        var queue = await Configs.QueueAsync();
        var id = await scenarios.ClosingAsync(queue);
        await Page.RouteAsync(
            "**/api/live-check",
            route => route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = Problem }));
        await Page.GotoAsync(Address($"/emergency/{id}").ToString());
        await Emergency.Switch.ClickAsync();
        await Expect(Emergency.Alert("Saved, but the check of what callers get failed")).ToContainTextAsync("getConfig does not answer");

        await Page.UnrouteAsync("**/api/live-check");
        await Page.RouteAsync("**/api/live-check", async route =>
        {
            var answer = await route.FetchAsync();
            var text = (await answer.TextAsync()).Replace("\"Closure\":\"true\"", "\"Closure\":\"false\"");
            await route.FulfillAsync(new() { Response = answer, Body = text });
        });
        await Emergency.Button("Check again").ClickAsync();
        await Expect(Emergency.Alert("Not every config answers as expected")).ToContainTextAsync($"{queue}: Closure is No");

        await Page.UnrouteAsync("**/api/live-check");
        await Emergency.Button("Check again").ClickAsync();
        await Expect(Emergency.Outcome).ToContainTextAsync("Live after");
        await scenarios.TurnOffAsync(id);
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class EmergencyOnDesktopTests(TheSystem the, Chromium chromium) : EmergencyTests(the, chromium, Screen.Desktop);

public sealed class EmergencyOnPhoneTests(TheSystem the, Chromium chromium) : EmergencyTests(the, chromium, Screen.Phone);
