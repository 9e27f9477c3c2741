using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>Who called for vanity numbers: the calls come through the Lambda emulator, as Connect would send them.</summary>
public abstract class RecentCallersTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private RecentCallersPage Callers => new(Page);

    [Fact]
    public async Task The_last_five_callers_are_there_a_new_one_appears_by_itself_and_more_come_on_request()
    {
        foreach (var i in Enumerable.Range(0, 7))
            await CallAsync($"+1512555{4000 + i}");
        await Page.GotoAsync(Address("/configs").ToString());
        await Expect(new ConfigsPage(Page).Title).ToBeVisibleAsync();
        await Callers.GoToAsync("Recent callers");
        await Expect(Callers.Heading("Recent callers")).ToBeVisibleAsync();
        await Expect(Callers.Rows).ToHaveCountAsync(5);

        // Another test may call meanwhile: its own number is what this one looks for.
        var number = $"+1{Random.Shared.Next(201, 989)}3569377";
        await CallAsync(number);
        await Expect(Callers.Row(number).First).ToContainTextAsync($"1-{number[2..5]}-FLOWERS");
        await Expect(Callers.Rows).ToHaveCountAsync(5);
        await ScreenshotAsync("recent-callers");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        Assert.InRange(
            await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, Screen.Options().ViewportSize!.Width);

        await Callers.Button("Show more").ClickAsync();
        await Expect(Callers.Rows.Nth(6)).ToBeVisibleAsync();
    }

    private async Task CallAsync(string number)
    {
        var sample = await File.ReadAllTextAsync(
            Repository.Path("FlowConfigs.AppHost/requests/vanity-numbers-caller.json"), TestContext.Current.CancellationToken);
        var call = sample.Replace("+18003569377", number, StringComparison.Ordinal)
            .Replace("3b0a4c52-6f2e-4e0b-8f55-9c1d2e3f4a01", Guid.NewGuid().ToString(), StringComparison.Ordinal);
        await System.InvokeAsync("vanity-numbers", call);
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class RecentCallersOnDesktopTests(TheSystem the, Chromium chromium)
    : RecentCallersTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class RecentCallersOnPhoneTests(TheSystem the, Chromium chromium)
    : RecentCallersTests(the, chromium, Screen.Phone);

/// <summary>The same page for somebody who may not see callers' numbers.</summary>
[Nightly(Because.ItIsAnotherPage)]
public sealed class MaskedCallersTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Phone)
{
    protected override string? Account => "viewer";

    [Fact]
    public async Task A_viewer_sees_that_somebody_called_and_no_number()
    {
        await System.InvokeAsync("vanity-numbers", $$"""
            { "Details": { "ContactData": { "ContactId": "{{Guid.NewGuid()}}", "CustomerEndpoint": { "Address": "+18003569377" } } } }
            """);
        await Page.GotoAsync(Address("/recent-callers").ToString());
        var callers = new RecentCallersPage(Page);
        await Expect(callers.Alert("Callers’ numbers are masked")).ToBeVisibleAsync();
        await Expect(callers.Rows.First).ToContainTextAsync("•");
        await Expect(Page.GetByText("FLOWERS")).ToHaveCountAsync(0);
    }
}

internal sealed class RecentCallersPage(IPage page) : AppPage(page.MainFrame)
{
    public ILocator Rows => Frame.Locator("tbody tr");

    public ILocator Row(string number) => Rows.Filter(new() { Has = Frame.GetByText(number, new() { Exact = true }) });
}
