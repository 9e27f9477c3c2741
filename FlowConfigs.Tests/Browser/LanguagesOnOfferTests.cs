using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>An admin chooses languages and their voices from lists, and hears a voice before it is saved.</summary>
public abstract class LanguagesOnOfferTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    [Fact]
    public async Task A_language_comes_with_its_voices_and_each_is_heard_before_it_is_saved()
    {
        await Page.AddInitScriptAsync(HearItTests.Listen);
        await Page.GotoAsync(Address("/settings").ToString());
        await Button("Add a language").ClickAsync();
        await Page.GetByLabel("Language", new() { Exact = true }).Last.FillAsync("es-M");
        await Page.GetByRole(AriaRole.Option, new() { NameRegex = new("es-MX") }).ClickAsync();
        var voice = Page.GetByLabel("Voice", new() { Exact = true }).Last;
        await Expect(voice).ToHaveValueAsync("Mia");

        await voice.FillAsync("");
        await Page.GetByRole(AriaRole.Option, new() { Name = "Andres" }).ClickAsync();
        await Button("Play a sample of Andres").ClickAsync();
        Assert.Equal(["es-MX: español de México"], await Page.EvaluateAsync<string[]>("window.heard"));
        await ScreenshotAsync("languages-on-offer");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
    }

    [DeskFact]
    public async Task A_voice_that_is_newer_than_the_list_can_be_typed_and_the_one_of_another_language_does_not_stay()
    {
        await Page.GotoAsync(Address("/settings").ToString());
        var language = Page.GetByLabel("Language", new() { Exact = true }).First;
        var voice = Page.GetByLabel("Voice", new() { Exact = true }).First;
        await voice.FillAsync("Newest");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(voice).ToHaveValueAsync("Newest");

        await language.FillAsync("de-A");
        await Page.GetByRole(AriaRole.Option, new() { NameRegex = new("de-AT") }).ClickAsync();
        await Expect(voice).ToHaveValueAsync("Hannah");
    }

    private ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class LanguagesOnOfferOnDesktopTests(TheSystem the, Chromium chromium) : LanguagesOnOfferTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class LanguagesOnOfferOnPhoneTests(TheSystem the, Chromium chromium) : LanguagesOnOfferTests(the, chromium, Screen.Phone);
