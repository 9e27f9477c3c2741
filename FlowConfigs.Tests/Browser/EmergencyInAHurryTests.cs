using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>From an open, signed-in phone to closed, on a slow one; and the same without a mouse.</summary>
public sealed class EmergencyInAHurryTests(TheSystem the, Chromium chromium, ITestOutputHelper output)
    : BrowserTest(the, chromium, Screen.Phone)
{
    private const int MostTaps = 3;

    private readonly OwnScenarios scenarios = new(the.Running);
    private int taps;

    protected override string? Account => "manager";

    private EmergencyPage Emergency => new(Page);

    [Fact]
    public async Task From_an_open_phone_to_closed_in_three_taps()
    {
        var queue = await Configs.QueueAsync();
        var id = await scenarios.ClosingAsync(queue);
        await Page.GotoAsync(Address("/").ToString());
        await Expect(Emergency.Link(EmergencyPage.Name(id))).ToBeVisibleAsync();
        // https://chromedevtools.github.io/devtools-protocol/tot/Emulation/#method-setCPUThrottlingRate
        var devTools = await Page.Context.NewCDPSessionAsync(Page);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });

        var clock = Stopwatch.StartNew();
        await TapAsync(Emergency.Link(EmergencyPage.Name(id)));
        await TapAsync(Emergency.End("In 4 hours"));
        await TapAsync(Emergency.Switch);
        await Expect(Emergency.Outcome).ToContainTextAsync("Live after");
        clock.Stop();

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{taps} taps and {clock.Elapsed.TotalSeconds:F1} s, with the processor slowed down 4 times"));
        Assert.InRange(taps, 1, MostTaps);
        Assert.Equal("true", await scenarios.ForCallerAsync(queue, "Closure"));
        await scenarios.TurnOffAsync(id);
    }

    [Fact]
    public async Task A_second_visit_begins_with_the_last_known_state_and_says_so_until_the_answer_comes()
    {
        var queue = await Configs.QueueAsync();
        var id = await scenarios.ClosingAsync(queue);
        await Page.GotoAsync(Address("/emergency").ToString());
        await Expect(Emergency.Link(EmergencyPage.Name(id))).ToBeVisibleAsync();
        await scenarios.TurnOnAsync(id, 60);

        var answer = new TaskCompletionSource();
        await Page.RouteAsync("**/api/me", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        await Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(Page.GetByText("Last known state, from")).ToBeVisibleAsync();
        await Expect(Emergency.Scenario(id)).ToContainTextAsync("Off");
        await ScreenshotAsync("emergency-last-known");

        answer.SetResult();
        await Expect(Emergency.Scenario(id)).ToContainTextAsync("On until");
        await Expect(Page.GetByText("Last known state, from")).ToHaveCountAsync(0);
        await ScreenshotAsync("emergency-known");
        await scenarios.TurnOffAsync(id);
    }

    // The next person who signs in can be another one.
    [Fact]
    public async Task The_last_known_state_is_forgotten_where_nobody_is_signed_in()
    {
        const string Kept = "localStorage.getItem('flow-configs.scenarios')";
        await Page.GotoAsync(Address("/emergency").ToString());
        await Expect(Emergency.Link("Fire real")).ToBeVisibleAsync();
        Assert.NotNull(await Page.EvaluateAsync<string?>(Kept));
        await Page.EvaluateAsync(
            "Object.keys(localStorage).filter((key) => key.startsWith('CognitoIdentityServiceProvider')).forEach((key) => localStorage.removeItem(key))");
        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
        Assert.Null(await Page.EvaluateAsync<string?>(Kept));
    }

    [Fact]
    public async Task The_keyboard_alone_closes_and_opens()
    {
        var queue = await Configs.QueueAsync();
        var id = await scenarios.ClosingAsync(queue);
        await Page.GotoAsync(Address("/emergency").ToString());
        await TabToAsync(Emergency.Link(EmergencyPage.Name(id)));
        await Page.Keyboard.PressAsync("Enter");

        await TabToAsync(Emergency.End("In 1 hour"));
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Emergency.End("In 4 hours")).ToBeCheckedAsync();
        await TabToAsync(Emergency.Switch);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Emergency.Outcome).ToContainTextAsync("Live after");

        await TabToAsync(Emergency.Button("Switch off now"));
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Emergency.Outcome).ToContainTextAsync("Off after");
        Assert.Equal("false", await scenarios.ForCallerAsync(queue, "Closure"));
    }

    private async Task TapAsync(ILocator target)
    {
        taps++;
        // Cloudscape draws its radio over the input, so that a plain tap would wait for the input to be uncovered.
        await target.TapAsync(new() { Force = await target.GetAttributeAsync("type") == "radio" });
    }

    private async Task TabToAsync(ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var presses = 0; presses < 60; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not lead to {target}");
    }
}
