using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

public abstract class HistoryPageTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private HistoryPage History => new(Page);

    [DeskFact]
    public async Task Two_versions_are_compared_and_the_older_one_is_brought_back()
    {
        var id = await Configs.QueueAsync();
        await Configs.ChangeAsync(id, config => config["variables"]![0]!["value"] = "true", "Fire alarm");
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await History.Link("History").ClickAsync();
        await Expect(History.Heading($"History of {id}")).ToBeVisibleAsync();
        await Expect(History.Version(2)).ToContainTextAsync("“Fire alarm”");
        await Expect(History.Comparison).ToContainTextAsync("Closure: No → Yes");
        await ScreenshotAsync("history");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await History.Button("Restore version 1").ClickAsync();
        var review = History.Dialog("Restore version 1?");
        await Expect(review).ToContainTextAsync(new Regex("Closure.*Before.*Yes.*After.*No"));
        await Expect(review).ToContainTextAsync("No other config inherits this value.");
        await ScreenshotAsync("restore");
        await Page.GetByLabel("Reason (optional)").FillAsync("False alarm");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await History.Dialog("Restore version 1?").GetByRole(AriaRole.Button, new() { Name = "Restore version 1", Exact = true }).ClickAsync();
        await Expect(History.Notification).ToContainTextAsync("Restored as version 3.");
        await Expect(History.Version(3)).ToContainTextAsync("“False alarm”");
        Assert.Equal("false", (string?)(await Configs.ReadAsync(id))["variables"]![0]!["value"]);
    }

    [Trait("Rule", "R39")]
    [DeskFact]
    public async Task A_text_that_may_sound_wrong_is_named_before_it_comes_back()
    {
        var id = await Configs.QueueAsync();
        await Configs.ChangeAsync(id, config => Voice(config, "We are <break/> closed."), "With a tag");
        await Configs.ChangeAsync(id, config => Voice(config, "We are closed."), "Without");
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await History.Link("History").ClickAsync();
        await History.Button("Restore version 2").ClickAsync();
        await Expect(History.Dialog("Restore version 2?")).ToContainTextAsync(
            new Regex("Check how these texts will sound.*English \\(US\\), Voice: Callers hear the tag <break/> read aloud."));
        await ScreenshotAsync("restore-sounds-wrong");

        static void Voice(JsonNode config, string text) => config["prompts"]![0]!["texts"]!["en-US"]!["voice"] = text;
    }

    [Fact]
    public async Task Words_that_changed_inside_a_text_are_marked()
    {
        var id = await Configs.QueueAsync();
        await Configs.ChangeAsync(id, config => Voice(config, "We are closed today, please call again."), "Today");
        await Configs.ChangeAsync(id, config => Voice(config, "We are closed until Monday, please call again."), "Weekend");
        await Page.GotoAsync(Address($"/history/{id}").ToString());
        var text = History.Version(3).Locator(".changed-words");
        await Expect(text).ToContainTextAsync(", please call again.");
        await Expect(text.GetByRole(AriaRole.Deletion)).ToHaveTextAsync("today");
        await Expect(text.GetByRole(AriaRole.Insertion)).ToHaveTextAsync("until Monday");
        await ScreenshotAsync("history-words");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        static void Voice(JsonNode config, string text) => config["prompts"]![0]!["texts"]!["en-US"]!["voice"] = text;
    }

    [DeskFact]
    public async Task What_another_Region_broke_or_overruled_is_marked()
    {
        var id = await Configs.QueueAsync();
        await Configs.ChangeAsync(id, config => config["variables"]![0]!["value"] = "true", "Fire alarm");
        await Configs.ChangeAsync(id, config => config["description"] = "Third", "Words");
        await Page.RouteAsync($"**/api/configs/{id}/versions?*", async route =>
        {
            var answer = await route.FetchAsync();
            var page = JsonNode.Parse(await answer.TextAsync())!;
            page["items"]![0]!["link"] = "broken";
            page["items"]![1]!["link"] = "overruled";
            await route.FulfillAsync(new() { Response = answer, Body = page.ToJsonString() });
        });
        await Page.GotoAsync(Address($"/history/{id}").ToString());
        await Expect(History.Version(3)).ToContainTextAsync("this version is not based on the one before it");
        await Expect(History.Version(2)).ToContainTextAsync("Overruled: another Region saved the same version and won.");
        await Expect(History.Version(1)).Not.ToContainTextAsync("Region");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
    }

    [Fact]
    public async Task Everybody_s_changes_are_found_by_kind_name_and_person()
    {
        var id = await Configs.QueueAsync();
        await Page.GotoAsync(Address($"/activity?kind=config&path={id}").ToString());
        await Expect(Page.GetByText("All 1 shown")).ToBeVisibleAsync();
        await Expect(History.Link(id)).ToBeVisibleAsync();
        await ScreenshotAsync("activity");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(History.Link(id)).ToBeVisibleAsync();
        await Expect(History.Navigation).ToBeHiddenAsync();
        await Expect(Page.GetByLabel("Person")).ToBeHiddenAsync();
        await ScreenshotAsync("activity-printed");
        await Page.EmulateMediaAsync(new() { Media = Media.Screen });

        await Page.GetByLabel("Person").FillAsync("nobody@example.com");
        await Expect(Page.GetByText("No activity found")).ToBeVisibleAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await History.Button("Clear").ClickAsync();
        await Expect(Page.GetByText("No activity found")).ToHaveCountAsync(0);
    }

    private sealed class HistoryPage(IPage page) : AppPage(page.MainFrame)
    {
        public ILocator Comparison => Frame.GetByRole(AriaRole.Region, new() { Name = "Compare" });

        public ILocator Version(int version) =>
            Frame.GetByRole(AriaRole.List, new() { Name = "Versions" }).GetByRole(AriaRole.Listitem)
                .Filter(new() { Has = Heading($"Version {version}") });
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class HistoryPageOnDesktopTests(TheSystem the, Chromium chromium) : HistoryPageTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class HistoryPageOnPhoneTests(TheSystem the, Chromium chromium) : HistoryPageTests(the, chromium, Screen.Phone);
