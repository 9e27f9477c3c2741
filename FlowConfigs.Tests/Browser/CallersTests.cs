using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>What callers get, with the reason for each value: as it is saved, and as it is being edited.</summary>
public abstract class CallersTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private ConfigPage Config => new(Page);

    [Fact]
    public async Task The_answer_says_each_value_with_its_reason_by_language_and_channel()
    {
        var id = await Configs.OfficeAsync();
        var parent = id[..id.IndexOf('/', StringComparison.Ordinal)];
        await Page.GotoAsync(Address($"/callers?config={Uri.EscapeDataString(id)}").ToString());
        await Expect(Row("CallbackMinutes")).ToContainTextAsync($"30inherited from {parent}");
        await Expect(Row("OfficeName")).ToContainTextAsync("the Austin officeits own value");

        await ChooseAsync("Channel", "Chat");
        await ChooseAsync("Language", "Spanish (US)");
        await Expect(Row("Welcome")).ToContainTextAsync("Gracias por llamar a la oficina de Austin.its own value, from the voice text");
        await ScreenshotAsync("callers");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
    }

    [DeskFact]
    public async Task What_is_being_edited_stands_beside_what_is_saved()
    {
        var id = await Configs.QueueAsync();
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Config.TurnAsync("Closure");
        await Config.Button("Caller preview").ClickAsync();
        await Expect(Row("Closure")).ToContainTextAsync("Different: true");
        await Expect(Row("ClosureOfferCallback")).Not.ToContainTextAsync("Different");
        await ScreenshotAsync("callers-edited");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
    }

    private ILocator Row(string key) =>
        Page.GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByText($"$.External.{key}", new() { Exact = true }) });

    private async Task ChooseAsync(string field, string option)
    {
        await Page.GetByLabel(field).ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = option }).ClickAsync();
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class CallersOnDesktopTests(TheSystem the, Chromium chromium) : CallersTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class CallersOnPhoneTests(TheSystem the, Chromium chromium) : CallersTests(the, chromium, Screen.Phone);
