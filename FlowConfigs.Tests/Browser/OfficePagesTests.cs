using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>The pages of Microsoft 365: what callers hear about the office, and the outbox of mail.</summary>
public abstract class OfficePagesTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private OfficePage Office => new(Page);

    [Fact]
    public async Task Office_calendar_shows_what_callers_hear_and_no_private_subject()
    {
        await Page.GotoAsync(Address("/office-calendar").ToString());
        await Expect(Office.Heading("Office calendar")).ToBeVisibleAsync();
        await Expect(Page.GetByText("Office open").First).ToBeVisibleAsync();
        await Expect(Page.GetByText("Board meeting")).ToHaveCountAsync(0);
        await Office.Button("Refresh now").ClickAsync();
        await Expect(Page.GetByText("Read at")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await ScreenshotAsync("office-calendar");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
    }

    [DeskFact]
    public async Task Refresh_that_fails_says_why_and_keeps_what_was_read()
    {
        ExpectInConsole("503");
        await Page.RouteAsync("**/api/office-calendars/refresh", route => route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/problem+json",
            Body = """{ "status": 503, "detail": "The calendars were not refreshed, because the function did not answer in time. Try again." }""",
        }));
        await Page.GotoAsync(Address("/office-calendar").ToString());
        await Office.Button("Refresh now").ClickAsync();
        await Expect(Page.GetByText("the function did not answer in time")).ToBeVisibleAsync();
        await Expect(Page.GetByText("Office open").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Test_mail_goes_to_oneself_and_is_sent()
    {
        await Page.GotoAsync(Address("/mail").ToString());
        await Expect(Office.Heading("Mail")).ToBeVisibleAsync();
        await Office.Button("Send test mail").ClickAsync();
        await Expect(Page.GetByText("A test mail to admin@example.com waits to be sent.")).ToBeVisibleAsync();
        await Expect(Office.Rows.Filter(new() { HasText = "[Test] Missed call" }).First).ToContainTextAsync("Sent", new() { Timeout = 60_000 });
        await ScreenshotAsync("mail");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class OfficePagesOnDesktopTests(TheSystem the, Chromium chromium) : OfficePagesTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class OfficePagesOnPhoneTests(TheSystem the, Chromium chromium) : OfficePagesTests(the, chromium, Screen.Phone);

internal sealed class OfficePage(IPage page) : AppPage(page.MainFrame)
{
    public ILocator Rows => Frame.Locator("tbody tr");
}
