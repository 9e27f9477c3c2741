using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>A voice text is read aloud by the browser, where it has a voice, and the page says whose voice that is.</summary>
public sealed class HearItTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Phone)
{
    // Debian's Chromium has no voices: this one says what it was given, in place of the sound.
    private const string Listen = """
        window.heard = [];
        speechSynthesis.speak = (speech) => { window.heard.push(`${speech.lang}: ${speech.text}`); speech.dispatchEvent(new Event('end')); };
        """;

    [Fact]
    public async Task A_text_is_heard_as_it_is_typed_without_its_markup()
    {
        await Page.AddInitScriptAsync(Listen);
        var config = new ConfigPage(Page);
        await Page.GotoAsync(Address(ConfigPage.Path(await Configs.QueueAsync())).ToString());
        await config.Voice("Welcome").FillAsync("<speak>Good <break time=\"1s\"/>morning &amp; welcome</speak>");
        await config.Button("Hear it in English (US)").First.ClickAsync();
        Assert.Equal(["en-US: Good , morning & welcome"], await Page.EvaluateAsync<string[]>("window.heard"));
        await Expect(Page.GetByText("Read by this browser’s own voice; callers hear Amazon Polly’s").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Markup_that_is_not_well_formed_is_said_while_it_is_typed()
    {
        var config = new ConfigPage(Page);
        await Page.GotoAsync(Address(ConfigPage.Path(await Configs.QueueAsync())).ToString());
        await config.Voice("Welcome").FillAsync("<speak>Good morning");
        await Expect(config.Prompt("Welcome")).ToContainTextAsync("Begins like SSML but is not well-formed");
        await config.Voice("Welcome").FillAsync("<speak>Good morning</speak>");
        await Expect(config.Prompt("Welcome")).Not.ToContainTextAsync("Begins like SSML");
    }
}
