using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>What a manager who is narrowed to one office finds on the other pages, and what a lost connection leaves of them.</summary>
[Nightly(Because.ItIsAnotherPage)]
public sealed class NarrowedPagesTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Phone)
{
    protected override string? Account => "manager-austin";

    [Fact]
    public async Task Pages_that_are_not_for_them_say_so_and_lead_back()
    {
        ExpectInConsole("403");
        (string Path, string Said)[] pages =
        [
            ("/settings", "You can’t see this page"),
            ("/emergency-scenarios/new", "You can’t see this page"),
            ("/emergency/fire-real", "You can’t see this page"),
            ("/history/BasicQueue", "You can’t see this page"),
            ("/lists/bad-actors", "You can’t see this page"),
            ("/translations/BasicQueue", "You can’t see this page"),
            ("/flow/BasicQueue", "You can’t see this page"),
        ];
        foreach (var (path, said) in pages)
        {
            await Page.GotoAsync(Address(path).ToString());
            await Expect(Page.GetByText(said).First).ToBeVisibleAsync();
        }

        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await Page.GotoAsync(Address("/exchange").ToString());
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Export", Exact = true })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Import", Exact = true })).ToHaveCountAsync(0);
        await Page.GotoAsync(Address("/history/field-office~austin").ToString());
        await Expect(Page.GetByText("Version 1").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_failure_is_said_in_the_servers_words_and_can_be_tried_again()
    {
        ExpectInConsole("503");
        const string Problem = """{ "status": 503, "detail": "The table can't be reached right now." }""";
        (string Path, string Request)[] pages =
        [
            ("/emergency", "scenarios"), ("/lists", "lists"), ("/activity", "audit?*"), ("/translations", "completeness?*"),
        ];
        foreach (var (path, request) in pages)
        {
            await Page.RouteAsync(
                $"**/api/{request}",
                route => route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = Problem }));
            await Page.GotoAsync(Address(path).ToString());
            await Expect(Page.GetByText("The table can't be reached right now.")).ToBeVisibleAsync();
            await Page.UnrouteAsync($"**/api/{request}");
            await Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
            await Expect(Page.GetByText("The table can't be reached right now.")).ToHaveCountAsync(0);
        }
    }
}
