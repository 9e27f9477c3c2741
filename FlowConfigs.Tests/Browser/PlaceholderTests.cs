using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>A translation has the placeholders of its source text, and nobody types them.</summary>
public abstract class PlaceholderTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private const string Prompt = "Closure";

    private ConfigPage Config => new(Page);

    [Fact]
    public async Task A_placeholder_that_a_translation_lacks_is_inserted_at_the_caret()
    {
        var id = await Configs.QueueAsync();
        await Configs.ChangeAsync(id, config => config["prompts"]![1]!["texts"]!["en-US"]!["voice"] = "Closed: {{Closure}}.", "Placeholder");
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Config.Language(Prompt, "Spanish").ClickAsync();
        await Config.Voice(Prompt).FillAsync("Cerrado: .");
        await Page.Keyboard.PressAsync("ArrowLeft");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await ScreenshotAsync("placeholder");

        await Insert.ClickAsync();
        await Expect(Config.Voice(Prompt)).ToHaveValueAsync("Cerrado: {{Closure}}.");
        await Expect(Insert).ToHaveCountAsync(0);
    }

    private ILocator Insert => Config.Prompt(Prompt).GetByRole(AriaRole.Button, new() { Name = "Insert {{Closure}}", Exact = true });
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class PlaceholderOnDesktopTests(TheSystem the, Chromium chromium) : PlaceholderTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class PlaceholderOnPhoneTests(TheSystem the, Chromium chromium) : PlaceholderTests(the, chromium, Screen.Phone);
